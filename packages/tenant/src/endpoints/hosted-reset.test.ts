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
  type Visitor,
} from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  seed.connections?.push(
    { name: "none", passwordPolicy: "none" },
    { name: "low", passwordPolicy: "low", passwordHistory: 2 },
    { name: "picky", passwordPolicy: "low", noDictionary: true, noUserInfo: true },
  );
  for (const connection of ["none", "low", "picky"]) {
    seed.users?.push({ email: grace, name: "Grace Hopper", password: "first-one", connection });
  }
  tenant = await startTestTenant({ seed, bruteForceLimit: 2 });
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

const grace = "grace@example.com";

const fresh = "Difference-Engine-1822";

/** Asks for a mail and returns the address of its link. */
async function askForLink(email = ada.username, connection = realm): Promise<string> {
  const body = { client_id: clientId, connection, email };
  await visit(tenant).postJson("/dbconnections/change_password", body);
  return tenant.inbox.list({ kind: "reset" })[0]?.url ?? "";
}

async function openForm(visitor: Visitor, link: string) {
  const response = await visitor.request(link);
  const page = await response.text();
  return { response, page, csrf: /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "" };
}

/** Follows the link and changes the password. */
async function reset(link: string, password = fresh, repeat = password) {
  const visitor = visit(tenant);
  const { csrf } = await openForm(visitor, link);
  const response = await visitor.postForm(link, { csrf, password, repeat });
  return { status: response.status, page: await response.text() };
}

async function statusOfLogin(password: string): Promise<number> {
  return (await visit(tenant).coAuthenticate({ password })).status;
}

describe("password reset page", () => {
  it("changes the password: the new one signs in and the old one no longer does", async () => {
    const { status, page } = await reset(await askForLink());
    expect(status).toBe(200);
    expect(page).toContain('data-notice="password-changed"');
    expect(await statusOfLogin(fresh)).toBe(200);
    expect(await statusOfLogin(ada.password)).toBe(403);
  });

  it("ends every session, refresh token, ticket and code of the user, and nobody else's", async () => {
    await tenant.seed({ clients: [], users: [{ email: "eve@example.com", password: "p" }] });
    const other = visit(tenant);
    await other.signIn({ username: "eve@example.com", password: "p" });
    const visitor = visit(tenant);
    const { refresh_token: token = "" } = await visitor.exchange();
    const { login_ticket } = await jsonOf<{ login_ticket: string }>(await visitor.coAuthenticate());
    const code = queryOf(await visitor.authorize({ prompt: "none" })).get("code") ?? "";

    await reset(await askForLink());

    const silent = queryOf(await visitor.authorize({ prompt: "none" }));
    expect(silent.get("error")).toBe("login_required");
    expect((await visitor.refresh(token)).status).toBe(403);
    const byTicket = queryOf(await visitor.authorize({ login_ticket, prompt: "none" }));
    expect(byTicket.get("error")).toBe("access_denied");
    expect((await visitor.exchangeCode(code, "")).status).toBe(403);
    expect(queryOf(await other.authorize({ prompt: "none" })).has("code")).toBe(true);
  });

  it("unblocks an account that too many guesses had blocked", async () => {
    for (const guess of ["1", "2"]) await statusOfLogin(guess);
    expect(await statusOfLogin(ada.password)).toBe(429);
    await reset(await askForLink());
    expect(await statusOfLogin(fresh)).toBe(200);
  });

  it("takes its link once", async () => {
    const link = await askForLink();
    await reset(link);
    const again = await visit(tenant).request(link);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('data-notice="link-used"');
    const next = await askForLink();
    const both = await Promise.all([reset(next, `${fresh}-1`), reset(next, `${fresh}-2`)]);
    expect(both.map(({ status }) => status).toSorted(ascending)).toEqual([200, 400]);
  });

  it("takes the newest link only", async () => {
    const [older, newer] = [await askForLink(), await askForLink()];
    expect((await visit(tenant).request(older)).status).toBe(400);
    expect((await visit(tenant).request(newer)).status).toBe(200);
  });

  it("takes a link for five days of the tenant's clock, and says when it is too late", async () => {
    const link = await askForLink();
    tenant.clock.offset(5 * 86_400_000 - 60_000);
    expect((await visit(tenant).request(link)).status).toBe(200);
    tenant.clock.offset(5 * 86_400_000 + 1000);
    const late = await visit(tenant).request(link);
    expect(late.status).toBe(400);
    expect(await late.text()).toContain('data-notice="link-expired"');
  });

  it.each(["", "?ticket=", "?ticket=made-up", "?ticket[]=x"])(
    "refuses the link %j",
    async (query) => {
      const visitor = visit(tenant);
      const address = `/u/reset-password${query}`;
      expect((await visitor.request(address)).status).toBe(400);
      const form = { csrf: "x", password: fresh, repeat: fresh };
      expect((await visitor.postForm(address, form)).status).toBe(400);
    },
  );

  it("does not take the ticket of another mail", async () => {
    const body = { client_id: clientId, connection: realm, email: "new@example.com" };
    await visit(tenant).postJson("/dbconnections/signup", { ...body, password: fresh });
    const link = tenant.inbox.list({ kind: "verify" })[0]?.url ?? "";
    const { search } = new URL(link);
    expect((await visit(tenant).request(`/u/reset-password${search}`)).status).toBe(400);
    expect((await visit(tenant).request(link)).status).toBe(200);
  });

  it("refuses two different passwords, and keeps the link usable", async () => {
    const link = await askForLink();
    const { status, page } = await reset(link, fresh, "something else");
    expect(status).toBe(400);
    expect(page).toContain("not the same");
    expect(page).not.toContain(fresh);
    expect(page).not.toContain("something else");
    expect((await reset(link)).status).toBe(200);
  });

  it("refuses a form without this browser's CSRF token, or of another site", async () => {
    const link = await askForLink();
    const visitor = visit(tenant);
    const { csrf } = await openForm(visitor, link);
    const form = { password: fresh, repeat: fresh };
    expect((await visitor.postForm(link, { ...form, csrf: "" })).status).toBe(403);
    expect((await visit(tenant).postForm(link, { ...form, csrf })).status).toBe(403);
    const foreign = { origin: "https://evil.example" };
    expect((await visitor.postForm(link, { ...form, csrf }, foreign)).status).toBe(403);
    expect(await statusOfLogin(ada.password)).toBe(200);
  });

  it("speaks the language of the browser", async () => {
    const headers = { "accept-language": "nl, de-AT;q=0.9, en;q=0.8" };
    const page = await (await visit(tenant).request(await askForLink(), { headers })).text();
    expect(page).toContain('<html lang="de">');
    expect(page).toContain("Neues Passwort wählen");
    const used = await visit(tenant).request("/u/reset-password?ticket=x", { headers });
    expect(await used.text()).toContain("Dieser Link gilt nicht mehr");
  });

  it("keeps its address to itself, may not be framed and is not stored", async () => {
    const { response } = await openForm(visit(tenant), await askForLink());
    expect(response.headers.get("referrer-policy")).toBe("same-origin");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(tenant.requests().some(({ path }) => path.includes("ticket"))).toBe(false);
  });
});

describe("policy on the password reset page", () => {
  const changeIn = (connection: string) => async (password: string) =>
    reset(await askForLink(grace, connection), password);

  it("refuses a weak password and marks what it lacks", async () => {
    const { status, page } = await changeIn("low")("abc");
    expect(status).toBe(400);
    expect(page).toContain("too weak");
    expect(page).toMatch(/<li class="unmet">At least 6 characters<\/li>/);
  });

  it("refuses an empty password where any other would do", async () => {
    const change = changeIn("none");
    expect((await change("")).status).toBe(400);
    expect((await change("x")).status).toBe(200);
  });

  it("refuses as many former passwords as the connection says", async () => {
    const change = changeIn("low");
    expect((await change("first-one")).page).toContain("used that password before");
    expect((await change("second-one")).status).toBe(200);
    expect((await change("first-one")).status).toBe(400);
    expect((await change("second-one")).status).toBe(400);
    expect((await change("third-one")).status).toBe(200);
    expect((await change("second-one")).status).toBe(400);
    expect((await change("first-one")).status).toBe(200);
  });

  it("takes the same password again where no history is kept", async () => {
    expect((await changeIn("none")("first-one")).status).toBe(200);
  });

  it("refuses common, personal and leaked passwords", async () => {
    const change = changeIn("picky");
    expect((await change("PassWord123")).page).toContain("anyone would guess");
    expect((await change("xx-hopper-xx")).page).toContain("your name or e-mail address");
    expect((await change("a-leaked-one")).page).toContain("data breach");
    expect((await change("compiler-1952")).status).toBe(200);
  });
});
