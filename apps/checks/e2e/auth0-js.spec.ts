import { attach, call, openAuth0Js, realm } from "./auth0-js-page.js";
import { expect, newEmail, test } from "./fixtures.js";

test.describe("the unmodified auth0-js 10.2.1", () => {
  test("logs in by redirect, keeps its session, and logs out", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const back = page.waitForURL(/id_token=/);
    const { email, password } = stack.user;
    // It answers its caller on failure only.
    void call(page, "login", { username: email, password, realm }).catch(() => {});
    await back;
    await attach(page, stack);
    const parsed = await call(page, "parseHash", {});
    expect(parsed.error).toBeNull();
    expect(parsed.result).toMatchObject({ idTokenPayload: { email } });

    const checked = await call(page, "checkSession", {});
    expect(checked.error).toBeNull();
    expect(checked.result).toMatchObject({ idTokenPayload: { email } });

    // It navigates and answers nobody.
    void call(page, "logout", { returnTo: `${stack.app}/` }).catch(() => {});
    await page.waitForURL(`${stack.app}/`);
    await openAuth0Js(page, stack);
    expect((await call(page, "checkSession", {})).error).toMatchObject({ code: "login_required" });
  });

  test("logs in without leaving the page", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const { email, password } = stack.user;
    const inPage = await call(page, "popup.loginWithCredentials", {
      username: email,
      password,
      realm,
    });
    expect(inPage.result).toMatchObject({ idTokenPayload: { email } });
    const byGrant = await call(page, "client.login", { username: email, password, realm });
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
