import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  ada,
  app,
  clientId,
  jsonOf,
  realm,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  const [client] = seed.clients;
  if (!client) throw new Error("The test seed has no client.");
  seed.connections?.push({ name: "named", requiresUsername: true }, { name: "other" });
  seed.users?.push({ email: "joan@example.com", username: "joan", connection: "named" });
  seed.clients.push({ ...client, clientId: "narrow", connections: ["other"] });
  tenant = await startTestTenant({ seed, changePasswordLimit: 2 });
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

const sent = "We've just sent you an email to reset your password.";

const ask = (changes: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  visit(tenant).postJson(
    "/dbconnections/change_password",
    { client_id: clientId, connection: realm, email: ada.username, ...changes },
    headers,
  );

describe("POST /dbconnections/change_password", () => {
  it("mails a link to the reset page, in any case of the address", async () => {
    const response = await ask({ email: "ADA@Example.com " });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await response.text()).toBe(sent);
    const [mail, ...others] = tenant.inbox.list();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: "reset", to: ada.username, clientId });
    expect(mail?.url).toMatch(new RegExp(`^${tenant.url}/u/reset-password\\?ticket=[\\w-]{43}$`));
  });

  it("answers the same for an address that nobody has, and mails nothing", async () => {
    const [known, unknown] = [await ask(), await ask({ email: "nobody@example.com" })];
    expect(tenant.inbox.list()).toHaveLength(1);
    expect(unknown.status).toBe(known.status);
    expect(await unknown.text()).toBe(await known.text());
    expect(comparable(unknown)).toEqual(comparable(known));
  });

  it("finds a user by username where the connection has usernames", async () => {
    await ask({ connection: "named", email: undefined, username: "Joan" });
    expect(tenant.inbox.list()).toMatchObject([{ kind: "reset", to: "joan@example.com" }]);
  });

  it("mails nothing for a user of another connection", async () => {
    expect((await ask({ connection: "other" })).status).toBe(200);
    expect(tenant.inbox.list()).toEqual([]);
  });

  it("makes links to its own address, whatever host was asked", async () => {
    const url = tenant.url.replace("localhost", "127.0.0.1");
    await visit({ url }).postJson("/dbconnections/change_password", {
      client_id: clientId,
      connection: realm,
      email: ada.username,
    });
    expect(tenant.inbox.list()[0]?.url?.startsWith(`${tenant.url}/u/`)).toBe(true);
  });

  it("tells how often it may be asked, and stops there for a minute of its own clock", async () => {
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    const left = answers.map(({ headers }) => headers.get("x-ratelimit-remaining"));
    expect(left).toEqual(["1", "0", "0"]);
    const [, , refused] = answers;
    expect(refused?.headers.get("x-ratelimit-limit")).toBe("2");
    const wait = Number(refused?.headers.get("x-ratelimit-reset")) - Date.now() / 1000;
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(61);
    expect(refused && (await jsonOf(refused))).toMatchObject({ error: "too_many_requests" });
    expect(tenant.inbox.list()).toHaveLength(2);
    tenant.clock.offset(61_000);
    expect((await ask()).status).toBe(200);
  });

  it("counts each address for itself, whether or not somebody has it", async () => {
    const nobody = { email: "nobody@example.com" };
    const answers = [await ask(), await ask(), await ask(nobody), await ask(nobody)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect([(await ask()).status, (await ask(nobody)).status]).toEqual([429, 429]);
  });

  it("lets pages of an allowed origin read the limit", async () => {
    const response = await ask({}, { origin: app });
    expect(response.headers.get("access-control-allow-origin")).toBe(app);
    expect(response.headers.get("access-control-expose-headers")).toContain("X-RateLimit-Reset");
  });

  it("wants a captcha solved where captchas are on", async () => {
    const strict = await startTestTenant({ captcha: "always" });
    const body = { client_id: clientId, connection: realm, email: ada.username, state: "s" };
    const refused = await visit(strict).postJson("/dbconnections/change_password", body);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: "invalid_captcha" });
    expect(strict.inbox.list()).toEqual([]);
    await strict.close();
  });

  it.each([
    [{ email: undefined }, { error: "email is required" }],
    [{ email: 7 }, { error: "email is required" }],
    [{ connection: undefined }, { error: "connection is required" }],
    [{ connection: "nowhere" }, { code: "invalid_request" }],
    [{ client_id: "nobody" }, { code: "invalid_request" }],
    [{ client_id: "narrow" }, { code: "invalid_request" }],
    [{ organization: "nowhere" }, { error: "invalid_request" }],
  ])("refuses %j", async (changes, error) => {
    const response = await ask(changes);
    expect(response.status).toBe(400);
    expect(await jsonOf(response)).toMatchObject(error);
    expect(tenant.inbox.list()).toEqual([]);
  });
});

/** The headers, but for what tells the time. */
function comparable({ headers }: Response): [string, string][] {
  return [...headers].filter(([name]) => name !== "date" && name !== "x-ratelimit-reset");
}
