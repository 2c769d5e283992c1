// @vitest-environment jsdom
import type { FaultName } from "@portico/tenant";
import { expect, test } from "vitest";
import { asked, database as realm, openEngine, type Engine } from "./auth0-js-page.js";
import { ada, failureOf } from "./client-page.js";

const password = "Long-enough-42";
const otp = { username: ada.username, otp: "738291", realm: "email" };
const exchange = { subjectToken: "no-token", subjectTokenType: "urn:example:token" };
const newcomer = { email: "grace@navy.example", password };
const message = { connection: "email", send: "code", email: ada.username } as const;
const reset = { connection: realm, email: ada.username };

const refused = (code: string, status: number) => ({ code, details: {}, status });
const unreadable = { code: "invalid_response", details: {} };
const rule = (code: string, more: object = {}) => ({
  code,
  format: [],
  verified: false,
  items: [],
  ...more,
});

const inPage = (engine: Engine) => engine.loginInPage({ ...ada, realm }, asked, {});
const byGrant = (engine: Engine) => engine.loginByGrant({ ...ada, realm }, asked, {});

/** The refusals that an endpoint words in its own way. */
const refusals: readonly [string, (engine: Engine) => Promise<unknown>, object][] = [
  [
    "a wrong password, in the page",
    (e) => e.loginInPage({ ...ada, password: "wrong", realm }, asked, {}),
    refused("invalid_credentials", 403),
  ],
  [
    "a wrong password, at the token endpoint",
    (e) => e.loginByGrant({ ...ada, password: "wrong", realm }, asked, {}),
    refused("invalid_credentials", 403),
  ],
  ["a wrong code, in the page", (e) => e.loginInPage(otp, asked, {}), refused("invalid_otp", 403)],
  [
    "a wrong code, at the token endpoint",
    (e) => e.loginByGrant(otp, asked, {}),
    refused("invalid_otp", 403),
  ],
  [
    "a token that is none",
    (e) => e.exchangeToken(exchange, asked, {}),
    refused("invalid_request", 400),
  ],
  ["an unknown access token", (e) => e.userinfo("no-token", {}), refused("access_denied", 401)],
  [
    "a known address",
    (e) => e.signup(realm, { email: ada.username, password }, {}),
    refused("invalid_signup", 400),
  ],
  [
    "no address",
    (e) => e.signup(realm, { email: "grace", password }, {}),
    refused("invalid_email", 400),
  ],
  [
    "a weak password",
    (e) => e.signup(realm, { ...newcomer, password: "weak" }, {}),
    {
      ...refused("invalid_password", 400),
      details: {
        policy: "strength",
        rules: [
          rule("lengthAtLeast", { format: [8] }),
          rule("containsAtLeast", {
            format: [3, 4],
            items: [
              rule("lowerCase", { verified: true }),
              ...["upperCase", "numbers", "specialCharacters"].map((code) => rule(code)),
            ],
          }),
        ],
      },
    },
  ],
  [
    "a reset elsewhere",
    (e) => e.changePassword({ ...reset, connection: "misspelt" }, {}),
    refused("invalid_request", 400),
  ],
  [
    "a message elsewhere",
    (e) => e.passwordlessStart({ ...message, connection: "misspelt" }, undefined, {}),
    refused("invalid_request", 400),
  ],
  [
    "a number that is none",
    (e) =>
      e.passwordlessStart({ connection: "sms", send: "code", phoneNumber: "1" }, undefined, {}),
    refused("invalid_phone_number", 400),
  ],
];

test.each(refusals)("%s is told as such", async (_what, call, failure) => {
  const { engine } = await openEngine();
  expect(await failureOf(call(engine))).toEqual({ name: "AuthError", ...failure });
});

/** What one endpoint alone can answer. */
const answers: readonly [string, FaultName, (engine: Engine) => Promise<unknown>, object][] = [
  ["a blocked user, in the page", "blocked", inPage, refused("blocked_user", 403)],
  ["a blocked user, at the token endpoint", "blocked", byGrant, refused("blocked_user", 401)],
  ["a leaked password, in the page", "password_leaked", inPage, refused("password_leaked", 401)],
  [
    "a captcha, in the page",
    "requires_verification",
    inPage,
    refused("requires_verification", 401),
  ],
  [
    "a captcha, at the token endpoint",
    "requires_validation",
    byGrant,
    refused("requires_verification", 401),
  ],
  ["a second factor, in the page", "mfa_required", inPage, refused("mfa_required", 403)],
  ["a second factor, at the token endpoint", "mfa_required", byGrant, refused("mfa_required", 403)],
  ["half an answer", "json-truncated", byGrant, refused("invalid_response", 200)],
  ["members of other kinds", "wrong-type", byGrant, unreadable],
  ["members of other kinds, in the page", "wrong-type", inPage, unreadable],
  ["no lifetime", "expires-in-absent", byGrant, unreadable],
  [
    "no ID token",
    "id-token-absent",
    byGrant,
    { code: "invalid_token", details: { reason: "missing" } },
  ],
  [
    "a forged ID token",
    "token:wrong-key",
    byGrant,
    { code: "invalid_token", details: { reason: "signature" } },
  ],
  [
    "an ID token without its nonce",
    "token:wrong-nonce",
    inPage,
    { code: "invalid_token", details: { reason: "nonce" } },
  ],
];

test.each(answers)("%s is told as such: %s", async (_what, fault, call, failure) => {
  const { engine, tenant } = await openEngine();
  tenant.faults.add({ match: fault.startsWith("token:") ? {} : { method: "POST" }, fault });
  expect(await failureOf(call(engine))).toEqual({ name: "AuthError", ...failure });
});

test("an answer of another lifetime, as text, is as good", async () => {
  const { engine, tenant } = await openEngine();
  tenant.faults.add({ fault: "expires-in-string" });
  expect(await byGrant(engine)).toMatchObject({ expiresIn: 86_400 });
});

test("a refusal keeps its status where an empty secret was sent", async () => {
  const { engine } = await openEngine();
  const given = { ...exchange, actorToken: "", actorTokenType: "" };
  expect(await failureOf(engine.exchangeToken(given, asked, {}))).toMatchObject({ status: 400 });
});

/** Secrets that happen to be what the tenant's refusal says besides. */
const alike: readonly [string, (engine: Engine) => Promise<unknown>][] = [
  ["a password, in the page", (e) => e.loginInPage({ ...ada, password: "403", realm }, asked, {})],
  ["a code, in the page", (e) => e.loginInPage({ ...otp, otp: "403" }, asked, {})],
  [
    "a password, at the token endpoint",
    (e) => e.loginByGrant({ ...ada, password: "403", realm }, asked, {}),
  ],
  ["a code, at the token endpoint", (e) => e.loginByGrant({ ...otp, otp: "403" }, asked, {})],
  ["a subject token", (e) => e.exchangeToken({ ...exchange, subjectToken: "400" }, asked, {})],
  [
    "an actor token",
    (e) => e.exchangeToken({ ...exchange, actorToken: "400", actorTokenType: "x" }, asked, {}),
  ],
  ["a password to be", (e) => e.signup(realm, { email: "grace", password: "400" }, {})],
  ["an access token", (e) => e.userinfo("401", {})],
];

test.each(alike)("%s is in no error, were it by chance", async (_what, call) => {
  const { engine } = await openEngine();
  expect(await failureOf(call(engine))).toEqual({ name: "AuthError", code: "server", details: {} });
});
