// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { appCode } from "../harness/authenticator-app.js";
import {
  aborted,
  byMail,
  byPhone,
  grant,
  hedy,
  inAs,
  mfaToken,
  newcomer,
  openChallenged,
  wrongCode,
  recoveryCode,
  totpSecret,
} from "./client-challenged.js";
import { asked, clientId, failureOf, requestsTo } from "./client-page.js";

const now = Date.UTC(2030, 0, 1);
const connection = "Username-Password-Authentication";
const api = "https://api.portico.example";
const expired = { name: "AuthError", code: "expired_token", details: {} };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

test("a login that needs a second factor says which, and signs nobody in", async () => {
  const { client, challenge, error } = await openChallenged();
  expect(challenge).toEqual({
    type: "mfa",
    expiresAt: now + 600_000,
    challenge: ["otp", "recovery-code"],
  });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "AuthError",
    code: "mfa_required",
    details: {},
    status: 403,
  });
  expect([client.session.get(), client.lastSignIn()]).toEqual([{ status: "starting" }, undefined]);
  expect(sessionStorage).toHaveLength(0);
});

describe("mfa.authenticators", () => {
  test.each([
    [hedy, [{ factor: "otp" }, { factor: "recovery-code" }]],
    [byPhone, [{ factor: "sms", name: expect.stringMatching(/67$/) }]],
    [newcomer, []],
  ])("gives those of %j", async (who, factors) => {
    const { client, tenant, challenge } = await openChallenged(who);
    expect(await client.mfa.authenticators(challenge)).toEqual(
      factors.map((factor) =>
        expect.objectContaining({ id: expect.any(String), active: true, ...factor }),
      ),
    );
    expect(requestsTo(tenant)).toEqual(["GET /mfa/authenticators"]);
  });
});

describe("mfa.verify", () => {
  test("signs in with the code of an app, spaces aside, as the login had asked", async () => {
    const { client, browser, challenge, answered } = await openChallenged(hedy, {
      audience: api,
      scope: "openid email offline_access",
    });
    const otp = appCode(totpSecret, now);
    const typed = ` ${otp.slice(0, 3)} ${otp.slice(3)} `;
    expect(await client.mfa.verify(challenge, { otp: typed })).toEqual({
      kind: "authenticated",
      session: {
        user: expect.objectContaining({ email: hedy.email }),
        expiresAt: now + 86_400_000,
        audience: api,
        scope: ["openid", "email", "offline_access"],
        hasRefreshToken: true,
      },
    });
    expect(answered()).toEqual({
      client_id: clientId,
      grant_type: grant("mfa-otp"),
      mfa_token: mfaToken,
      otp,
    });
    expect(client.lastSignIn()).toEqual({ connection, username: hedy.email, at: now });
    expect(browser.said("/mfa/challenge")).toEqual([]);
    // It is spent.
    expect(await failureOf(client.mfa.verify(challenge, { otp }))).toEqual(aborted);
    expect(await failureOf(client.mfa.authenticators(challenge))).toEqual(aborted);
  });

  test("signs in with a recovery code, and gives the next", async () => {
    const { client, challenge, answered } = await openChallenged();
    const outcome = await client.mfa.verify(challenge, { recoveryCode: ` ${recoveryCode}\n` });
    expect(outcome).toEqual({
      ...inAs(hedy),
      recoveryCode: expect.stringMatching(/^[A-Z2-7]{24}$/),
    });
    expect(outcome.recoveryCode).not.toBe(recoveryCode);
    expect(answered()).toEqual({
      client_id: clientId,
      grant_type: grant("mfa-recovery-code"),
      mfa_token: mfaToken,
      recovery_code: recoveryCode,
    });
  });

  test.each([
    ["sms", byPhone, "+15551234567"],
    ["email", byMail, "second@example.com"],
  ] as const)("signs in with the code that was sent, by %s", async (factor, who, to) => {
    const { client, browser, tenant, challenge, answered, idOf } = await openChallenged(who);
    const authenticator = await idOf(factor);
    expect(await client.mfa.challenge(challenge, authenticator)).toEqual({
      factor,
      needsCode: true,
    });
    expect(browser.said("/mfa/challenge")).toEqual([
      {
        client_id: clientId,
        mfa_token: mfaToken,
        challenge_type: "oob",
        authenticator_id: authenticator.id,
      },
    ]);
    const [message] = tenant.inbox.list();
    expect(message).toMatchObject({ to });
    const otp = message?.code ?? "";
    expect(await client.mfa.verify(challenge, { otp })).toEqual(inAs(who));
    expect(answered()).toEqual({
      client_id: clientId,
      grant_type: grant("mfa-oob"),
      mfa_token: mfaToken,
      oob_code: expect.any(String),
      binding_code: otp,
    });
  });

  test.each(["otp", "recovery-code"] as const)(
    "asks an app again where %s is chosen after a message",
    async (factor) => {
      const { client, browser, challenge, answered, idOf } = await openChallenged(byPhone);
      await client.mfa.challenge(challenge, await idOf("sms"));
      expect(await client.mfa.challenge(challenge, { id: "any", factor })).toEqual({
        factor,
        needsCode: true,
      });
      expect(browser.said("/mfa/challenge")).toHaveLength(1);
      await failureOf(client.mfa.verify(challenge, { otp: "123456" }));
      expect(answered()).toMatchObject({ grant_type: grant("mfa-otp"), otp: "123456" });
    },
  );

  test("takes another answer after a wrong one", async () => {
    const { client, challenge } = await openChallenged();
    const wrong = { otp: "000000" };
    expect(await failureOf(client.mfa.verify(challenge, wrong))).toEqual(wrongCode);
    expect(await failureOf(client.mfa.verify(challenge, wrong))).toEqual(wrongCode);
    expect(await failureOf(client.mfa.verify(challenge, { recoveryCode: "NO" }))).toEqual(
      wrongCode,
    );
    expect(client.session.get()).toEqual({ status: "starting" });
    const right = { otp: appCode(totpSecret, now) };
    expect(await client.mfa.verify(challenge, right)).toEqual(inAs(hedy));
  });

  test("sends the same answer once, and another one in its turn", async () => {
    const { client, challenge, tenant } = await openChallenged();
    const right = { otp: appCode(totpSecret, now) };
    const [one, two, other] = await Promise.allSettled([
      client.mfa.verify(challenge, right),
      client.mfa.verify(challenge, right),
      client.mfa.verify(challenge, { recoveryCode }),
    ]);
    expect(one).toEqual({ status: "fulfilled", value: inAs(hedy) });
    expect(two).toEqual(one);
    expect(other).toEqual({ status: "rejected", reason: expect.objectContaining(aborted) });
    expect(requestsTo(tenant).filter((sent) => sent === "POST /oauth/token")).toHaveLength(1);
  });

  test.each([
    ["json500", { code: "server", status: 500 }],
    ["answer-lost", { code: "network", details: { online: true } }],
    ["token:expired", { code: "invalid_token", details: { reason: "expired" } }],
    ["token:wrong-audience", { code: "invalid_token", details: { reason: "audience" } }],
    ["id-token-absent", { code: "invalid_token", details: { reason: "missing" } }],
  ] as const)("signs nobody in after %s, and can be tried again", async (fault, failure) => {
    const { client, challenge, tenant } = await openChallenged();
    tenant.faults.add({ match: { path: "/oauth/token" }, fault });
    const right = { otp: appCode(totpSecret, now) };
    expect(await failureOf(client.mfa.verify(challenge, right))).toMatchObject(failure);
    expect([client.session.get(), client.lastSignIn()]).toEqual([
      { status: "starting" },
      undefined,
    ]);
    expect(await failureOf(client.mfa.verify(challenge, { otp: "000000" }))).not.toEqual(aborted);
  });

  test.each([
    [{ without: ["org_name"] }, "organization"],
    [{ claims: { at_hash: "of another token" } }, "access_token_hash"],
  ] as const)("refuses an ID token with %j", async (changes, reason) => {
    const { client, challenge, tenant } = await openChallenged(hedy, {
      organization: "observatory",
    });
    tenant.faults.add({ match: { path: "/oauth/token" }, fault: { kind: "token", ...changes } });
    expect(await failureOf(client.mfa.verify(challenge, { recoveryCode }))).toEqual({
      name: "AuthError",
      code: "invalid_token",
      details: { reason },
    });
  });

  test("takes an ID token that is not bound to an access token", async () => {
    const { client, challenge, tenant } = await openChallenged();
    tenant.faults.add({ fault: { kind: "token", without: ["at_hash"] } });
    expect(await client.mfa.verify(challenge, { recoveryCode })).toMatchObject(inAs(hedy));
  });

  test("ends at the caller's wish", async () => {
    const page = await openChallenged();
    const { client, challenge, tenant } = page;
    tenant.faults.add({ match: { path: "/oauth/token" }, fault: "hang" });
    const caller = new AbortController();
    const { signal } = caller;
    const ended = failureOf(
      client.mfa.verify(challenge, { otp: appCode(totpSecret, now), signal }),
    );
    await asked(page, "/oauth/token");
    caller.abort();
    expect(await ended).toEqual(aborted);
    expect(await failureOf(client.mfa.authenticators(challenge, { signal }))).toEqual(aborted);
    const sms = { id: "sms|1", factor: "sms" } as const;
    expect(await failureOf(client.mfa.challenge(challenge, sms, { signal }))).toEqual(aborted);
    expect(await failureOf(client.mfa.enroll(challenge, { factor: "otp", signal }))).toEqual(
      aborted,
    );
  });
});

test("a challenge is good for ten minutes, and then for nothing", async () => {
  const { client, challenge, tenant } = await openChallenged();
  vi.setSystemTime(challenge.expiresAt - 1);
  expect(await client.mfa.authenticators(challenge)).toHaveLength(2);
  vi.setSystemTime(challenge.expiresAt);
  tenant.clearRequests();
  const sms = { id: "sms|1", factor: "sms" } as const;
  for (const call of [
    client.mfa.authenticators(challenge),
    client.mfa.enroll(challenge, { factor: "otp" }),
    client.mfa.challenge(challenge, sms),
    client.mfa.verify(challenge, { otp: "123456" }),
    client.mfa.verify(challenge, {}),
  ]) {
    expect(await failureOf(call)).toEqual(expired);
  }
  expect(tenant.requests()).toEqual([]);
});
