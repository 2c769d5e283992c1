import type { RunningTenant } from "@portico/tenant";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import {
  ada,
  audience,
  callback,
  confidentialClient,
  realm,
  startAuthenticationTenant,
} from "./authentication-tenant.js";
import {
  forwardedFor,
  from,
  json,
  mfa,
  organization,
  proven,
  sentBy,
  type SentCall,
} from "./authentication-wire.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startAuthenticationTenant({ legacyEndpoints: true });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => tenant.close());

const auth0Grant = (kind: string) => `http://auth0.com/oauth/grant-type/${kind}`;
const access = { scope: "openid email", audience, organization };
const bearer = { authorization: "Bearer an-mfa-token" };

const calls: readonly SentCall[] = [
  [
    "oauth.authorizationCode",
    ({ oauth }) =>
      oauth.authorizationCode({
        code: "c",
        codeVerifier: "v",
        redirectUri: callback,
        nonce: "n",
        maxAge: 1,
        organization,
        expectedSub: "s",
        forwardedFor,
      }),
    "/oauth/token",
    from,
    {
      ...proven,
      grant_type: "authorization_code",
      code: "c",
      code_verifier: "v",
      redirect_uri: callback,
    },
  ],
  [
    "oauth.password",
    ({ oauth }) => oauth.password({ ...ada, ...access, forwardedFor }),
    "/oauth/token",
    from,
    { ...proven, grant_type: "password", ...ada, ...access },
  ],
  [
    "oauth.passwordRealm",
    ({ oauth }) => oauth.passwordRealm({ ...ada, ...access, realm, forwardedFor }),
    "/oauth/token",
    from,
    { ...proven, grant_type: auth0Grant("password-realm"), ...ada, ...access, realm },
  ],
  [
    "oauth.refreshToken",
    ({ oauth }) =>
      oauth.refreshToken({ refreshToken: "r", scope: "openid", audience, expectedSub: "s" }),
    "/oauth/token",
    {},
    { ...proven, grant_type: "refresh_token", refresh_token: "r", scope: "openid", audience },
  ],
  [
    "oauth.passwordlessOtp",
    ({ oauth }) => oauth.passwordlessOtp({ email: "e@example.com", otp: "1", ...access }),
    "/oauth/token",
    {},
    {
      ...proven,
      grant_type: auth0Grant("passwordless/otp"),
      username: "e@example.com",
      realm: "email",
      otp: "1",
      ...access,
    },
  ],
  [
    "passwordless.verify",
    ({ passwordless }) => passwordless.verify({ phoneNumber: "+4930901820", otp: "1" }),
    "/oauth/token",
    {},
    {
      ...proven,
      grant_type: auth0Grant("passwordless/otp"),
      username: "+4930901820",
      realm: "sms",
      otp: "1",
    },
  ],
  [
    "oauth.tokenExchange",
    ({ oauth }) =>
      oauth.tokenExchange({
        subjectToken: "s",
        subjectTokenType: "urn:a",
        actorToken: "a",
        actorTokenType: "urn:b",
        extra: { plan: "pro", grant_type: "none" },
        ...access,
      }),
    "/oauth/token",
    {},
    {
      ...proven,
      plan: "pro",
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: "s",
      subject_token_type: "urn:a",
      actor_token: "a",
      actor_token_type: "urn:b",
      ...access,
    },
  ],
  [
    "oauth.clientCredentials",
    ({ oauth }) => oauth.clientCredentials(access),
    "/oauth/token",
    {},
    { ...proven, grant_type: "client_credentials", ...access },
  ],
  [
    "oauth.revoke",
    ({ oauth }) => oauth.revoke({ refreshToken: "r" }),
    "/oauth/revoke",
    {},
    { ...proven, token: "r", token_type_hint: "refresh_token" },
  ],
  [
    "mfa.associate by phone",
    (client) => client.mfa.associate({ ...mfa, factor: "voice", phoneNumber: "+4930901820" }),
    "/mfa/associate",
    { ...json, ...bearer },
    {
      ...proven,
      authenticator_types: ["oob"],
      oob_channels: ["voice"],
      phone_number: "+4930901820",
    },
  ],
  [
    "mfa.associate by e-mail",
    (client) => client.mfa.associate({ ...mfa, factor: "email", email: "e@example.com" }),
    "/mfa/associate",
    { ...json, ...bearer },
    { ...proven, authenticator_types: ["oob"], oob_channels: ["email"], email: "e@example.com" },
  ],
  [
    "mfa.associate by push",
    (client) => client.mfa.associate({ ...mfa, factor: "push" }),
    "/mfa/associate",
    { ...json, ...bearer },
    { ...proven, authenticator_types: ["oob"], oob_channels: ["auth0"] },
  ],
  [
    "mfa.associate by app",
    (client) => client.mfa.associate({ ...mfa, factor: "otp" }),
    "/mfa/associate",
    { ...json, ...bearer },
    { ...proven, authenticator_types: ["otp"] },
  ],
  [
    "mfa.challenge",
    (client) => client.mfa.challenge({ ...mfa, type: "oob", authenticatorId: "a" }),
    "/mfa/challenge",
    json,
    { ...proven, mfa_token: mfa.mfaToken, challenge_type: "oob", authenticator_id: "a" },
  ],
  [
    "mfa.otp",
    (client) => client.mfa.otp({ ...mfa, otp: "1" }),
    "/oauth/token",
    from,
    { ...proven, grant_type: auth0Grant("mfa-otp"), mfa_token: mfa.mfaToken, otp: "1" },
  ],
  [
    "mfa.oob",
    (client) => client.mfa.oob({ ...mfa, oobCode: "o", bindingCode: "b" }),
    "/oauth/token",
    from,
    {
      ...proven,
      grant_type: auth0Grant("mfa-oob"),
      mfa_token: mfa.mfaToken,
      oob_code: "o",
      binding_code: "b",
    },
  ],
  [
    "mfa.recoveryCode",
    (client) => client.mfa.recoveryCode({ ...mfa, recoveryCode: "r" }),
    "/oauth/token",
    from,
    {
      ...proven,
      grant_type: auth0Grant("mfa-recovery-code"),
      mfa_token: mfa.mfaToken,
      recovery_code: "r",
    },
  ],
  [
    "legacy.validateUser",
    ({ legacy }) => legacy.validateUser({ ...ada, connection: realm, forwardedFor }),
    "/oauth/token",
    from,
    { ...proven, grant_type: auth0Grant("password-realm"), ...ada, realm, scope: "openid" },
  ],
];

describe("what a call sends, and nothing else:", () => {
  test.each(calls)("%s", async (_, call, path, headers, fields) => {
    expect(await sentBy(tenant, call, path)).toEqual([{ headers, credentials: "omit", fields }]);
  });
});

test("a refresh token is revoked although the page is being left", async () => {
  const { mock } = vi.spyOn(globalThis, "fetch");
  const { oauth } = confidentialClient(tenant);
  await oauth.revoke({ refreshToken: "r" });
  await oauth.refreshToken({ refreshToken: "r" }).catch(() => {});
  expect(mock.calls.map(([, init]) => init?.keepalive)).toEqual([true, false]);
});
