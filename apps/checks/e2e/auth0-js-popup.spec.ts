import type { Page } from "@playwright/test";
import { attach, call, openAuth0Js, realm } from "./auth0-js-page.js";
import { expect, requestsTo, signInAtTenant, test } from "./fixtures.js";

/** The call opens the popup in the page; both run until the popup is done. */
async function withPopup(page: Page, path: string, options: object, act: (popup: Page) => unknown) {
  const opened = page.waitForEvent("popup");
  const answer = call(page, path, options);
  await act(await opened);
  return answer;
}

test.describe("popups of the unmodified auth0-js 10.2.1", () => {
  test("authorize with a callback page", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const redirectUri = `${stack.app}/harness/auth0-js-popup.html`;
    const { error, result } = await withPopup(page, "popup.authorize", { redirectUri }, (popup) =>
      signInAtTenant(popup, stack),
    );
    expect(error).toBeNull();
    expect(result).toMatchObject({ idTokenPayload: { email: stack.user.email } });
  });

  test("authorize with owp: the tenant's page answers", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    stack.tenant.clearRequests();
    const { error, result } = await withPopup(page, "popup.authorize", { owp: true }, (popup) =>
      signInAtTenant(popup, stack),
    );
    expect(error).toBeNull();
    expect(result).toMatchObject({ token_type: "Bearer" });
    expect(requestsTo(stack)).toContain("GET /authorize/resume");
  });

  test("authorize with owp is told of an error", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const options = { owp: true, audience: "https://nobody.example" };
    const { error } = await withPopup(page, "popup.authorize", options, () => {});
    expect(error).toMatchObject({ code: "access_denied" });
  });

  test("a closed popup is told as such", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const redirectUri = `${stack.app}/harness/auth0-js-popup.html`;
    const { error } = await withPopup(page, "popup.authorize", { redirectUri }, (popup) =>
      popup.close(),
    );
    expect(error).toMatchObject({ original: "User closed the popup window" });
  });

  test("sign-up and login with credentials", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const { result } = await call(page, "popup.signupAndLogin", {
      connection: realm,
      email: `popup-${crypto.randomUUID()}@example.com`,
      password: "Long-enough-42",
    });
    expect(result).toHaveProperty("idToken");
  });
});

test.describe("the session-bound calls of the unmodified auth0-js 10.2.1", () => {
  test.beforeEach(async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const { email, password } = stack.user;
    const login = await call(page, "popup.loginWithCredentials", {
      username: email,
      password,
      realm,
    });
    expect(login.error).toBeNull();
  });

  test("getSSOData, renewAuth, userInfo and getUserCountry", async ({ page, stack }) => {
    const { email } = stack.user;
    const sso = await call(page, "client.getSSOData");
    expect(sso.result).toMatchObject({ sso: true });
    const renewed = await call(page, "renewAuth", {
      redirectUri: `${stack.app}/harness/auth0-js.html`,
      usePostMessage: false,
    });
    expect(renewed.result).toMatchObject({ idTokenPayload: { email } });
    const info = await call(page, "client.userInfo", renewed.result?.["accessToken"]);
    expect(info.result).toMatchObject({ email });
    const country = await call(page, "client.getUserCountry");
    expect(country.result).toMatchObject({ countryCode: "US" });
  });

  test("the retired endpoints are off, and say so", async ({ page }) => {
    const ro = await call(page, "client.loginWithResourceOwner", {
      username: "x",
      password: "x",
      connection: realm,
      scope: "openid",
    });
    expect(ro.error).toMatchObject({ code: "endpoint_disabled", statusCode: 404 });
    const delegated = await call(page, "client.delegation", {
      id_token: "x",
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    });
    expect(delegated.error).toMatchObject({ code: "endpoint_disabled" });
  });

  test("Management reads, patches and links the signed-in user", async ({ page, stack }) => {
    const audience = `${stack.tenant.url}/api/v2/`;
    const scope =
      "openid read:current_user update:current_user_metadata update:current_user_identities";
    const tokens = await call(page, "checkSession", { audience, scope });
    const { accessToken, idTokenPayload } = tokens.result ?? {};
    const { sub } = idTokenPayload as { sub: string };
    const read = await call(page, "management.getUser", accessToken, sub);
    expect(read.result).toMatchObject({ email: stack.user.email });
    const patched = await call(page, "management.patchUserMetadata", accessToken, sub, { a: "b" });
    expect(patched.result).toMatchObject({ user_metadata: { a: "b" } });

    const second = await call(page, "client.login", {
      realm,
      ...(await signUp(page)),
      scope: "openid",
    });
    const linked = await call(
      page,
      "management.linkUser",
      accessToken,
      sub,
      second.result?.["idToken"],
    );
    expect(linked.error).toBeNull();
    expect(linked.result).toHaveLength(2);
    const refused = await call(page, "management.patchUserAttributes", accessToken, sub, {
      email: "x@example.com",
    });
    expect(refused.error).toMatchObject({ code: "Forbidden" });
  });

  test("the session is known again after a reload", async ({ page, stack }) => {
    await page.reload();
    await attach(page, stack);
    const { result } = await call(page, "checkSession", {});
    expect(result).toMatchObject({ idTokenPayload: { email: stack.user.email } });
  });
});

async function signUp(page: Page): Promise<{ username: string; password: string }> {
  const account = {
    username: `second-${crypto.randomUUID()}@example.com`,
    password: "Long-enough-42",
  };
  const { username: email, password } = account;
  const made = await call(page, "signup", { connection: realm, email, password });
  expect(made.result).toMatchObject({ email });
  return account;
}
