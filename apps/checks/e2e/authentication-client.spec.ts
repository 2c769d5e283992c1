import type { Page } from "@playwright/test";
import {
  AuthenticationClient,
  codeChallenge,
  createTransaction,
  type AuthenticationConfig,
  type TokenSet,
} from "@portico/core/authentication";
import type { AuthenticationResult } from "../harness/authentication-call.js";
import type { Stack } from "../stack/start-stack.js";
import { expect, newEmail, requestsTo, signInAtTenant, test } from "./fixtures.js";

const realm = "Username-Password-Authentication";
const scope = "openid email offline_access";

type Where = "page" | "worker";
type Call = (path: string, ...args: readonly unknown[]) => Promise<AuthenticationResult>;

/** Opens the harness and gives how to make a call there. */
async function open(
  page: Page,
  stack: Stack,
  where: Where,
  more: Partial<AuthenticationConfig> = {},
): Promise<Call> {
  await page.goto(`${stack.app}/harness/authentication.html`);
  return callsIn(page, stack, where, more);
}

function callsIn(
  page: Page,
  { tenant, clientId }: Stack,
  where: Where,
  more: Partial<AuthenticationConfig> = {},
): Call {
  const config = { domain: tenant.url, clientId, deprecationWarnings: false, ...more };
  return (path, ...args) =>
    page.evaluate(([at, call]) => window.authentication[at](call), [
      where,
      { config: config as AuthenticationConfig, path, args },
    ] as const);
}

for (const where of ["page", "worker"] as const) {
  test.describe(`AuthenticationClient in a ${where}`, () => {
    test("signs in by password, without a preflight, and reads the user", async ({
      page,
      stack,
    }) => {
      const call = await open(page, stack, where);
      stack.tenant.clearRequests();
      const { email: username, password } = stack.user;
      const { value } = await call("oauth.passwordRealm", { username, password, realm, scope });
      const { accessToken, claims, refreshToken } = value as TokenSet;
      expect(claims).toMatchObject({ email: username, aud: stack.clientId });
      expect(stack.tenant.requests().filter(({ preflight }) => preflight)).toEqual([]);
      expect(requestsTo(stack).toSorted()).toEqual([
        "GET /.well-known/jwks.json",
        "POST /oauth/token",
      ]);
      const options = { expectedSub: claims?.sub };
      expect((await call("users.userinfo", accessToken, options)).value).toMatchObject({
        sub: claims?.sub,
        email: username,
      });
      const renewed = (await call("oauth.refreshToken", { refreshToken })).value as TokenSet;
      expect(renewed.refreshToken).not.toBe(refreshToken);
      await call("oauth.revoke", { refreshToken: renewed.refreshToken });
      const spent = await call("oauth.refreshToken", { refreshToken: renewed.refreshToken });
      expect(spent.code).toBe("invalid_grant");
    });

    test("tells a wrong password, and shows it nowhere", async ({ page, stack }) => {
      const call = await open(page, stack, where);
      const password = `wrong-${crypto.randomUUID()}`;
      const failed = await call("oauth.password", { username: stack.user.email, password });
      expect(failed.code).toBe("invalid_credentials");
      expect(failed.error).not.toContain(password);
    });

    test("signs up, asks for a new password, and signs in by a code", async ({ page, stack }) => {
      const call = await open(page, stack, where);
      const email = newEmail();
      const user = { email, password: "Long-enough-42", connection: realm };
      expect((await call("database.signup", user)).value).toMatchObject({ email });
      await call("database.requestChangePasswordEmail", { email, connection: realm });
      expect((await stack.tenant.inbox.wait({ to: email, kind: "reset" })).url).toBeTruthy();
      await call("passwordless.sendEmail", { email, send: "code" });
      const { code: otp } = await stack.tenant.inbox.wait({ to: email, kind: "code" });
      const { value } = await call("passwordless.verify", { email, otp, scope });
      expect((value as TokenSet).claims).toMatchObject({ email });
    });

    test("enrols a second factor and answers it", async ({ page, stack }) => {
      const call = await open(page, stack, where);
      const { inbox } = stack.tenant;
      const email = `mfa+${newEmail()}`;
      const password = "Long-enough-42";
      await call("database.signup", { email, password, connection: realm });
      const due = await call("oauth.password", { username: email, password, scope });
      expect(due.code).toBe("mfa_required");
      const { mfaToken = "" } = due;
      expect(due.error).not.toContain(mfaToken);
      const enrolled = await call("mfa.associate", { mfaToken, factor: "email" });
      const { oobCode } = enrolled.value as { oobCode: string };
      const { code: bindingCode } = await inbox.wait({ to: email, kind: "mfa" });
      const { value } = await call("mfa.oob", { mfaToken, oobCode, bindingCode });
      expect((value as TokenSet).claims).toMatchObject({ email });
    });

    test("refuses a forged ID token, and shows nothing of it", async ({ page, stack }) => {
      const call = await open(page, stack, where);
      stack.tenant.faults.add({ fault: "token:wrong-key" });
      const { email: username, password } = stack.user;
      const failed = await call("oauth.password", { username, password, scope });
      expect(failed).toEqual({ code: "invalid_token", error: expect.not.stringContaining("eyJ") });
    });

    test("asks where the caller is and whether a captcha is due", async ({ page, stack }) => {
      const call = await open(page, stack, where);
      expect((await call("userCountry")).value).toMatchObject({ countryCode: "US" });
      const asked = { kind: "signup", state: "s" };
      expect((await call("database.challenge", asked)).value).toEqual({ required: false });
    });

    test("takes no secret and no forwarded address", async ({ page, stack }) => {
      const clientSecret = "a-secret-of-at-least-thirty-two-bytes";
      const config = { clientSecret } as Partial<AuthenticationConfig>;
      const withSecret = await open(page, stack, where, config);
      const { mistake } = await withSecret("userCountry");
      expect(mistake).toContain("a clientSecret in a browser");
      expect(mistake).not.toContain(clientSecret);
      const call = callsIn(page, stack, where);
      const params = { username: "u", password: "p", forwardedFor: "203.0.113.7" };
      expect((await call("oauth.password", params)).mistake).toContain("in a browser");
    });
  });
}

test("a built address leads to a code that the page exchanges, and to the session that ssoData tells of", async ({
  page,
  stack,
}) => {
  const call = await open(page, stack, "page");
  const redirectUri = `${stack.app}/harness/authentication.html`;
  const { tenant, clientId, user } = stack;
  const transaction = createTransaction({
    redirectUri,
    responseType: "code",
    scope: "openid email",
  });
  const { state, nonce, codeVerifier } = transaction;
  const url = new AuthenticationClient({ domain: tenant.url, clientId }).buildAuthorizeUrl({
    ...transaction,
    codeChallenge: await codeChallenge(codeVerifier),
  });
  expect((await call("legacy.ssoData")).value).toEqual({ sso: false, sessionClients: [] });
  await page.goto(url);
  await signInAtTenant(page, stack);
  await page.waitForURL(`${redirectUri}?**`);
  const { searchParams } = new URL(page.url());
  expect(searchParams.get("state")).toBe(state);
  const code = searchParams.get("code");
  const grant = { code, codeVerifier, redirectUri, nonce };
  const { claims } = (await call("oauth.authorizationCode", grant)).value as TokenSet;
  expect(claims).toMatchObject({ email: user.email });
  expect((await call("legacy.ssoData")).value).toEqual({
    sso: true,
    sessionClients: [clientId],
    lastUsedClientId: clientId,
    lastUsedUserId: claims?.sub,
    lastUsedUsername: user.email,
    lastUsedConnection: { name: realm, strategy: "auth0" },
  });
});

test("built addresses are those that auth0-js builds", async ({ page, stack }) => {
  const { tenant, clientId } = stack;
  const ours = new AuthenticationClient({ domain: tenant.url, clientId });
  const redirectUri = `${stack.app}/?a=1&b`;
  const asked = {
    redirectUri,
    state: "s t+a",
    nonce: "n",
    scope: "openid email",
    prompt: "login",
    audience: "https://api.example",
    organization: "org_1",
  } as const;
  const theirs = await openAuth0JsClient(page, stack);
  for (const responseType of ["code", "token", "id_token", "token id_token"] as const) {
    const url = ours.buildAuthorizeUrl({
      ...asked,
      responseType,
      connection: "google-oauth2",
      connectionScope: ["a", "b"],
      loginHint: "ada@example.com",
      maxAge: 60,
      codeChallenge: "challenge",
    });
    const reference = await theirs("buildAuthorizeUrl", {
      ...asked,
      responseType,
      connection: "google-oauth2",
      connection_scope: "a,b",
      login_hint: "ada@example.com",
      max_age: 60,
      code_challenge: "challenge",
      code_challenge_method: "S256",
    });
    expect(partsOf(url)).toEqual(partsOf(reference));
  }
  const target = { returnTo: redirectUri, federated: true };
  expect(partsOf(ours.buildLogoutUrl(target))).toEqual(
    partsOf(await theirs("buildLogoutUrl", { ...target, clientID: clientId })),
  );
});

/** The address builders of the unmodified auth0-js. */
async function openAuth0JsClient(page: Page, { app, tenant, clientId }: Stack) {
  await page.goto(`${app}/harness/auth0-js.html`);
  await page.waitForFunction(() => "auth0" in window);
  return (method: string, params: object): Promise<string> =>
    page.evaluate(
      ([config, name, given]) => {
        const { client } = new window.auth0.WebAuth(config);
        return (
          (client as unknown as Record<string, (given: object) => string>)[name]?.(given) ?? ""
        );
      },
      [{ domain: tenant.url, clientID: clientId, _sendTelemetry: false }, method, params] as const,
    );
}

/** An address with its parameters in no order. */
function partsOf(address: string) {
  const { origin, pathname, searchParams } = new URL(address);
  return { origin, pathname, parameters: Object.fromEntries(searchParams) };
}
