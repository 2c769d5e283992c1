import type { RunningTenant } from "@portico/tenant";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import {
  ada,
  confidentialClient,
  openClient,
  realm,
  recordSent,
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

const calls: readonly SentCall[] = [
  [
    "database.signup",
    ({ database }) =>
      database.signup({
        connection: realm,
        email: "e@example.com",
        password: "p",
        username: "u",
        name: "n",
        givenName: "g",
        familyName: "f",
        nickname: "i",
        picture: "https://example.com/p.png",
        phoneNumber: "+4930901820",
        userMetadata: { plan: "pro" },
        organization,
        captcha: "c",
        captchaState: "s",
      }),
    "/dbconnections/signup",
    json,
    {
      client_id: "server",
      connection: realm,
      email: "e@example.com",
      password: "p",
      username: "u",
      name: "n",
      given_name: "g",
      family_name: "f",
      nickname: "i",
      picture: "https://example.com/p.png",
      phone_number: "+4930901820",
      user_metadata: { plan: "pro" },
      organization,
      captcha: "c",
      state: "s",
    },
  ],
  ...(["changePassword", "requestChangePasswordEmail"] as const).map(
    (name): (typeof calls)[number] => [
      `database.${name}`,
      ({ database }) =>
        database[name]({
          connection: realm,
          email: "e@example.com",
          organization,
          captcha: "c",
          captchaState: "s",
        }),
      "/dbconnections/change_password",
      json,
      {
        client_id: "server",
        connection: realm,
        email: "e@example.com",
        organization,
        captcha: "c",
        state: "s",
      },
    ],
  ),
  [
    "database.changePassword with a password",
    ({ database }) =>
      database.changePassword({ connection: realm, email: "e@example.com", password: "p" }),
    "/dbconnections/change_password",
    json,
    { client_id: "server", connection: realm, email: "e@example.com", password: "p" },
  ],
  [
    "database.challenge",
    ({ database }) => database.challenge({ kind: "login", state: "s" }),
    "/usernamepassword/challenge",
    json,
    { client_id: "server", state: "s" },
  ],
  [
    "passwordless.sendEmail",
    ({ passwordless }) =>
      passwordless.sendEmail({
        email: "e@example.com",
        send: "link",
        authParams: { scope: "openid", state: "own" },
        captcha: "c",
        captchaState: "s",
        language: "de",
        forwardedFor,
      }),
    "/passwordless/start",
    { ...json, ...from, "x-request-language": "de" },
    {
      ...proven,
      connection: "email",
      send: "link",
      email: "e@example.com",
      authParams: { scope: "openid", state: "s" },
      captcha: "c",
    },
  ],
  [
    "passwordless.sendEmail without a captcha",
    ({ passwordless }) =>
      passwordless.sendEmail({
        email: "e@example.com",
        send: "code",
        authParams: { state: "own" },
      }),
    "/passwordless/start",
    json,
    {
      ...proven,
      connection: "email",
      send: "code",
      email: "e@example.com",
      authParams: { state: "own" },
    },
  ],
  [
    "passwordless.sendSms",
    ({ passwordless }) => passwordless.sendSms({ phoneNumber: "+4930901820" }),
    "/passwordless/start",
    json,
    { ...proven, connection: "sms", send: "code", phone_number: "+4930901820" },
  ],
  [
    "legacy.resourceOwner",
    ({ legacy }) =>
      legacy.resourceOwner({
        ...ada,
        connection: realm,
        scope: "openid email",
        grantType: "g",
        target: "t",
        device: "d",
        forwardedFor,
      }),
    "/oauth/ro",
    { ...json, ...from },
    {
      ...proven,
      ...ada,
      connection: realm,
      scope: "openid email",
      grant_type: "g",
      target: "t",
      device: "d",
    },
  ],
  [
    "legacy.resourceOwner by default",
    ({ legacy }) => legacy.resourceOwner({ ...ada, connection: realm }),
    "/oauth/ro",
    json,
    { ...proven, ...ada, connection: realm, scope: "openid", grant_type: "password" },
  ],
  [
    "legacy.delegation",
    ({ legacy }) => legacy.delegation({ refreshToken: "r", scope: "openid email", apiType: "aws" }),
    "/delegation",
    json,
    {
      ...proven,
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      refresh_token: "r",
      scope: "openid email",
      api_type: "aws",
    },
  ],
  [
    "legacy.tokenInfo",
    ({ legacy }) => legacy.tokenInfo("i"),
    "/tokeninfo",
    json,
    { id_token: "i" },
  ],
];

describe("what a call sends, and nothing else:", () => {
  test.each(calls)("%s", async (_, call, path, headers, fields) => {
    expect(await sentBy(tenant, call, path)).toEqual([{ headers, credentials: "omit", fields }]);
  });
});

test("another application than the configured one is told without the secret", async () => {
  const client = confidentialClient(tenant);
  const sent = recordSent();
  await client.passwordless.sendEmail({
    email: "e@example.com",
    send: "code",
    clientId: "portico-demo",
  });
  await client.database.challenge({ kind: "signup", state: "s", clientId: "portico-demo" });
  await client.mfa.associate({ ...mfa, factor: "otp", clientId: "portico-demo" }).catch(() => {});
  expect(
    ["/passwordless/start", "/dbconnections/signup/challenge", "/mfa/associate"].map(
      (path) => sent(path)[0]?.fields,
    ),
  ).toEqual([
    { client_id: "portico-demo", connection: "email", send: "code", email: "e@example.com" },
    { client_id: "portico-demo", state: "s" },
    { authenticator_types: ["otp"] },
  ]);
});

test("a retired endpoint that is gone for good is one that the tenant has switched off", async () => {
  const fault = { kind: "json-empty", status: 410 } as const;
  tenant.faults.add({ match: { path: "/tokeninfo" }, fault });
  await expect(openClient(tenant).legacy.tokenInfo("x")).rejects.toMatchObject({
    code: "legacy_endpoint_disabled",
    status: 410,
  });
});
