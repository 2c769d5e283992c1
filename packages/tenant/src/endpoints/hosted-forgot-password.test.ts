import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { ada, callback, clientId, locationOf, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant({ changePasswordLimit: 2 });
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

const fresh = "Difference-Engine-1822";

/** The page of a login that waits, in a browser of its own. */
async function open(parameters: Record<string, string> = {}) {
  const visitor = visit(tenant);
  const login = locationOf(await visitor.authorize({ state: "s", ...parameters }));
  const address = login.replace("/u/login", "/u/forgot-password");
  const page = await (await visitor.request(address)).text();
  const csrf = csrfOf(page);
  const ask = (username: string, changes: Record<string, string> = {}) =>
    visitor.postForm(address, { csrf, username, ...changes });
  return { visitor, login, address, page, ask };
}

const csrfOf = (page: string) => /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";

describe("forgot password page", () => {
  it("mails a link whose success leads back to the login that waits", async () => {
    const { visitor, login, ask } = await open({ ui_locales: "de-AT en" });
    const answer = await ask(ada.username);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('data-notice="reset-sent"');
    const [mail] = tenant.inbox.list();
    expect(mail).toMatchObject({ kind: "reset", to: ada.username, clientId, locale: "de-AT" });
    const link = mail?.url ?? "";
    const csrf = csrfOf(await (await visitor.request(link)).text());
    const done = await visitor.postForm(link, { csrf, password: fresh, repeat: fresh });
    expect(await done.text()).toContain(`href="${login}"`);
    const loginCsrf = csrfOf(await (await visitor.request(login)).text());
    const form = { csrf: loginCsrf, username: ada.username, password: fresh };
    const resume = await visitor.postForm(login, form);
    const back = await visitor.request(locationOf(resume));
    expect(locationOf(back).startsWith(`${callback}?code=`)).toBe(true);
  });

  it("offers no way back once the login that waited is over", async () => {
    const { ask } = await open();
    await ask(ada.username);
    const link = tenant.inbox.list()[0]?.url ?? "";
    tenant.clock.offset(3_601_000);
    const visitor = visit(tenant);
    const csrf = csrfOf(await (await visitor.request(link)).text());
    const done = await visitor.postForm(link, { csrf, password: fresh, repeat: fresh });
    const page = await done.text();
    expect(page).toContain('data-notice="password-changed"');
    expect(page).not.toContain("/u/login");
  });

  it("says the same for an address that nobody has", async () => {
    const { ask } = await open();
    const [known, unknown] = [await ask(ada.username), await ask("nobody@example.com")];
    expect(unknown.status).toBe(known.status);
    const neutral = (page: string, email: string) => page.replaceAll(email, "");
    expect(neutral(await unknown.text(), "nobody@example.com")).toBe(
      neutral(await known.text(), ada.username),
    );
    expect(tenant.inbox.list()).toHaveLength(1);
  });

  it("keeps what was typed when it asks for patience", async () => {
    const { ask } = await open();
    const answers = [await ask(ada.username), await ask(ada.username), await ask(ada.username)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(await answers[2]?.text()).toContain(`value="${ada.username}"`);
  });

  it("wants an address and this browser's CSRF token", async () => {
    const { ask } = await open();
    expect((await ask(" ")).status).toBe(400);
    expect((await ask(ada.username, { csrf: "x" })).status).toBe(403);
    expect(tenant.inbox.list()).toEqual([]);
  });

  it("prefills the login hint, and escapes it", async () => {
    const { page } = await open({ login_hint: "<b>@example.com" });
    expect(page).toContain('value="&lt;b&gt;@example.com"');
  });

  it("says so when the login is over", async () => {
    const response = await visit(tenant).request("/u/forgot-password?state=nothing");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("expired");
  });
});
