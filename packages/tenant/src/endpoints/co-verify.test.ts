import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { app, jsonOf, queryOf, startTestTenant, testSeed, visit } from "../../test/visitor.js";

const verificationUrl = `${app}/verify.html`;

let tenant: RunningTenant;

beforeAll(async () => {
  const seed = testSeed();
  const [client] = seed.clients;
  if (!client) throw new Error("The sample seed has no client.");
  client.crossOriginVerificationUrl = verificationUrl;
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

/** A browser that lost the cookie beside its login ticket, on the page that asks for the verifier. */
async function openVerification() {
  const visitor = visit(tenant);
  const { login_ticket: ticket, co_verifier: verifier } = await jsonOf<{
    login_ticket: string;
    co_verifier: string;
  }>(await visitor.coAuthenticate());
  visitor.cookies.clear();
  const response = await visitor.authorize({ login_ticket: ticket, state: "s" });
  const page = await response.text();
  const [, action = ""] = /action="([^"]+)"/.exec(page) ?? [];
  const [, csrf = ""] = /name="csrf" value="([^"]+)"/.exec(page) ?? [];
  const verify = (value: string, changes: Record<string, string> = {}) =>
    visitor.postForm(action, { csrf, verifier: value, ...changes });
  return { visitor, response, page, ticket, verifier, verify };
}

it("asks the application's page for the verifier, in an iframe that its policy allows", async () => {
  const { response, page } = await openVerification();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-security-policy")).toContain(`frame-src ${app}`);
  expect(page).toContain(`src="${verificationUrl}#origin=${encodeURIComponent(tenant.url)}"`);
});

it("signs in with the verifier, once", async () => {
  const { visitor, verifier, verify } = await openVerification();
  const answer = await verify(verifier);
  const resumed = await visitor.request(answer.headers.get("location") ?? "");
  expect(queryOf(resumed).get("code")).toBeTypeOf("string");
  expect(queryOf(resumed).get("state")).toBe("s");
  const again = await verify(verifier);
  expect(again.status).toBe(400);
});

it.each([
  ["no verifier", ""],
  ["another one", "x".repeat(43)],
])("shows the hosted page with %s, and the ticket is gone", async (_what, wrong) => {
  const { visitor, verifier, verify, ticket } = await openVerification();
  const answer = await verify(wrong);
  expect(answer.headers.get("location")).toMatch(/^\/u\/login\?state=/);
  const page = await visitor.request(answer.headers.get("location") ?? "");
  expect(await page.text()).toContain('value="ada@example.com"');
  expect((await verify(verifier)).headers.get("location")).toMatch(/^\/u\/login\?state=/);
  const replay = await visitor.authorize({ login_ticket: ticket });
  expect(queryOf(replay).get("error")).toBe("access_denied");
});

it("takes no verifier from another browser's page", async () => {
  const { verifier, verify } = await openVerification();
  expect((await verify(verifier, { csrf: "x" })).status).toBe(400);
});

it("takes no verifier after the ticket's time", async () => {
  const { verifier, verify } = await openVerification();
  tenant.clock.offset(301_000);
  const answer = await verify(verifier);
  tenant.clock.offset(0);
  expect(answer.headers.get("location")).toMatch(/^\/u\/login\?state=/);
});

it("answers a silent request at once: no page can be shown", async () => {
  const visitor = visit(tenant);
  const { login_ticket: ticket } = await jsonOf<{ login_ticket: string }>(
    await visitor.coAuthenticate(),
  );
  visitor.cookies.clear();
  const response = await visitor.authorize({ login_ticket: ticket, response_mode: "web_message" });
  expect(await response.text()).toContain("login_required");
});
