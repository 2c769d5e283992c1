import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { answerProvider, follow, openForm } from "../../test/hosted-steps.js";
import {
  callback,
  locationOf,
  queryOf,
  startTestTenant,
  visit,
  type Visitor,
} from "../../test/visitor.js";

const google = { connection: "google-oauth2" };
const grace = { account: "100000000000000000001" };

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.close());

/** The address by which the provider sends the browser back. */
async function wayBack(visitor: Visitor, parameters: Record<string, string> = google) {
  const form = await openForm(visitor, parameters);
  return locationOf(await answerProvider(visitor, form, grace));
}

const hasSession = (visitor: Visitor) => visitor.cookies.has(`tenant_session_${tenant.port}`);

describe("GET /login/callback", () => {
  it("takes a code once", async () => {
    const visitor = visit(tenant);
    const address = await wayBack(visitor);
    const first = await visitor.request(address);
    expect(locationOf(first)).toMatch(/^\/authorize\/resume/);
    expect((await visitor.request(address)).status).toBe(400);
    expect(queryOf(await follow(visitor, first)).has("code")).toBe(true);
    expect((await visitor.request(address)).status).toBe(400);
  });

  it("takes no code that has expired, and none at all", async () => {
    const visitor = visit(tenant);
    const address = await wayBack(visitor);
    tenant.clock.offset(601_000);
    expect((await visitor.request(address)).status).toBe(400);
    tenant.clock.offset(0);
    const state = queryOf(await visitor.authorize(google)).get("state") ?? "";
    expect((await visitor.request(`/login/callback?state=${state}`)).status).toBe(400);
    expect(hasSession(visitor)).toBe(false);
  });

  it("signs nobody in to an account by a link from another browser", async () => {
    const attacker = visit(tenant);
    const address = await wayBack(attacker);
    const fresh = visit(tenant);
    const busy = visit(tenant);
    await openForm(busy);
    for (const victim of [fresh, busy]) {
      const response = await victim.request(address);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain("expired");
      expect(hasSession(victim)).toBe(false);
    }
    // Nothing was used up by that.
    expect(queryOf(await follow(attacker, await attacker.request(address))).has("code")).toBe(true);
  });

  it("takes no state that this browser was not given", async () => {
    const visitor = visit(tenant);
    const address = new URL(await wayBack(visitor), tenant.url);
    const [id = "", , binding = ""] = (address.searchParams.get("state") ?? "").split(".");
    const github = Buffer.from("github").toString("base64url");
    for (const state of ["", id, `${id}.${github}.${binding}`, `${id}..${binding}`, "a.b.c.d"]) {
      address.searchParams.set("state", state);
      expect((await visitor.request(address.pathname + address.search)).status).toBe(400);
    }
    expect(hasSession(visitor)).toBe(false);
  });

  it("takes no code of another provider", async () => {
    const visitor = visit(tenant);
    const address = new URL(await wayBack(visitor), tenant.url);
    const other = await openForm(visitor, { connection: "github" });
    const state = new URL(other.address, tenant.url).searchParams.get("state") ?? "";
    address.searchParams.set("state", state);
    expect((await visitor.request(address.pathname + address.search)).status).toBe(400);
    expect(hasSession(visitor)).toBe(false);
  });

  it("passes on no words from its address", async () => {
    const visitor = visit(tenant);
    const { address } = await openForm(visitor, google);
    const state = new URL(address, tenant.url).searchParams.get("state") ?? "";
    const query = new URLSearchParams({
      state,
      error: "<script>",
      error_description: "call this number",
      redirect_uri: "https://evil.example/",
    });
    const response = await visitor.request(`/login/callback?${query.toString()}`);
    expect(locationOf(response).startsWith(`${callback}?`)).toBe(true);
    expect(Object.fromEntries(queryOf(response))).toEqual({
      error: "invalid_request",
      error_description: "Google failed.",
      state: "s",
    });
  });

  it("leaves a blocked user to the application's error", async () => {
    const visitor = visit(tenant);
    const form = await openForm(visitor, google);
    const answer = { answer: "new", email: "blocked+bill@example.com" };
    const response = await follow(visitor, await answerProvider(visitor, form, answer));
    expect(queryOf(response).get("error")).toBe("unauthorized");
    expect(queryOf(response).get("error_description")).toBe("user is blocked");
  });

  it("says so when the time is over", async () => {
    const visitor = visit(tenant);
    const { address } = await openForm(visitor, google);
    tenant.clock.offset(3_601_000);
    const page = await visitor.request(address);
    tenant.clock.offset(0);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("expired");
  });
});
