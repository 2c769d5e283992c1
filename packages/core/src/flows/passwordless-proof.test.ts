import { generateKeyPair, SignJWT, type JWTPayload } from "jose";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { Engine } from "../engine/engine.js";
import { authError } from "../errors/auth-error.js";
import type { PasswordlessChallenge } from "../identity/passwordless-challenge.js";
import { proofOf, provenIdentity } from "../identity/proven-identity.js";
import { accessTokenKey } from "../session/asked-for.js";
import type { FlowContext } from "./flow-context.js";
import { linkIdentity } from "./link-identity.js";
import { linkingScopes, managementAccess } from "./management-access.js";
import { prove, resend, start } from "./passwordless.js";

const { publicKey, privateKey } = await generateKeyPair("RS256");
const tenant = "https://tenant.example";
const other = "email|other";

beforeEach(() => vi.stubGlobal("window", {}));
afterEach(() => vi.unstubAllGlobals());

const now = () => Math.floor(Date.now() / 1000);
const claims = (over: JWTPayload = {}) => ({
  iss: `${tenant}/`,
  aud: "app",
  sub: other,
  email: "other@example.com",
  iat: now(),
  exp: now() + 3600,
  ...over,
});

function signed(payload: JWTPayload): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: "main" }).sign(privateKey);
}

/** What the token endpoint answers to a right code. */
async function answer(): Promise<VerifiedTokens> {
  const payload = claims();
  const idToken = await signed(payload);
  return { accessToken: "access of the other", idToken, expiresIn: 3600, claims: payload };
}

function signIn(context: FlowContext, sub: string): void {
  const expiresAt = Date.now() + 3_600_000;
  context.session.begin(
    { user: { sub }, expiresAt, scope: ["openid"], hasRefreshToken: false },
    {
      idToken: "id",
      refreshToken: undefined,
      seenSilently: true,
      key: accessTokenKey({ scope: "openid" }),
    },
    { value: "at", expiresAt },
  );
}

/** A page where Ada is signed in, may link, and waits for no message. */
function page(engine: Partial<Engine> = {}) {
  const loginByGrant = vi.fn<Engine["loginByGrant"]>(engine.loginByGrant ?? answer);
  const silentLogin = vi.fn(async () => Promise.reject(authError("login_required")));
  const passwordlessStart = vi.fn<Engine["passwordlessStart"]>(async () => {});
  let pending: PasswordlessChallenge | undefined;
  const pendingMessage = {
    get: () => pending,
    set: (challenge: PasswordlessChallenge) => void (pending = challenge),
    clear: () => void (pending = undefined),
  };
  const base = fakeContext({});
  const keys = { algorithm: "RS256", find: async () => publicKey, preload: () => {} } as const;
  const context = fakeContext(
    { loginByGrant, silentLogin, passwordlessStart },
    { pendingMessage, verification: { ...base.verification, keys } },
  );
  signIn(context, "auth0|ada");
  const access = { value: "management token", expiresAt: Date.now() + 3_600_000 };
  context.session.addAccessToken(accessTokenKey(managementAccess(context, linkingScopes)), access);
  return { context, loginByGrant, passwordlessStart, pending: () => pending };
}

const challenge: PasswordlessChallenge = {
  type: "passwordless",
  connection: "email",
  channel: "email",
  destination: "other@example.com",
  send: "code",
  resendAt: 0,
};

describe("a proof by code", () => {
  test("asks the token endpoint for who that is, and leaves the session as it is", async () => {
    const { context, loginByGrant } = page();
    const before = context.session.get();
    const proven = await prove(context, challenge, { otp: " 123456 " });
    expect(proven.user).toMatchObject({ sub: other, email: "other@example.com" });
    const answered = await loginByGrant.mock.results[0]?.value;
    expect(proven.provenAt / 1000).toBe(answered.claims.iat);
    expect(loginByGrant.mock.calls[0]?.slice(0, 2)).toEqual([
      { username: "other@example.com", otp: "123456", realm: "email" },
      { scope: "openid profile email", audience: undefined, organization: undefined },
    ]);
    expect(context.session.get()).toBe(before);
    expect(JSON.stringify(proven)).not.toMatch(/eyJ|access of the other|123456/);
  });

  test("is for whoever is signed in when the code is typed", async () => {
    const { context } = page();
    const proven = await prove(context, challenge, { otp: "123456" });
    expect(proofOf(proven)).toMatchObject({ madeFor: "auth0|ada", isByCode: true });
    signIn(context, "auth0|eve");
    await expect(linkIdentity(context, proven)).rejects.toMatchObject({ code: "user_changed" });
  });

  test("sends the same code once, however often it is given at the same time", async () => {
    const { context, loginByGrant } = page();
    const both = [1, 2].map(() => prove(context, challenge, { otp: "123456" }));
    const [one, two] = await Promise.all(both);
    expect(one).toBe(two);
    expect(loginByGrant).toHaveBeenCalledOnce();
  });

  test.each(["invalid_otp", "mfa_required", "rate_limited"] as const)(
    "that the tenant refuses fails with %s",
    async (code) => {
      const { context } = page({ loginByGrant: () => Promise.reject(authError(code)) });
      await expect(prove(context, challenge, { otp: "1" })).rejects.toMatchObject({ code });
    },
  );

  test("sends nothing without a code or a message", async () => {
    const { context, loginByGrant } = page();
    await expect(prove(context, challenge, { otp: " " })).rejects.toMatchObject({
      code: "invalid_otp",
    });
    const none = {} as PasswordlessChallenge;
    await expect(prove(context, none, { otp: "1" })).rejects.toThrow("Nothing was sent.");
    const missing = {} as { otp: string };
    await expect(prove(context, challenge, missing)).rejects.toThrow("Nothing was sent.");
    expect(loginByGrant).not.toHaveBeenCalled();
  });

  test("ends at the caller's wish", async () => {
    const { context } = page({ loginByGrant: () => new Promise(() => {}) });
    const controller = new AbortController();
    const proving = prove(context, challenge, { otp: "123456", signal: controller.signal });
    controller.abort();
    await expect(proving).rejects.toMatchObject({ code: "aborted" });
  });

  test("is what the tenant links, once", async () => {
    const sent: unknown[] = [];
    const ada = { provider: "auth0", user_id: "ada", connection: "users" };
    const added = { provider: "email", user_id: "other", connection: "email" };
    vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) => {
      sent.push(JSON.parse(body as string));
      return new Response(JSON.stringify([ada, added]), { status: 201 });
    });
    const { context } = page();
    const proven = await prove(context, challenge, { otp: "123456" });
    const { idToken } = proofOf(proven);
    expect(await linkIdentity(context, proven)).toHaveLength(2);
    await expect(linkIdentity(context, proven)).rejects.toThrow("Nothing was sent.");
    expect(sent).toEqual([{ link_with: idToken }]);
  });

  test("is good for ten minutes", async () => {
    const { context } = page();
    const idToken = await signed(claims({ iat: now() - 661 }));
    const old = provenIdentity({ sub: other }, Date.now(), { idToken, isByCode: true });
    await expect(linkIdentity(context, old)).rejects.toMatchObject({
      code: "invalid_token",
      details: { reason: "authentication_time" },
    });
  });
});

describe("a message for a proof", () => {
  test("is not what the tab waits for to sign in, sent again neither", async () => {
    const { context, passwordlessStart, pending } = page();
    const started = await start(context, { email: "other@example.com", remember: false });
    expect(pending()).toBeUndefined();
    vi.useFakeTimers({ toFake: ["Date"], now: started.challenge.resendAt });
    await resend(context, started.challenge);
    vi.useRealTimers();
    expect(passwordlessStart).toHaveBeenCalledTimes(2);
    expect(pending()).toBeUndefined();
  });

  test("leaves one that is waited for alone, until its code is spent", async () => {
    const { context, pending } = page();
    const waited = await start(context, { email: "ada@example.com" });
    await start(context, { email: "other@example.com", remember: false });
    await prove(context, challenge, { otp: "123456" });
    expect(pending()).toBe(waited.challenge);
    const { challenge: own } = await start(context, { email: "other@example.com" });
    await prove(context, own, { otp: "123456" });
    expect(pending()).toBeUndefined();
  });
});
