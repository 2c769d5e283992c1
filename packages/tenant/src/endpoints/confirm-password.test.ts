import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  ada,
  ascending,
  clientId,
  jsonOf,
  queryOf,
  realm,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

const grace = "grace@example.com";
const wanted = "Difference-Engine-1822";

let tenant: RunningTenant;
let modern: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  seed.connections?.push(
    { name: "history", passwordPolicy: "low", passwordHistory: 2 },
    { name: "picky", passwordPolicy: "low", noDictionary: true, noUserInfo: true },
  );
  for (const connection of ["history", "picky"]) {
    seed.users?.push({ email: grace, name: "Grace Hopper", password: "first-one", connection });
  }
  tenant = await startTestTenant({ seed, legacyEndpoints: true, bruteForceLimit: 2 });
  modern = await startTestTenant();
});
beforeEach(() => Promise.all([tenant.reset(), modern.reset()]));
afterAll(() => Promise.all([tenant.close(), modern.close()]));

const ask = (changes: object = {}, at: RunningTenant = tenant) =>
  visit(at).postJson("/dbconnections/change_password", {
    client_id: clientId,
    connection: realm,
    email: ada.username,
    password: wanted,
    ...changes,
  });

/** Asks for a mail and returns the address of its link. */
async function askForLink(changes: object = {}): Promise<string> {
  await ask(changes);
  return tenant.inbox.list({ kind: "reset" })[0]?.url ?? "";
}

async function open(link: string, headers: Record<string, string> = {}) {
  const response = await visit(tenant).request(link, { headers });
  return { status: response.status, page: await response.text() };
}

const statusOfLogin = async (password: string, changes: object = {}) =>
  (await visit(tenant).coAuthenticate({ password, ...changes })).status;

describe("a password change with the password", () => {
  it("keeps the old password until the link is opened, then the given one counts", async () => {
    const response = await ask();
    expect([response.status, await response.text()]).toEqual([
      200,
      "We've just sent you an email to reset your password.",
    ]);
    const [mail, ...others] = tenant.inbox.list();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: "reset", to: ada.username, clientId });
    expect(mail?.url).toMatch(new RegExp(`^${tenant.url}/u/confirm-password\\?ticket=[\\w-]{43}$`));
    expect([await statusOfLogin(ada.password), await statusOfLogin(wanted)]).toEqual([200, 403]);

    const { status, page } = await open(mail?.url ?? "");
    expect(status).toBe(200);
    expect(page).toContain('data-notice="password-changed"');
    expect([await statusOfLogin(ada.password), await statusOfLogin(wanted)]).toEqual([403, 200]);
  });

  it("ends what the old password had opened, and unblocks the account", async () => {
    const visitor = visit(tenant);
    const { refresh_token: token = "" } = await visitor.exchange();
    for (const guess of ["1", "2"]) await statusOfLogin(guess);
    expect(await statusOfLogin(ada.password)).toBe(429);
    await open(await askForLink());
    const silent = queryOf(await visitor.authorize({ prompt: "none" }));
    expect(silent.get("error")).toBe("login_required");
    expect((await visitor.refresh(token)).status).toBe(403);
    expect(await statusOfLogin(wanted)).toBe(200);
  });

  it("takes each link once, and the newest one only, of either kind", async () => {
    const link = await askForLink();
    const both = await Promise.all([open(link), open(link)]);
    expect(both.map(({ status }) => status).toSorted(ascending)).toEqual([200, 400]);
    expect((await open(link)).page).toContain('data-notice="link-used"');
    const older = await askForLink({ password: `${wanted}-1` });
    const form = await askForLink({ password: undefined });
    expect((await open(older)).status).toBe(400);
    const newest = await askForLink({ password: `${wanted}-2` });
    expect((await open(form)).status).toBe(400);
    expect((await open(newest)).status).toBe(200);
    expect(await statusOfLogin(`${wanted}-2`)).toBe(200);
  });

  it("takes a link for five days, and says in the browser's language when it is too late", async () => {
    const link = await askForLink();
    tenant.clock.offset(5 * 86_400_000 + 1000);
    const late = await open(link, { "accept-language": "de" });
    expect(late.status).toBe(400);
    expect(late.page).toContain('data-notice="link-expired"');
    expect(late.page).toContain('<html lang="de">');
    tenant.clock.offset(0);
    expect((await open(link)).status).toBe(200);
  });

  it.each(["", "?ticket=", "?ticket=made-up", "?ticket[]=x"])(
    "refuses the link %j",
    async (query) => {
      expect((await open(`/u/confirm-password${query}`)).status).toBe(400);
    },
  );

  it("does not take the ticket of the form for its own, nor the other way about", async () => {
    const form = new URL(await askForLink({ password: undefined }));
    expect((await open(`/u/confirm-password${form.search}`)).status).toBe(400);
    expect((await open(form.href)).status).toBe(200);
    const confirmation = new URL(await askForLink());
    expect((await open(`/u/reset-password${confirmation.search}`)).status).toBe(400);
    expect((await open(confirmation.href)).status).toBe(200);
  });

  it("answers the same for an address that nobody has, and mails nothing", async () => {
    for (const password of [wanted, "leaked-Password-1", "short"]) {
      const known = await ask({ password });
      const unknown = await ask({ password, email: "nobody@example.com" });
      expect(unknown.status).toBe(known.status);
      expect(await unknown.text()).toBe(await known.text());
    }
    expect(tenant.inbox.list().map(({ to }) => to)).toEqual([ada.username]);
  });

  it.each([
    [realm, "short", { name: "PasswordStrengthError", code: "invalid_password" }],
    [realm, "a-leaked-Password-1", { code: "password_leaked" }],
    ["picky", "PassWord123", { name: "PasswordDictionaryError" }],
    ["picky", "my-grace-note", { name: "PasswordNoUserInfoError" }],
  ])(
    "refuses in %s the password %s at once, and mails nothing",
    async (connection, password, error) => {
      const response = await ask({ connection, email: grace, password });
      expect(response.status).toBe(400);
      expect(await jsonOf(response)).toMatchObject(error);
      expect(tenant.inbox.list()).toEqual([]);
    },
  );

  it.each([
    ["history", "first-one"],
    ["picky", "xx-hopper-xx"],
  ])(
    "tells only the owner in %s that %s is refused for this account: by the usual form",
    async (connection, password) => {
      const place = { connection, email: grace };
      const refused = await ask({ ...place, password });
      const good = await ask({ ...place, password: "compiler-1952" });
      expect(refused.status).toBe(good.status);
      expect(await refused.text()).toBe(await good.text());
      const links = tenant.inbox.list().map(({ url = "" }) => new URL(url).pathname);
      expect(links).toEqual(["/u/confirm-password", "/u/reset-password"]);
    },
  );

  it("remembers the password that it replaces", async () => {
    const place = { connection: "history", email: grace };
    await open(await askForLink({ ...place, password: "second-one" }));
    const login = { realm: "history", username: grace };
    expect(await statusOfLogin("second-one", login)).toBe(200);
    expect(await askForLink({ ...place, password: "first-one" })).toContain("/u/reset-password");
    expect(await askForLink({ ...place, password: "third-one" })).toContain("/u/confirm-password");
  });

  it.each(["", 7, null, { a: 1 }])("takes %j for no password", async (password) => {
    expect(await askForLink({ password })).toContain("/u/reset-password");
  });

  it("writes the password nowhere", async () => {
    await open(await askForLink());
    const seen = [tenant.inbox.list(), tenant.requests(), tenant.state()];
    expect(JSON.stringify(seen)).not.toContain(wanted);
  });
});

describe("where retired endpoints are off", () => {
  it("ignores the password, however weak: the link leads to the form", async () => {
    expect((await ask({ password: "short" }, modern)).status).toBe(200);
    expect(modern.inbox.list()[0]?.url).toContain("/u/reset-password");
    const response = await visit(modern).request("/u/confirm-password?ticket=x");
    expect(response.status).toBe(404);
  });
});
