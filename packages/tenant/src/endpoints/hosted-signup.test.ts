import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { ada, clientId, locationOf, startTestTenant, testSeed, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  seed.connections?.push(
    { name: "named", requiresUsername: true, noUserInfo: true },
    { name: "closed", signup: false },
  );
  tenant = await startTestTenant({ seed });
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

const account = { email: "radia@example.com", password: "Spanning-Tree-1985" };

async function open(parameters: Record<string, string> = {}) {
  const visitor = visit(tenant);
  const request = { state: "s", screen_hint: "signup", ...parameters };
  // A closed connection shows the login page; its reader may still come here.
  const shown = locationOf(await visitor.authorize(request));
  const address = shown.replace("/u/login", "/u/signup");
  const page = await (await visitor.request(address)).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const submit = async (form: Record<string, string>) => {
    const response = await visitor.postForm(address, { csrf, ...form });
    return { status: response.status, page: await response.text() };
  };
  return { page, submit };
}

describe("hosted sign-up page", () => {
  it("mails a link to verify the address, in the language of the page", async () => {
    const { submit } = await open({ ui_locales: "fr-CH fr" });
    expect((await submit(account)).status).toBe(303);
    expect(tenant.inbox.list()).toMatchObject([
      { kind: "verify", to: account.email, clientId, locale: "fr-CH" },
    ]);
  });

  it("marks the rules that a password does not meet, and keeps the rest of the form", async () => {
    const { submit } = await open();
    const { status, page } = await submit({ ...account, password: "abcdefgh" });
    expect(status).toBe(400);
    expect(page).toContain("too weak");
    expect(page).toMatch(/<li >At least 8 characters<\/li>/);
    expect(page).toMatch(/<li class="unmet">At least 3 of these: lower case letters,/);
    expect(page).toContain(`value="${account.email}"`);
    expect(page).not.toContain("abcdefgh");
  });

  it.each([
    [{ username: "" }, "Please choose a username."],
    [{ username: "a".repeat(16) }, "15 characters at most"],
    [{ username: "two words" }, "letters, digits"],
    [{ username: "r@example.com" }, "must not be an e-mail address"],
    [{ email: "radia" }, "look like an e-mail address"],
    [{ password: "radia-Radia-1" }, "contains your name"],
    [{ password: "leaked-Password-1" }, "data breach"],
  ])("explains what is wrong with %j", async (changes, words) => {
    const { submit } = await open({ connection: "named" });
    const { status, page } = await submit({ username: "radia", ...account, ...changes });
    expect(status).toBe(400);
    expect(page).toMatch(new RegExp(`role="alert">[^<]*${words}`));
  });

  it("does not tell a taken address from another reason", async () => {
    const { submit } = await open();
    const { page } = await submit({ ...account, email: ada.username });
    expect(page).toContain("couldn’t create this account");
    expect(tenant.inbox.list()).toEqual([]);
  });

  it("is closed where the connection takes no new users", async () => {
    const { submit } = await open({ connection: "closed" });
    expect((await submit(account)).page).toContain("New accounts are closed here.");
  });

  it.each([
    ["de", "Konto erstellen", "Mindestens 8 Zeichen"],
    ["fr", "Créer votre compte", "Au moins 8 caractères"],
    ["es", "Crear su cuenta", "Al menos 8 caracteres"],
  ])("speaks %s", async (language, title, rule) => {
    const { page } = await open({ ui_locales: language });
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(title);
    expect(page).toContain(rule);
  });
});
