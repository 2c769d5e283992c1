import { afterEach, expect, test, vi } from "vitest";
import { createFakeClient, fakeError } from "./fake-client.js";
import { fakeChallenge } from "./fake-steps.js";
import { fakeUser } from "./fake-user.js";

const credentials = { email: "ada@example.com", password: "p" };

afterEach(() => {
  vi.useRealTimers();
});

test("every way to sign in signs somebody in and tells those who listen", async () => {
  for (const signIn of ["login", "loginWithPopup", "customTokenExchange"] as const) {
    const client = createFakeClient();
    const listener = vi.fn();
    client.session.subscribe(listener);
    const params = { ...credentials, subjectToken: "t", subjectTokenType: "urn:x" };
    expect(await client[signIn](params)).toMatchObject({ kind: "authenticated" });
    expect(client.session.get()).toMatchObject({ status: "authenticated" });
    expect(listener).toHaveBeenCalledTimes(1);
  }
});

test("a sign-up without a sign-in signs nobody in", async () => {
  const client = createFakeClient();
  const outcome = await client.signup({ ...credentials, signIn: false });
  expect(outcome).toEqual({ kind: "accepted", destination: "ada@example.com" });
  expect(client.session.get()).toEqual({ status: "anonymous" });
});

test("a login asks for a second factor where it is told to, and the answer signs in", async () => {
  const client = createFakeClient({ challenge: fakeChallenge });
  const outcome = await client.login(credentials);
  expect(outcome).toMatchObject({ kind: "challenge", challenge: fakeChallenge });
  expect(client.session.get()).toEqual({ status: "anonymous" });
  const [first] = await client.mfa.authenticators(fakeChallenge);
  expect(first).toMatchObject({ factor: "otp", active: true });
  await client.mfa.verify(fakeChallenge, { otp: "123456" });
  expect(client.session.get()).toMatchObject({ status: "authenticated" });
});

test("one call of a group is replaced, and the others stay", async () => {
  const client = createFakeClient({
    challenge: fakeChallenge,
    mfa: { verify: () => Promise.reject(fakeError("invalid_otp")) },
  });
  await expect(client.mfa.verify(fakeChallenge, { otp: "1" })).rejects.toMatchObject({
    code: "invalid_otp",
  });
  expect(await client.mfa.authenticators(fakeChallenge)).toHaveLength(2);
});

test("a message is pending until it is answered or forgotten, and is sent again only when it is time", async () => {
  vi.useFakeTimers();
  const client = createFakeClient();
  const { challenge } = await client.passwordless.start({ email: "ada@example.com" });
  expect(client.passwordless.pending()).toBe(challenge);
  await expect(client.passwordless.resend(challenge)).rejects.toMatchObject({
    code: "rate_limited",
    retryAfter: 30_000,
  });
  vi.advanceTimersByTime(30_000);
  const again = await client.passwordless.resend(challenge);
  expect(client.passwordless.pending()).toBe(again.challenge);
  client.passwordless.forget();
  expect(client.passwordless.pending()).toBeUndefined();
  const sms = await client.passwordless.start({ phoneNumber: "+4930901820" });
  expect(sms.challenge).toMatchObject({ connection: "sms", channel: "sms", send: "code" });
  await client.passwordless.verify(sms.challenge, { otp: "123456" });
  expect(client.passwordless.pending()).toBeUndefined();
  expect(client.session.get()).toMatchObject({ status: "authenticated" });
});

test("an identity that was proven can be linked", async () => {
  const client = createFakeClient({ user: fakeUser });
  const proven = await client.proveIdentity();
  expect(await client.linkIdentity(proven)).toMatchObject([
    { provider: "auth0" },
    { provider: "google-oauth2", userId: "ada" },
  ]);
});

test.each(["reauthenticate", "checkSession", "getAccessToken", "userInfo"] as const)(
  "%s needs somebody who is signed in",
  async (method) => {
    const call = createFakeClient()[method]({ via: "redirect" });
    await expect(call).rejects.toMatchObject({ code: "login_required" });
  },
);

test("a logout signs out, also in these tabs only", async () => {
  for (const [params, kind] of [
    [{}, "redirecting"],
    [{ local: true }, "anonymous"],
  ] as const) {
    const client = createFakeClient({ user: fakeUser });
    expect(await client.logout(params)).toEqual({ kind });
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
  }
});

test("a failure of the catalogue has its own words and details", () => {
  expect(fakeError("network", { online: false })).toMatchObject({
    code: "network",
    details: { online: false },
    retryable: true,
  });
});
