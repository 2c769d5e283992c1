import { generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import { credentialsGrant } from "../authentication/token-grants.js";
import type { MfaChallenge } from "../identity/challenge.js";
import { orChallenge } from "./or-challenge.js";
import type { FlowContext } from "./flow-context.js";
import { authenticators, challenge as sendChallenge, enroll, verify, type Mfa } from "./mfa.js";

const { publicKey, privateKey } = await generateKeyPair("RS256");
const start = Date.UTC(2030, 0, 1);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: start });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The flows of one client. */
function mfaFlows(context: FlowContext): Mfa {
  return {
    authenticators: (...given) => authenticators(context, ...given),
    enroll: (...given) => enroll(context, ...given),
    challenge: (...given) => sendChallenge(context, ...given),
    verify: (...given) => verify(context, ...given),
  };
}

/** A client whose verification takes the tokens of these tests. */
function client(): FlowContext {
  const base = fakeContext({});
  const keys = { algorithm: "RS256", find: async () => publicKey, preload: () => {} } as const;
  return fakeContext({}, { verification: { ...base.verification, keys } });
}

type Answer = () => Promise<Response> | Response;

interface Sent {
  readonly path: string;
  readonly body: string;
  /** Milliseconds since the beginning of the test. */
  readonly at: number;
}

/** A tenant that answers each request in turn, and notes them. */
function answering(...answers: Answer[]): Sent[] {
  const sent: Sent[] = [];
  const rest = [...answers];
  vi.stubGlobal("fetch", async (url: string, { body, signal }: RequestInit = {}) => {
    const text = body instanceof URLSearchParams ? body.toString() : ((body ?? "") as string);
    sent.push({ path: new URL(url).pathname, body: text, at: Date.now() - start });
    const answer = rest.shift();
    if (!answer) throw new Error("The test did not expect this request.");
    return Promise.race([
      answer(),
      new Promise<never>((_, reject) => {
        signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
      }),
    ]);
  });
  return sent;
}

const json =
  (body: unknown, status = 200): Answer =>
  () =>
    new Response(JSON.stringify(body), { status });
const never: Answer = () => new Promise(() => {});
const pending = json({ error: "authorization_pending" }, 400);
const slowDown = json({ error: "slow_down" }, 400);
const denied = json({ error: "invalid_grant" }, 403);
const pushSent = json({ challenge_type: "oob", oob_code: "secret-oob" });
const codeSent = json({ challenge_type: "oob", oob_code: "secret-oob", binding_method: "prompt" });

/** The tenant's tokens for a user. */
async function tokens(sub = "auth0|hedy", more: object = {}): Promise<Answer> {
  const now = Math.floor(start / 1000);
  const claims = { iss: "https://tenant.example/", aud: "app", sub, iat: now, exp: now + 3600 };
  const id_token = await new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
  return json({ access_token: "at", token_type: "Bearer", expires_in: 3600, id_token, ...more });
}

/** A sign-in that the tenant has answered with a challenge. */
async function challenged(
  context: FlowContext,
  subject?: string,
  audience?: string,
): Promise<MfaChallenge> {
  answering(json({ error: "mfa_required", mfa_token: "secret-mfa" }, 403));
  const { tenant } = context.verification;
  const credentials = { username: "hedy", password: "p", realm: "users" };
  const outcome = await orChallenge({ scope: "openid", subject, audience }, () =>
    credentialsGrant(tenant, credentials, {}, {}).then(() => ({ kind: "none" }) as const),
  );
  if (outcome.kind === "none") throw new Error("The tenant did not ask for a second factor.");
  return outcome.challenge;
}

/** What a call fails with, looked at from the beginning. */
function failure(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: unknown) => error);
}

const push = { id: "push|1", factor: "push" } as const;

/** A sign-in whose question waits on the user's device. */
async function asked(answer: Answer = pushSent) {
  const context = client();
  const challenge = await challenged(context);
  const mfa = mfaFlows(context);
  answering(answer);
  await mfa.challenge(challenge, push);
  return { context, challenge, mfa };
}

describe("an answer on the device", () => {
  test("is asked for every 5 seconds, and more slowly when the tenant says so", async () => {
    const { context, challenge, mfa } = await asked();
    const sent = answering(pending, pending, slowDown, pending, await tokens());
    const verifying = mfa.verify(challenge, {});
    await vi.advanceTimersByTimeAsync(30_000);
    const outcome = await verifying;
    expect(outcome).toMatchObject({ session: { user: { sub: "auth0|hedy" } } });
    expect(sent.map(({ at }) => at)).toEqual([0, 5000, 10_000, 20_000, 30_000]);
    expect(new URLSearchParams(sent[0]?.body).get("oob_code")).toBe("secret-oob");
    expect(context.session.get()).toMatchObject({ status: "authenticated" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is asked for as often as the tenant says", async () => {
    const oob = { challenge_type: "oob", oob_code: "secret-oob", interval: 2 };
    const { challenge, mfa } = await asked(json(oob));
    const sent = answering(pending, pending, denied);
    const verifying = failure(mfa.verify(challenge, {}));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await verifying).toMatchObject({ code: "access_denied" });
    expect(sent.map(({ at }) => at)).toEqual([0, 2000, 4000]);
  });

  test("is waited for until the sign-in has expired, and no longer", async () => {
    const { challenge, mfa } = await asked();
    const sent = answering(...Array.from({ length: 200 }, () => pending));
    const verifying = failure(mfa.verify(challenge, {}));
    await vi.advanceTimersByTimeAsync(challenge.expiresAt - start);
    expect(await verifying).toMatchObject({ code: "expired_token" });
    expect(sent).toHaveLength(120);
    expect(vi.getTimerCount()).toBe(0);
    await expect(mfa.verify(challenge, {})).rejects.toMatchObject({ code: "expired_token" });
    expect(sent).toHaveLength(120);
  });

  test("is waited for once, by however many callers, until the last one gives up", async () => {
    const { challenge, mfa } = await asked();
    const sent = answering(pending, pending);
    const [first, second] = [new AbortController(), new AbortController()];
    const results = [first, second].map((caller) => failure(mfa.verify(challenge, caller)));
    await vi.advanceTimersByTimeAsync(1000);
    first.abort();
    expect(await results[0]).toMatchObject({ code: "aborted" });
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(2);
    second.abort();
    expect(await results[1]).toMatchObject({ code: "aborted" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("to an older question is not waited for once there is a newer one", async () => {
    const { challenge, mfa } = await asked();
    answering(pending, json({ challenge_type: "oob", oob_code: "newer-oob" }), await tokens());
    const older = failure(mfa.verify(challenge, {}));
    await vi.advanceTimersByTimeAsync(1000);
    await mfa.challenge(challenge, push);
    expect(await older).toMatchObject({ code: "aborted" });
    expect(await mfa.verify(challenge, {})).toMatchObject({ kind: "authenticated" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("can be waited for again after a failure on the way", async () => {
    const { challenge, mfa } = await asked();
    answering(json("<html>", 502), await tokens());
    await expect(mfa.verify(challenge, {})).rejects.toMatchObject({ code: "server" });
    expect(await mfa.verify(challenge, {})).toMatchObject({ kind: "authenticated" });
  });

  test("to nobody is the developer's mistake", async () => {
    const context = client();
    const challenge = await challenged(context);
    const sent = answering(codeSent);
    const mfa = mfaFlows(context);
    await expect(mfa.verify(challenge, {})).rejects.toThrow("no device was asked");
    await mfa.challenge(challenge, { id: "sms|1", factor: "sms" });
    await expect(mfa.verify(challenge, {})).rejects.toThrow("no device was asked");
    expect(sent).toHaveLength(1);
  });
});

describe("a right answer signs nobody in", () => {
  test("after a sign-out", async () => {
    const context = client();
    const challenge = await challenged(context);
    const told = vi.spyOn(context.sync, "tell");
    const answer = await tokens();
    answering(() => {
      context.session.end("signed_out");
      return answer();
    });
    const verifying = mfaFlows(context).verify(challenge, { otp: "123456" });
    await expect(verifying).rejects.toMatchObject({ code: "aborted" });
    expect(context.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
    expect(told).not.toHaveBeenCalled();
  });

  test("but the user who was asked to prove themselves", async () => {
    const context = client();
    const challenge = await challenged(context, "auth0|ada");
    answering(await tokens("auth0|hedy"));
    const verifying = mfaFlows(context).verify(challenge, { otp: "123456" });
    await expect(verifying).rejects.toMatchObject({ code: "user_changed" });
    expect(context.session.get()).toEqual({ status: "starting" });
  });

  test("where somebody else has taken over meanwhile", async () => {
    const context = client();
    const challenge = await challenged(context, "auth0|hedy");
    const sent = answering(await tokens());
    const expiresAt = Date.now() + 1000;
    const state = context.session.begin(
      { user: { sub: "auth0|eve" }, expiresAt, scope: [], hasRefreshToken: false },
      { idToken: "id", refreshToken: undefined, seenSilently: true, key: "" },
      { value: "at", expiresAt },
    );
    const verifying = mfaFlows(context).verify(challenge, { otp: "123456" });
    await expect(verifying).rejects.toMatchObject({ code: "aborted" });
    expect(context.session.get()).toMatchObject({ session: state });
    expect(sent).toEqual([]);
  });

  test("with tokens that do not hold", async () => {
    const context = client();
    const challenge = await challenged(context);
    answering(await tokens("auth0|hedy", { id_token: undefined }));
    const verifying = mfaFlows(context).verify(challenge, { otp: "123456" });
    await expect(verifying).rejects.toMatchObject({
      code: "invalid_token",
      details: { reason: "missing" },
    });
    expect(context.session.get()).toEqual({ status: "starting" });
  });
});

test("a right answer is told to the other tabs, and its challenge is spent", async () => {
  const context = client();
  const challenge = await challenged(context);
  const told = vi.spyOn(context.sync, "tell");
  const sent = answering(await tokens("auth0|hedy", { recovery_code: "NEXT" }));
  const mfa = mfaFlows(context);
  const outcome = await mfa.verify(challenge, { recoveryCode: "OLD" });
  expect(outcome).toMatchObject({ kind: "authenticated", recoveryCode: "NEXT" });
  expect(told).toHaveBeenCalledExactlyOnceWith({ type: "signed_in", sub: "auth0|hedy" });
  await expect(mfa.authenticators(challenge)).rejects.toMatchObject({ code: "aborted" });
  expect(sent).toHaveLength(1);
});

test("a right answer to a fresh proof for another API leaves the session its own access token", async () => {
  const context = client();
  const mfa = mfaFlows(context);
  const signIn = await challenged(context);
  answering(await tokens());
  await mfa.verify(signIn, { otp: "123456" });
  const proof = await challenged(context, "auth0|hedy", "https://api.example");
  answering(await tokens("auth0|hedy", { access_token: "for the API" }));
  const { session } = await mfa.verify(proof, { otp: "654321" });
  expect(session).not.toHaveProperty("audience");
  const values = [...context.session.accessTokens.values()].map(({ value }) => value);
  expect(values).toEqual(["at", "for the API"]);
});

describe("an answer of the tenant that makes no sense is invalid_response:", () => {
  test.each<[string, unknown]>([
    ["no type", {}],
    ["no code to name it by", { challenge_type: "oob", binding_method: "prompt" }],
    ["an unknown type", { challenge_type: "oob-2", oob_code: "x" }],
    ["a list", []],
  ])("to a challenge: %s", async (_what, body) => {
    const context = client();
    const challenge = await challenged(context);
    answering(json(body));
    await expect(mfaFlows(context).challenge(challenge, push)).rejects.toMatchObject({
      code: "invalid_response",
    });
  });

  test.each<["otp" | "push", unknown]>([
    ["otp", {}],
    ["otp", { authenticator_type: "otp", secret: "S" }],
    ["push", { authenticator_type: "oob", oob_code: "x" }],
    ["push", { authenticator_type: "oob", barcode_uri: "otpauth://x" }],
  ])("to the enrolment of %s: %j", async (factor, body) => {
    const context = client();
    const challenge = await challenged(context);
    answering(json(body));
    await expect(mfaFlows(context).enroll(challenge, { factor })).rejects.toMatchObject({
      code: "invalid_response",
    });
  });
});

test("authenticators are read from either spelling, and strange ones are left out", async () => {
  const context = client();
  const challenge = await challenged(context);
  const oob = { authenticator_type: "oob", active: true };
  answering(
    json([
      { id: "totp|1", authenticator_type: "otp", active: true, secret: "S" },
      { ...oob, id: "sms|1", oob_channel: "sms", name: "XXXX1234" },
      { ...oob, id: "push|1", oob_channels: ["auth0"], active: "yes" },
      { ...oob, id: "new|1", oob_channels: ["carrier-pigeon"] },
      { ...oob, id: 5, oob_channel: "email" },
      { id: "webauthn|1", authenticator_type: "webauthn-roaming", active: true },
      null,
    ]),
  );
  expect(await mfaFlows(context).authenticators(challenge)).toEqual([
    { id: "totp|1", factor: "otp", active: true },
    { id: "sms|1", factor: "sms", active: true, name: "XXXX1234" },
    { id: "push|1", factor: "push", active: false },
  ]);
});

test("every call settles within its deadline, is aborted at a word, and tells no secret", async () => {
  const context = client();
  const challenge = await challenged(context);
  const mfa = mfaFlows(context);
  const calls = [
    (signal?: AbortSignal) => mfa.authenticators(challenge, { signal }),
    (signal?: AbortSignal) => mfa.enroll(challenge, { factor: "otp", signal }),
    (signal?: AbortSignal) => mfa.challenge(challenge, push, { signal }),
    (signal?: AbortSignal) => mfa.verify(challenge, { otp: "424242", signal }),
  ];
  for (const call of calls) {
    answering(never);
    const late = failure(call());
    await vi.advanceTimersByTimeAsync(15_000);
    const error = await late;
    expect(error).toMatchObject({ code: "timeout" });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/secret|424242/);
    answering(never);
    const controller = new AbortController();
    const given = failure(call(controller.signal));
    await vi.advanceTimersByTimeAsync(1);
    controller.abort();
    expect(await given).toMatchObject({ code: "aborted" });
    expect(vi.getTimerCount()).toBe(0);
  }
});
