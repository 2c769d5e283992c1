import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { expect, newEmail, test } from "./fixtures.js";

/** The options that auth0-js needs for a tenant without https; nothing of the library is changed. */
async function openAuth0Js(page: Page, { tenant, app, clientId }: Stack): Promise<void> {
  await page.goto(`${app}/harness/auth0-js.html`);
  await attach(page, { tenant, app, clientId });
}

function attach(page: Page, { tenant, app, clientId }: Pick<Stack, "tenant" | "app" | "clientId">) {
  return page.evaluate(
    (options) => {
      const auth = new window.auth0.WebAuth(options);
      const calls: Record<string, (o: object, cb: (e: unknown, r: unknown) => void) => void> = {
        login: auth.login.bind(auth),
        parseHash: auth.parseHash.bind(auth),
        checkSession: auth.checkSession.bind(auth),
        signup: auth.signup.bind(auth),
        popupLogin: auth.popup.loginWithCredentials.bind(auth.popup),
        realmLogin: auth.client.login.bind(auth.client),
      };
      Object.assign(window, {
        logout: (target: object) => auth.logout({ ...target }),
        call: (name: string, input: object) =>
          new Promise((resolve) => {
            calls[name]?.({ ...input }, (error, result) => resolve({ error, result }));
          }),
      });
    },
    {
      domain: tenant.url,
      clientID: clientId,
      redirectUri: `${app}/harness/auth0-js.html`,
      responseType: "token id_token",
      scope: "openid profile email",
      overrides: { __token_issuer: tenant.issuer },
    },
  );
}

interface Answer {
  readonly error: { readonly code?: string } | null;
  readonly result: Readonly<Record<string, unknown>> | null;
}

function call(page: Page, name: string, input: object = {}): Promise<Answer> {
  return page.evaluate(
    ([method, params]) =>
      (window as unknown as { call(n: string, i: object): Promise<Answer> }).call(method, params),
    [name, input] as const,
  );
}

const realm = "Username-Password-Authentication";

test.describe("the unmodified auth0-js 10.2.1", () => {
  test("logs in by redirect, keeps its session, and logs out", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const back = page.waitForURL(/id_token=/);
    const { email, password } = stack.user;
    // It answers its caller on failure only.
    void call(page, "login", { username: email, password, realm }).catch(() => {});
    await back;
    await page.waitForFunction(() => "auth0" in window);
    await attach(page, stack);
    const parsed = await call(page, "parseHash");
    expect(parsed.error).toBeNull();
    expect(parsed.result).toMatchObject({ idTokenPayload: { email } });

    const checked = await call(page, "checkSession");
    expect(checked.error).toBeNull();
    expect(checked.result).toMatchObject({ idTokenPayload: { email } });

    await page.evaluate(
      (returnTo) => (window as unknown as { logout(target: object): void }).logout({ returnTo }),
      `${stack.app}/`,
    );
    await page.waitForURL(`${stack.app}/`);
    await openAuth0Js(page, stack);
    expect((await call(page, "checkSession")).error).toMatchObject({ code: "login_required" });
  });

  test("logs in without leaving the page", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const { email, password } = stack.user;
    const inPage = await call(page, "popupLogin", { username: email, password, realm });
    expect(inPage.result).toMatchObject({ idTokenPayload: { email } });
    const byGrant = await call(page, "realmLogin", { username: email, password, realm });
    expect(byGrant.result).toHaveProperty("idToken");
  });

  test("signs up and is refused with a wrong password", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const email = newEmail();
    const made = await call(page, "signup", {
      email,
      password: "Long-enough-42",
      connection: realm,
    });
    expect(made.result).toMatchObject({ email });
    const refused = await call(page, "login", { username: email, password: "no", realm });
    expect(refused.error).toMatchObject({ code: "access_denied" });
  });
});
