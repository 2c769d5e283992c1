import { randomUUID } from "node:crypto";
import { AuthenticationClient, isAuthError } from "@portico/core/authentication";
import { tokenDefects, type FaultName, type RunningTenant } from "@portico/tenant";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  ada,
  audience,
  callback,
  clientSecret,
  failureOf,
  openClient,
  realm,
  requestsTo,
  shownOf,
  startAuthenticationTenant,
} from "./authentication-tenant.js";

let tenant: RunningTenant;
beforeAll(async () => {
  // Nobody is to be locked out by all the wrong passwords below.
  const limits = { bruteForceLimit: 1000, suspiciousIpLimit: 1000, otpTries: 1000 };
  tenant = await startAuthenticationTenant({ legacyEndpoints: true, ...limits });
});
beforeEach(() => {
  tenant.faults.clear();
  tenant.clearRequests();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => tenant.close());

/** A server's client, because that has every call. */
function makeClient(deadline = 5000) {
  const domain = tenant.url;
  const deprecationWarnings = false;
  return new AuthenticationClient({
    domain,
    clientId: "server",
    clientSecret,
    deadline,
    deprecationWarnings,
  });
}

/** Appears in every argument that is a secret, and nowhere else. */
const canary = `canary-${randomUUID()}`;
type Client = ReturnType<typeof makeClient>;

interface Call {
  readonly name: string;
  readonly path: string;
  /** Of a success whose body nobody reads. */
  readonly says?: "nothing" | "a sentence";
  readonly run: (client: Client, signal?: AbortSignal) => Promise<unknown>;
}

const email = `${canary}@example.com`;
const credentials = { username: ada.username, password: canary };
const exchange = { subjectToken: canary, subjectTokenType: "urn:x" };
const mfa = { mfaToken: canary };
const token = "/oauth/token";

const calls: readonly Call[] = [
  {
    name: "oauth.authorizationCode",
    path: token,
    run: ({ oauth }, signal) =>
      oauth.authorizationCode({
        code: canary,
        codeVerifier: canary,
        nonce: canary,
        redirectUri: callback,
        signal,
      }),
  },
  {
    name: "oauth.password",
    path: token,
    run: ({ oauth }, signal) => oauth.password({ ...credentials, signal }),
  },
  {
    name: "oauth.passwordRealm",
    path: token,
    run: ({ oauth }, signal) => oauth.passwordRealm({ ...credentials, realm, signal }),
  },
  {
    name: "oauth.refreshToken",
    path: token,
    run: ({ oauth }, signal) => oauth.refreshToken({ refreshToken: canary, signal }),
  },
  {
    name: "oauth.clientCredentials",
    path: token,
    run: ({ oauth }, signal) => oauth.clientCredentials({ audience, signal }),
  },
  {
    name: "oauth.tokenExchange",
    path: token,
    run: ({ oauth }, signal) => oauth.tokenExchange({ ...exchange, signal }),
  },
  {
    name: "passwordless.verify",
    path: token,
    run: ({ passwordless }, signal) => passwordless.verify({ email, otp: canary, signal }),
  },
  {
    name: "oauth.revoke",
    path: "/oauth/revoke",
    says: "nothing",
    run: ({ oauth }, signal) => oauth.revoke({ refreshToken: canary, signal }),
  },
  {
    name: "users.userinfo",
    path: "/userinfo",
    run: ({ users }, signal) => users.userinfo(canary, { signal }),
  },
  {
    name: "passwordless.sendEmail",
    path: "/passwordless/start",
    run: ({ passwordless }, signal) =>
      passwordless.sendEmail({ email, send: "code", captcha: canary, signal }),
  },
  {
    name: "passwordless.sendSms",
    path: "/passwordless/start",
    run: ({ passwordless }, signal) => passwordless.sendSms({ phoneNumber: "+15550123", signal }),
  },
  {
    name: "passwordless.challenge",
    path: "/passwordless/challenge",
    run: ({ passwordless }, signal) => passwordless.challenge({ state: canary, signal }),
  },
  {
    name: "database.signup",
    path: "/dbconnections/signup",
    run: ({ database }, signal) =>
      database.signup({ email, password: canary, connection: realm, signal }),
  },
  {
    name: "database.changePassword",
    path: "/dbconnections/change_password",
    says: "a sentence",
    run: ({ database }, signal) => database.changePassword({ email, connection: realm, signal }),
  },
  {
    name: "database.challenge",
    path: "/dbconnections/signup/challenge",
    run: ({ database }, signal) => database.challenge({ kind: "signup", state: canary, signal }),
  },
  {
    name: "mfa.listAuthenticators",
    path: "/mfa/authenticators",
    run: (client, signal) => client.mfa.listAuthenticators(canary, { signal }),
  },
  {
    name: "mfa.associate",
    path: "/mfa/associate",
    run: (client, signal) => client.mfa.associate({ ...mfa, factor: "otp", signal }),
  },
  {
    name: "mfa.challenge",
    path: "/mfa/challenge",
    run: (client, signal) => client.mfa.challenge({ ...mfa, type: "otp", signal }),
  },
  {
    name: "mfa.otp",
    path: token,
    run: (client, signal) => client.mfa.otp({ ...mfa, otp: canary, signal }),
  },
  {
    name: "mfa.oob",
    path: token,
    run: (client, signal) =>
      client.mfa.oob({ ...mfa, oobCode: canary, bindingCode: canary, signal }),
  },
  {
    name: "mfa.recoveryCode",
    path: token,
    run: (client, signal) => client.mfa.recoveryCode({ ...mfa, recoveryCode: canary, signal }),
  },
  {
    name: "legacy.resourceOwner",
    path: "/oauth/ro",
    run: ({ legacy }, signal) =>
      legacy.resourceOwner({ ...credentials, connection: realm, signal }),
  },
  {
    name: "legacy.delegation",
    path: "/delegation",
    run: ({ legacy }, signal) => legacy.delegation({ idToken: canary, signal }),
  },
  {
    name: "legacy.ssoData",
    path: "/user/ssodata",
    run: ({ legacy }, signal) => legacy.ssoData({ signal }),
  },
  {
    name: "legacy.validateUser",
    path: token,
    run: ({ legacy }, signal) => legacy.validateUser({ ...credentials, connection: realm, signal }),
  },
  {
    name: "userCountry",
    path: "/user/geoloc/country",
    run: (client, signal) => client.userCountry({ signal }),
  },
];

const faults: readonly [FaultName, string][] = [
  ["network", "network"],
  ["body-cut", "network"],
  ["text403", "origin_not_allowed"],
  ["empty403", "access_denied"],
  ["html500", "server"],
  ["json500", "server"],
  ["json502", "server"],
  ["429-global", "rate_limited"],
];
const falseSuccesses: readonly FaultName[] = [
  "html200",
  "text200",
  "empty200",
  "empty204",
  "null200",
  "object200",
  "error200",
  "large200",
];

describe.each(calls)("$name", ({ path, says, run }) => {
  test("fails with a code of its own for each fault, and shows no secret", async () => {
    const due = faults.filter(([fault]) => says !== "nothing" || fault !== "body-cut");
    const seen: unknown[] = [];
    for (const [fault] of due) {
      tenant.faults.add({ match: { path }, fault });
      const error = await failureOf(run(makeClient()));
      const isUsed = tenant.faults.list().every(({ hits }) => hits > 0);
      seen.push({ fault, code: codeOf(error), leaks: leaked(shownOf(error)), isUsed });
      tenant.faults.clear();
    }
    expect(seen).toEqual(due.map(([fault, code]) => ({ fault, code, leaks: [], isUsed: true })));
    // Nothing is sent a second time.
    expect(requestsTo(tenant).filter((sent) => sent.endsWith(` ${path}`))).toHaveLength(due.length);
  });

  test("gives up at its deadline, and when it is told to", async () => {
    tenant.faults.add({ match: { path }, fault: "hang", times: "always" });
    const late = await failureOf(run(makeClient(50)));
    expect(late).toMatchObject({ code: "timeout", details: { deadline: 50 } });
    const controller = new AbortController();
    const running = failureOf(run(makeClient(), controller.signal));
    await vi.waitFor(() => {
      expect(requestsTo(tenant).filter((sent) => sent.endsWith(` ${path}`))).toHaveLength(2);
    });
    controller.abort(new Error(canary));
    const error = await running;
    expect(error).toMatchObject({ code: "aborted" });
    expect(leaked(shownOf(error) + shownOf(late))).toEqual([]);
    await expect(run(makeClient(), controller.signal)).rejects.toMatchObject({ code: "aborted" });
    expect(requestsTo(tenant).filter((sent) => sent.endsWith(` ${path}`))).toHaveLength(2);
  });

  test("writes nothing to the console", async () => {
    const spies = (["log", "warn", "error", "info", "debug"] as const).map((level) =>
      vi.spyOn(console, level).mockReturnValue(),
    );
    await run(makeClient()).catch(() => {});
    expect(spies.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});

test.each(calls.filter(({ says }) => says === undefined))(
  "$name takes no junk for a success",
  async ({ path, run }) => {
    const seen: unknown[] = [];
    for (const fault of falseSuccesses) {
      tenant.faults.add({ match: { path }, fault });
      const error = await failureOf(run(makeClient()));
      seen.push({ fault, code: codeOf(error), leaks: leaked(shownOf(error)) });
      tenant.faults.clear();
    }
    const code = "invalid_response";
    expect(seen).toEqual(falseSuccesses.map((fault) => ({ fault, code, leaks: [] })));
  },
);

test.each(calls.filter(({ path }) => path === token))(
  "$name says that the user is blocked",
  async ({ path, run }) => {
    tenant.faults.add({ match: { path }, fault: "blocked" });
    expect(await failureOf(run(makeClient()))).toMatchObject({ code: "blocked_user" });
  },
);

describe("what a password grant is refused for", () => {
  const signIn = (params: object = {}) =>
    openClient(tenant).oauth.password({ ...ada, scope: "openid", ...params });

  test.each([
    ["a wrong password", { password: canary }, "invalid_credentials"],
    ["an unknown user", { username: "nobody@example.com" }, "invalid_credentials"],
    ["a leaked password", { password: `leaked-${canary}` }, "password_leaked"],
    ["an unknown realm", { realm: "unknown" }, "invalid_request"],
    ["a realm of codes", { realm: "email" }, "invalid_request"],
    ["an unknown API", { audience: "https://unknown.example" }, "access_denied"],
    ["an unknown application", { clientId: "unknown" }, "access_denied"],
    ["an application without the grant", { clientId: "machine" }, "access_denied"],
    ["a robot", { username: "bot+x@example.com" }, "requires_verification"],
  ])("%s", async (_, params, code) => {
    const error = await failureOf(signIn(params));
    expect(error).toMatchObject({ code });
    expect(leaked(shownOf(error))).toEqual([]);
  });

  test.each([
    ["requires_verification", "requires_verification"],
    ["requires_validation", "requires_verification"],
    ["password_leaked", "password_leaked"],
    ["blocked", "blocked_user"],
    ["mfa_required", "mfa_required"],
    ["429-attempts", "too_many_attempts"],
  ] as const)("%s", async (fault, code) => {
    tenant.faults.add({ match: { path: token }, fault });
    const error = await failureOf(signIn());
    expect(error).toMatchObject({ code });
    expect(shownOf(error)).not.toContain(ada.password);
  });

  test("the tenant's wait is told", async () => {
    const fault = { kind: "429-global", retryAfter: 7 } as const;
    tenant.faults.add({ match: { path: token }, fault });
    await expect(signIn()).rejects.toMatchObject({ code: "rate_limited", retryAfter: 7000 });
  });
});

describe("an ID token from the token endpoint", () => {
  const signIn = () => openClient(tenant).oauth.password({ ...ada, scope: "openid" });
  // These do not count where no nonce and no age were asked for, or where the token endpoint may do without.
  const harmless = [
    "wrong-nonce",
    "missing-nonce",
    "old-auth-time",
    "missing-auth-time",
    "missing-at-hash",
    "wrong-org-id",
    "missing-kid",
  ];

  test.each(tokenDefects.filter((defect) => !harmless.includes(defect)))(
    "is refused for %s, and nothing is asked after that",
    async (defect) => {
      tenant.faults.add({ fault: `token:${defect}` });
      const error = await failureOf(signIn());
      expect(error).toMatchObject({ code: "invalid_token" });
      expect(shownOf(error)).not.toContain("eyJ");
      const [first = "", ...later] = requestsTo(tenant).toSorted();
      expect([first, ...later].filter((sent) => !sent.includes("jwks"))).toEqual([
        "POST /oauth/token",
      ]);
    },
  );

  test.each(harmless)("is taken with %s", async (defect) => {
    tenant.faults.add({ fault: `token:${defect}` as FaultName });
    expect((await signIn()).claims?.sub).toBeTypeOf("string");
  });

  test("is refused where the tenant's public key is taken for a secret", async () => {
    const client = new AuthenticationClient({
      domain: tenant.url,
      clientId: "server",
      clientSecret,
      idTokenAlgorithms: ["RS256", "HS256"],
    });
    tenant.faults.add({ fault: "token:hs256" });
    const call = client.oauth.password({ ...ada, scope: "openid" });
    await expect(call).rejects.toMatchObject({ details: { reason: "signature" } });
    expect((await client.oauth.password({ ...ada, scope: "openid" })).claims?.aud).toBe("server");
  });

  test("is missed where openid was asked for", async () => {
    tenant.faults.add({ fault: "id-token-absent" });
    await expect(signIn()).rejects.toMatchObject({ details: { reason: "missing" } });
  });

  test.each([
    ["jwks-garbage", "invalid_response"],
    ["jwks-down", "server"],
    ["jwks-empty", "invalid_token"],
    ["jwks-unknown-kid", "invalid_token"],
  ] as const)("is refused while the keys are not to be had: %s", async (fault, code) => {
    tenant.faults.add({ fault, times: "always" });
    await expect(signIn()).rejects.toMatchObject({ code });
    tenant.faults.clear();
    expect((await signIn()).claims?.sub).toBeTypeOf("string");
  });
});

/** The forms of the secrets that stand in a text. */
function leaked(text: string): string[] {
  return [canary, clientSecret]
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString("base64").replace(/=+$/, ""),
    ])
    .filter((form) => text.includes(form));
}

function codeOf(error: Error): string | undefined {
  return isAuthError(error) ? error.code : undefined;
}
