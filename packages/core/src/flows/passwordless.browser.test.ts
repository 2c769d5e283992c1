import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { Engine } from "../engine/engine.js";
import { authError } from "../errors/auth-error.js";
import type { PasswordlessChallenge } from "../identity/passwordless-challenge.js";
import { createLastSignInStore } from "../session/last-sign-in.js";
import { createPendingMessageStore } from "../session/pending-message.js";
import { logout } from "./logout.js";
import { prove, resend, start, verify, type Passwordless } from "./passwordless.js";

const now = 1_800_000_000_000;
const email = "ada@example.com";

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["Date"], now });
});
afterEach(() => vi.useRealTimers());

/** A page whose engine answers as the test says. */
function page(engine: Partial<Engine> = {}) {
  const passwordlessStart = vi.fn<Engine["passwordlessStart"]>(
    engine.passwordlessStart ?? (async () => {}),
  );
  const loginInPage = vi.fn<Engine["loginInPage"]>(engine.loginInPage ?? (async () => tokens));
  const loginByGrant = vi.fn<Engine["loginByGrant"]>(engine.loginByGrant ?? (async () => tokens));
  const context = fakeContext(
    { ...engine, passwordlessStart, loginInPage, loginByGrant },
    {
      pendingMessage: createPendingMessageStore("app"),
      lastSignIn: createLastSignInStore("app", true),
    },
  );
  const flows: Passwordless = {
    start: (...given) => start(context, ...given),
    resend: (...given) => resend(context, ...given),
    verify: (...given) => verify(context, ...given),
    prove: (...given) => prove(context, ...given),
    pending: () => context.pendingMessage.get(),
    forget: () => context.pendingMessage.clear(),
  };
  return { context, passwordlessStart, loginInPage, loginByGrant, ...flows };
}

const claims = { iss: "i", sub: "email|ada", aud: "spa", exp: 1, iat: 1 };
const tokens: VerifiedTokens = { accessToken: "at", idToken: "id", expiresIn: 3600, claims };

/** A promise that the test settles. */
function later<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((yes) => {
    resolve = yes;
  });
  return { promise, resolve };
}

async function started({ start }: Pick<Passwordless, "start">): Promise<PasswordlessChallenge> {
  return (await start({ email })).challenge;
}

describe("a start", () => {
  test("resolves what was sent where, and when it may be sent again", async () => {
    const { start, pending } = page();
    const challenge = {
      type: "passwordless",
      connection: "email",
      channel: "email",
      destination: email,
      send: "code",
      resendAt: now + 30_000,
    };
    const outcome = await start({ email: ` ${email} ` });
    expect(outcome).toEqual({ kind: "accepted", destination: email, challenge });
    expect(Object.isFrozen(outcome.challenge)).toBe(true);
    expect(pending()).toBe(outcome.challenge);
  });

  test("asks for a code unless a link is wanted, by the connection of the channel or another", async () => {
    const { start, passwordlessStart } = page();
    await start({ email });
    await start({ phoneNumber: "0049 30 901820" });
    await start({ email, connection: "mail-for-staff" });
    const requests = passwordlessStart.mock.calls.map(([request, link]) => ({ ...request, link }));
    expect(requests).toEqual([
      { connection: "email", send: "code", email },
      { connection: "sms", send: "code", phoneNumber: "+4930901820" },
      { connection: "mail-for-staff", send: "code", email },
    ]);
  });

  test("of a link says what has to come back, with a return path of this app alone", async () => {
    const { start, passwordlessStart } = page();
    const appState = { returnTo: "https://evil.example/", step: 2 };
    const frozen = Object.freeze({ email, send: "link", appState, audience: "api" } as const);
    await start(frozen);
    expect(passwordlessStart.mock.calls[0]?.[1]).toMatchObject({
      redirectUri: "https://app.example/",
      connection: "email",
      audience: "api",
      appState: { returnTo: "/", step: 2 },
    });
  });

  test("twice at the same time sends one message, and later another", async () => {
    const sent = later<void>();
    const { start, passwordlessStart } = page({ passwordlessStart: () => sent.promise });
    const both = Promise.all([start({ email }), start({ email })]);
    sent.resolve();
    const [one, two] = await both;
    expect(one.challenge).toBe(two.challenge);
    expect(passwordlessStart).toHaveBeenCalledOnce();
    await start({ email });
    expect(passwordlessStart).toHaveBeenCalledTimes(2);
  });

  test("that a sign-out overtakes waits for nothing", async () => {
    const sent = later<void>();
    const { start, pending, context } = page({ passwordlessStart: () => sent.promise });
    const result = start({ email });
    await logout(context, { local: true });
    sent.resolve();
    await expect(result).rejects.toMatchObject({ code: "aborted" });
    expect(pending()).toBeUndefined();
  });

  test("ends at the caller's wish, and leaves the message to others who wait for it", async () => {
    const sent = later<void>();
    const { start } = page({ passwordlessStart: () => sent.promise });
    const controller = new AbortController();
    const given = start({ email, signal: controller.signal });
    const kept = start({ email });
    controller.abort();
    await expect(given).rejects.toMatchObject({ code: "aborted" });
    sent.resolve();
    expect(await kept).toMatchObject({ kind: "accepted" });
  });

  test("that fails changes nothing about the message of before", async () => {
    const { start, pending, passwordlessStart } = page();
    const first = await started({ start });
    passwordlessStart.mockRejectedValueOnce(authError("network", { online: true }));
    await expect(start({ email: "other@example.com" })).rejects.toMatchObject({ code: "network" });
    expect(pending()).toBe(first);
  });

  // What the types forbid.
  const broken = (params: object) => params as { email: string };
  test.each([
    ["neither address nor number", {}],
    ["both", { email, phoneNumber: "+4930901820" }],
    ["a link to a phone", { phoneNumber: "+4930901820", send: "link" }],
    ["an unknown way", { email, send: "pigeon" }],
    ["an address that is no text", { email: 7 }],
  ])("with %s is the developer's mistake and sends nothing", async (_, params) => {
    const { start, passwordlessStart } = page();
    await expect(start(broken(params))).rejects.toThrow("Nothing was sent.");
    expect(passwordlessStart).not.toHaveBeenCalled();
  });
});

describe("sending again", () => {
  const limited = (retryAfter?: number) =>
    authError("rate_limited", {}, { status: 429, ...(retryAfter !== undefined && { retryAfter }) });

  test("waits for its time without a request, to the millisecond", async () => {
    const { start, resend, passwordlessStart } = page();
    const challenge = await started({ start });
    vi.setSystemTime(now + 29_999);
    await expect(resend(challenge)).rejects.toMatchObject({ code: "rate_limited", retryAfter: 1 });
    expect(passwordlessStart).toHaveBeenCalledOnce();
    vi.setSystemTime(now + 30_000);
    const outcome = await resend(challenge);
    expect(outcome.challenge.resendAt).toBe(now + 60_000);
  });

  test("asks as before, and leaves out what is good once", async () => {
    const { start, resend, passwordlessStart } = page();
    const params = {
      email,
      send: "link",
      language: "fr",
      audience: "api",
      appState: { step: 2 },
      authParams: { ui_locales: "fr" },
      captcha: "XYZ",
      captchaState: "s",
    } as const;
    const { challenge } = await start(params);
    vi.setSystemTime(now + 30_000);
    const again = await resend(challenge);
    vi.setSystemTime(now + 60_000);
    await resend(again.challenge, { language: "de", captcha: "NEW", captchaState: "t" });
    const [first, second, third] = passwordlessStart.mock.calls;
    expect(first?.[1]).toMatchObject({ state: "s" });
    expect(second?.[0]).toEqual({
      connection: "email",
      send: "link",
      email,
      language: "fr",
      authParams: { ui_locales: "fr" },
    });
    expect(second?.[1]).toMatchObject({ audience: "api", appState: { step: 2 }, state: undefined });
    expect(third?.[0]).toMatchObject({ language: "de", captcha: "NEW", captchaState: "t" });
    expect(third?.[1]).toMatchObject({ audience: "api", state: "t" });
  });

  test("of a message of before a reload asks with what the configuration says", async () => {
    const challenge = await started(page());
    const { resend, pending, passwordlessStart } = page();
    vi.setSystemTime(now + 30_000);
    const kept = pending();
    expect(kept).toEqual(challenge);
    await resend(kept ?? challenge, { language: "de" });
    expect(passwordlessStart.mock.calls[0]?.[0]).toMatchObject({ email, language: "de" });
  });

  test.each([
    ["as the tenant says", 45_000, 45_000],
    ["half a minute where it does not say", undefined, 30_000],
  ])("waits longer after a 429: %s", async (_, retryAfter, wait) => {
    const { start, resend, pending, passwordlessStart } = page();
    const challenge = await started({ start });
    vi.setSystemTime(now + 40_000);
    passwordlessStart.mockRejectedValueOnce(limited(retryAfter));
    const refusal = { code: "rate_limited", status: 429, retryAfter: wait };
    await expect(resend(challenge)).rejects.toMatchObject(refusal);
    expect(pending()?.resendAt).toBe(now + 40_000 + wait);
    // The challenge of before knows of it too.
    vi.setSystemTime(now + 40_000 + wait - 1);
    await expect(resend(challenge)).rejects.toMatchObject({ retryAfter: 1 });
    expect(passwordlessStart).toHaveBeenCalledTimes(2);
    vi.setSystemTime(now + 40_000 + wait);
    expect(await resend(challenge)).toMatchObject({ kind: "accepted" });
  });

  test("of one message is not held up by another's 429", async () => {
    const { start, resend, passwordlessStart } = page();
    const challenge = await started({ start });
    vi.setSystemTime(now + 30_000);
    passwordlessStart.mockRejectedValueOnce(limited(60_000));
    await expect(start({ email: "other@example.com" })).rejects.toMatchObject({
      retryAfter: 60_000,
    });
    expect(await resend(challenge)).toMatchObject({ kind: "accepted" });
  });
});

describe("a code", () => {
  test("is sent as it was typed, without the spaces around it", async () => {
    const flows = page();
    const challenge = await started(flows);
    const asked = { scope: "openid email", audience: "api" };
    await flows.verify(challenge, { otp: " 123 456\n", ...asked });
    expect(flows.loginInPage.mock.calls[0]?.slice(0, 2)).toEqual([
      { username: email, otp: "123 456", realm: "email" },
      asked,
    ]);
  });

  test("begins a session, ends the waiting, and is the last sign-in without a name", async () => {
    const flows = page();
    const told = vi.spyOn(flows.context.sync, "tell");
    const outcome = await flows.verify(await started(flows), { otp: "1" });
    expect(outcome).toMatchObject({
      kind: "authenticated",
      session: { user: { sub: claims.sub } },
    });
    expect(flows.pending()).toBeUndefined();
    expect(told).toHaveBeenCalledExactlyOnceWith({ type: "signed_in", sub: claims.sub });
    expect(flows.context.lastSignIn.get()).toEqual({ connection: "email", at: now });
    expect(flows.context.session.tokens).toMatchObject({ seenSilently: true });
  });

  test("at the token endpoint has not seen the tenant's session", async () => {
    const flows = page();
    await flows.verify(await started(flows), { otp: "1", via: "otp-grant" });
    expect(flows.context.session.tokens).toMatchObject({ seenSilently: false });
  });

  test("that is wrong leaves everything as it was, and the next one is sent", async () => {
    const flows = page();
    const challenge = await started(flows);
    flows.loginInPage.mockRejectedValueOnce(authError("invalid_otp"));
    await expect(flows.verify(challenge, { otp: "1" })).rejects.toMatchObject({
      code: "invalid_otp",
    });
    expect(flows.pending()).toBe(challenge);
    expect(flows.context.lastSignIn.get()).toBeUndefined();
    expect(await flows.verify(challenge, { otp: "2" })).toMatchObject({ kind: "authenticated" });
  });

  test("waits for the one before it, and is not sent once somebody is in", async () => {
    const answer = later<VerifiedTokens>();
    const flows = page({ loginInPage: () => answer.promise });
    const challenge = await started(flows);
    const first = flows.verify(challenge, { otp: "1" });
    const same = flows.verify(challenge, { otp: "1" });
    const other = flows.verify(challenge, { otp: "2" });
    answer.resolve(tokens);
    const [one, two, three] = await Promise.allSettled([first, same, other]);
    expect(one).toMatchObject({ status: "fulfilled", value: { kind: "authenticated" } });
    expect(two).toEqual(one);
    expect(three).toMatchObject({ status: "rejected", reason: { code: "aborted" } });
    expect(flows.loginInPage).toHaveBeenCalledOnce();
  });

  test("that waits may be given up", async () => {
    const answer = later<VerifiedTokens>();
    const flows = page({ loginInPage: () => answer.promise });
    const challenge = await started(flows);
    const first = flows.verify(challenge, { otp: "1" });
    const controller = new AbortController();
    const other = flows.verify(challenge, { otp: "2", signal: controller.signal });
    controller.abort();
    await expect(other).rejects.toMatchObject({ code: "aborted" });
    answer.resolve(tokens);
    expect(await first).toMatchObject({ kind: "authenticated" });
  });

  test("that a sign-out overtakes signs nobody in", async () => {
    const answer = later<VerifiedTokens>();
    const flows = page({ loginInPage: () => answer.promise });
    const result = flows.verify(await started(flows), { otp: "1" });
    await logout(flows.context, { local: true });
    answer.resolve(tokens);
    await expect(result).rejects.toMatchObject({ code: "aborted" });
    expect(flows.context.session.get()).toMatchObject({ status: "anonymous" });
  });

  test("that is blank is wrong without a request", async () => {
    const flows = page();
    await expect(flows.verify(await started(flows), { otp: " \n" })).rejects.toMatchObject({
      code: "invalid_otp",
    });
    expect(flows.loginInPage).not.toHaveBeenCalled();
  });

  test.each([
    ["no code", { otp: undefined }],
    ["a number for a code", { otp: 123_456 }],
    ["an unknown way", { otp: "1", via: "password-realm" }],
    ["a way that only objects know", { otp: "1", via: "toString" }],
  ])("with %s is the developer's mistake and sends nothing", async (_, params) => {
    const flows = page();
    const challenge = await started(flows);
    // What the types forbid.
    const call = flows.verify(challenge, params as unknown as { otp: string });
    await expect(call).rejects.toThrow("Nothing was sent.");
    expect(flows.loginInPage).not.toHaveBeenCalled();
  });

  test("for something else than a challenge is the developer's mistake", async () => {
    const flows = page();
    const outcome = await flows.start({ email });
    for (const given of [outcome, undefined, { type: "mfa" }]) {
      const challenge = given as unknown as PasswordlessChallenge;
      await expect(flows.verify(challenge, { otp: "1" })).rejects.toThrow("Pass the challenge");
      await expect(flows.resend(challenge)).rejects.toThrow("Pass the challenge");
    }
  });
});

test("forget and a sign-out stop waiting", async () => {
  const flows = page();
  await started(flows);
  flows.forget();
  expect(flows.pending()).toBeUndefined();
  await started(flows);
  await logout(flows.context, { local: true });
  expect(flows.pending()).toBeUndefined();
  expect(sessionStorage.length).toBe(0);
});
