import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant, TenantOptions } from "../index.js";
import {
  ada,
  ascending,
  clientId,
  jsonOf,
  realm,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

let tenant: RunningTenant;

function useTenant(options: TenantOptions): void {
  beforeAll(async () => {
    const seed = testSeed();
    seed.connections?.push({ name: "named", requiresUsername: true });
    seed.users?.push({ email: joan, username: "joan", password: "p", connection: "named" });
    tenant = await startTestTenant({ seed, ...options });
  });
  beforeEach(() => tenant.reset());
  afterAll(() => tenant.close());
}

const joan = "joan@example.com";
const login = (changes: Record<string, unknown> = {}) => visit(tenant).coAuthenticate(changes);

async function failTimes(times: number, changes: Record<string, unknown> = {}): Promise<void> {
  for (let count = 0; count < times; count += 1) await login({ password: "wrong", ...changes });
}

const unblockMails = () => tenant.inbox.list({ kind: "unblock" });

describe("a blocked account", () => {
  useTenant({ bruteForceLimit: 3 });

  it("refuses the right password too, and mails its owner one link", async () => {
    await failTimes(5);
    const refused = await login();
    expect(refused.status).toBe(429);
    expect(await jsonOf(refused)).toEqual({
      error: "too_many_attempts",
      error_description:
        "Your account has been blocked after multiple consecutive login attempts. " +
        "We’ve sent you an email with instructions on how to unblock it.",
    });
    expect(unblockMails()).toHaveLength(1);
    expect(unblockMails()[0]).toMatchObject({ to: ada.username });
  });

  it("is open again after the link was followed, and blocked by as many failures as before", async () => {
    await failTimes(3);
    const link = unblockMails()[0]?.url ?? "";
    expect(link.startsWith(`${tenant.url}/u/unblock?ticket=`)).toBe(true);
    expect((await visit(tenant).request(link, { method: "HEAD" })).status).toBe(200);
    expect((await login()).status).toBe(429);
    const page = await visit(tenant).request(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('data-notice="unblocked"');
    expect((await login()).status).toBe(200);
    await failTimes(3);
    expect((await login()).status).toBe(429);
    expect(unblockMails()).toHaveLength(2);
    expect((await visit(tenant).request(link)).status).toBe(400);
    expect((await login()).status).toBe(429);
  });

  it("counts failures by e-mail address and by username together", async () => {
    const named = { realm: "named" };
    await failTimes(2, { ...named, username: "joan" });
    await failTimes(1, { ...named, username: joan });
    expect((await login({ ...named, username: "joan", password: "p" })).status).toBe(429);
    expect(unblockMails()).toMatchObject([{ to: joan }]);
  });

  it("is blocked at the token endpoint as well", async () => {
    await failTimes(3);
    const grant = "http://auth0.com/oauth/grant-type/password-realm";
    const body = { grant_type: grant, client_id: clientId, realm, ...ada };
    const token = await visit(tenant).postForm("/oauth/token", body);
    expect(token.status).toBe(429);
    expect(await jsonOf(token)).toMatchObject({ error: "too_many_attempts" });
  });

  it("stays blocked for 30 days after the last failure", async () => {
    await failTimes(3);
    tenant.clock.offset(29 * 86_400_000);
    expect((await login()).status).toBe(429);
    tenant.clock.offset(30 * 86_400_000 + 1000);
    expect((await login()).status).toBe(200);
  });

  it("looks the same for a name that nobody has, and mails nobody", async () => {
    await failTimes(3, { username: "nobody@example.com" });
    expect((await login({ username: "nobody@example.com" })).status).toBe(429);
    expect(tenant.inbox.list()).toEqual([]);
  });

  it.each(["", "?ticket=made-up"])("refuses the link %j", async (query) => {
    expect((await visit(tenant).request(`/u/unblock${query}`)).status).toBe(400);
  });
});

describe("a suspicious address", () => {
  useTenant({ suspiciousIpLimit: 4 });

  const someone = (index: number) => ({ username: `user-${index}@example.com` });

  it("is refused for everybody after too many failures, whoever they were for", async () => {
    for (const index of [1, 2, 3]) await failTimes(1, someone(index));
    expect((await login()).status).toBe(200);
    await failTimes(1, someone(4));
    for (const changes of [{}, someone(5), { password: "wrong" }]) {
      const refused = await login(changes);
      expect(refused.status).toBe(429);
      expect(await jsonOf(refused)).toEqual({
        error: "too_many_attempts",
        error_description:
          "We have detected suspicious login behavior and further attempts will be blocked. " +
          "Please contact the administrator.",
      });
    }
    expect(tenant.inbox.list()).toEqual([]);
  });

  it("is free again a day after its first failure", async () => {
    for (const index of [1, 2, 3]) await failTimes(1, someone(index));
    tenant.clock.offset(12 * 3_600_000);
    await failTimes(1, someone(4));
    expect((await login()).status).toBe(429);
    tenant.clock.offset(24 * 3_600_000 + 1000);
    expect((await login()).status).toBe(200);
  });

  it("is found out by parallel guesses for one account too", async () => {
    const guesses = ["1", "2", "3", "4", "5", "6"].map((password) => login({ password }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.toSorted(ascending)).toEqual([403, 403, 403, 403, 429, 429]);
  });
});
