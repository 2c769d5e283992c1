import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import { authError } from "../errors/auth-error.js";
import type { Engine } from "../engine/engine.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { AskedFor } from "../session/asked-for.js";
import { askedFor, type FlowContext } from "./flow-context.js";
import { checkSession } from "./check-session.js";
import { beginSession } from "./keep-tokens.js";
import { followTenantSession, validAccessToken } from "./renewal.js";
import { sessionAskedFor } from "./session-asked-for.js";
import { checkTenantSession } from "./tenant-session.js";

const now = 1_800_000_000_000;
beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now }));
afterEach(() => vi.useRealTimers());

type Silent = Engine["silentLogin"];
type Refresh = Engine["refresh"];

/** A context whose engine answers as the test says. */
function room(engine: { silentLogin?: Silent; refresh?: Refresh } = {}) {
  const context = fakeContext(engine);
  return context;
}

function tokensOf(sub: string, over: Partial<VerifiedTokens> = {}): VerifiedTokens {
  const claims = { iss: "i", sub, aud: "spa", exp: 1, iat: 1 };
  return { accessToken: `at of ${sub}`, idToken: "id", expiresIn: 3600, claims, ...over };
}

const plain: AskedFor = { scope: "openid" };
const refusal = { code: "login_required" };
const signIn = (context: FlowContext, over: Partial<VerifiedTokens> = {}, seen = true) =>
  beginSession(context, tokensOf("ada", over), plain, seen);
const token = (context: FlowContext, asked = plain, minimum = 60_000) =>
  validAccessToken(context, asked, { minimum });

/** A promise that the test settles. */
function later<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe("an access token", () => {
  test("nobody gets one where nobody is signed in, and the tenant is not asked", async () => {
    await expect(token(room())).rejects.toMatchObject({ code: "login_required" });
  });

  test("comes from memory while it lasts long enough", async () => {
    const context = room();
    signIn(context);
    expect(await token(context)).toBe("at of ada");
    vi.setSystemTime(now + 3_600_000 - 60_001);
    expect(await token(context)).toBe("at of ada");
  });

  test("is renewed unseen when it does not", async () => {
    const silentLogin = vi.fn<Silent>(async () => tokensOf("ada", { accessToken: "new" }));
    const context = room({ silentLogin });
    signIn(context);
    vi.setSystemTime(now + 3_600_000 - 60_000);
    expect(await token(context)).toBe("new");
    expect(silentLogin.mock.calls[0]?.[0]).toEqual({ scope: "openid", subject: "ada" });
    expect(await token(context)).toBe("new");
    expect(silentLogin).toHaveBeenCalledOnce();
    expect(context.session.get()).toMatchObject({ session: { expiresAt: Date.now() + 3_600_000 } });
  });

  test("is fetched once for callers at the same time", async () => {
    const silentLogin = vi.fn<Silent>(async () => tokensOf("ada", { accessToken: "new" }));
    const context = room({ silentLogin });
    signIn(context, { expiresIn: 1 });
    expect(await Promise.all([token(context), token(context), token(context)])).toEqual([
      "new",
      "new",
      "new",
    ]);
    expect(silentLogin).toHaveBeenCalledOnce();
  });

  test("for another API leaves the session's own as it is", async () => {
    const silentLogin = vi.fn<Silent>(async () => tokensOf("ada", { accessToken: "for the API" }));
    const context = room({ silentLogin });
    signIn(context);
    const before = context.session.get();
    const api = { scope: "openid", audience: "https://api.example" };
    expect(await token(context, api)).toBe("for the API");
    expect(await token(context, api)).toBe("for the API");
    expect(await token(context)).toBe("at of ada");
    expect(silentLogin).toHaveBeenCalledOnce();
    expect(context.session.get()).toBe(before);
  });
});

describe("a refresh token", () => {
  const first = { refreshToken: "rt1", expiresIn: 1 };

  test("is used first, and the next one kept", async () => {
    const refresh = vi.fn<Refresh>(async () =>
      tokensOf("ada", { accessToken: "new", refreshToken: "rt2", expiresIn: 1 }),
    );
    const context = room({ refresh });
    signIn(context, first);
    expect(await token(context)).toBe("new");
    await token(context);
    expect(refresh.mock.calls.map(([given]) => given)).toEqual(["rt1", "rt2"]);
    expect(refresh.mock.calls[0]?.[1]).toEqual({ scope: "openid", subject: "ada" });
  });

  test("is not used for another API, because the answer would be for the first one", async () => {
    const refresh = vi.fn<Refresh>(() => Promise.reject(new Error("not for this API")));
    const silentLogin = vi.fn<Silent>(async () => tokensOf("ada", { accessToken: "for the API" }));
    const context = room({ refresh, silentLogin });
    signIn(context, first);
    const api = { scope: "openid", audience: "https://api.example" };
    expect(await token(context, api)).toBe("for the API");
    expect(silentLogin.mock.calls[0]?.[0]).toEqual({ ...api, subject: "ada" });
    expect(refresh).not.toHaveBeenCalled();
    expect(context.session.tokens?.refreshToken).toBe("rt1");
  });

  test("keeps the session when another API cannot be asked for unseen", async () => {
    const refresh = vi.fn<Refresh>(async () => tokensOf("ada", { accessToken: "new" }));
    const silentLogin = () => Promise.reject(authError("login_required"));
    const context = room({ refresh, silentLogin });
    signIn(context, first, false);
    vi.setSystemTime(now + 1000);
    await expect(token(context, { scope: "openid", audience: "api" })).rejects.toMatchObject(
      refusal,
    );
    expect(await token(context)).toBe("new");
  });

  test("is never used twice, not for two scopes at the same time either", async () => {
    const answers = [later<VerifiedTokens>(), later<VerifiedTokens>()];
    const refresh = vi.fn<Refresh>();
    for (const { promise } of answers) refresh.mockReturnValueOnce(promise);
    const context = room({ refresh });
    signIn(context, first);
    const results = ["a", "b"].map((scope) => token(context, { scope: `openid ${scope}` }));
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
    answers[0]?.resolve(tokensOf("ada", { accessToken: "for a", refreshToken: "rt2" }));
    expect(await results[0]).toBe("for a");
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(2));
    answers[1]?.resolve(tokensOf("ada", { accessToken: "for b", refreshToken: "rt3" }));
    expect(await results[1]).toBe("for b");
    expect(refresh.mock.calls.map(([given]) => given)).toEqual(["rt1", "rt2"]);
    expect(context.session.tokens?.refreshToken).toBe("rt3");
  });

  test("is not lost when the caller gives up half-way", async () => {
    const answer = later<VerifiedTokens>();
    const refresh = vi.fn<Refresh>(() => answer.promise);
    const context = room({ refresh });
    signIn(context, first);
    const controller = new AbortController();
    const options = { signal: controller.signal, minimum: 60_000 };
    const left = validAccessToken(context, plain, options);
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
    controller.abort();
    await expect(left).rejects.toMatchObject({ code: "aborted" });
    expect(refresh.mock.calls[0]?.[2].signal).toBeUndefined();
    answer.resolve(tokensOf("ada", { refreshToken: "rt2" }));
    await vi.waitFor(() => expect(context.session.tokens?.refreshToken).toBe("rt2"));
  });

  test("outlives an unseen renewal, which brings none", async () => {
    const context = room({ silentLogin: async () => tokensOf("ada") });
    signIn(context, first);
    expect(await checkTenantSession(context, plain, {})).toMatchObject({ hasRefreshToken: true });
    expect(context.session.tokens?.refreshToken).toBe("rt1");
  });

  test("that is spent is dropped, and the tenant's session asked instead", async () => {
    const refresh = vi.fn<Refresh>(() => Promise.reject(authError("invalid_grant")));
    const silentLogin = vi.fn<Silent>(async () =>
      tokensOf("ada", { accessToken: "new", expiresIn: 1 }),
    );
    const context = room({ refresh, silentLogin });
    signIn(context, first);
    expect(await token(context)).toBe("new");
    await token(context);
    expect(refresh).toHaveBeenCalledOnce();
    expect(silentLogin).toHaveBeenCalledTimes(2);
    expect(context.session.get()).toMatchObject({ session: { hasRefreshToken: false } });
  });

  test("stays when the tenant could not be reached", async () => {
    const refresh = vi.fn<Refresh>(() => Promise.reject(authError("network", { online: false })));
    const context = room({ refresh });
    signIn(context, first);
    await expect(token(context)).rejects.toMatchObject({ code: "network" });
    expect(context.session.tokens?.refreshToken).toBe("rt1");
    expect(context.session.get().status).toBe("authenticated");
  });

  test("of the next user is not dropped for the last one's", async () => {
    const answer = later<VerifiedTokens>();
    const refresh = vi.fn<Refresh>(() => answer.promise);
    const context = room({ refresh });
    signIn(context, first);
    const old = token(context);
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
    beginSession(context, tokensOf("bob", { refreshToken: "bob's" }), plain, true);
    answer.reject(authError("invalid_grant"));
    await expect(old).rejects.toMatchObject({ code: "aborted" });
    expect(context.session.tokens?.refreshToken).toBe("bob's");
  });

  test("of the next user is not spent for a call of the last one", async () => {
    const answer = later<VerifiedTokens>();
    const refresh = vi.fn<Refresh>(() => answer.promise);
    const context = room({ refresh });
    signIn(context, first);
    const results = ["a", "b"].map((scope) => token(context, { scope: `openid ${scope}` }));
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
    beginSession(context, tokensOf("bob", { refreshToken: "bob's" }), plain, true);
    answer.resolve(tokensOf("ada", { refreshToken: "rt2" }));
    for (const result of results) await expect(result).rejects.toMatchObject({ code: "aborted" });
    expect(refresh).toHaveBeenCalledOnce();
    expect(context.session.tokens?.refreshToken).toBe("bob's");
  });
});

describe("whether the tenant's session was seen", () => {
  const spent = () => Promise.reject(authError("invalid_grant"));

  test.each([
    [true, { status: "anonymous", reason: "signed_out_elsewhere" }],
    [false, { status: "authenticated" }],
  ])("stays as it was (%s) when a refresh token renews", async (seen, state) => {
    const refresh = vi.fn<Refresh>(spent);
    refresh.mockImplementationOnce(async () => tokensOf("ada", { accessToken: "new" }));
    const silentLogin = () => Promise.reject(authError("login_required"));
    const context = room({ refresh, silentLogin });
    signIn(context, { refreshToken: "rt1", expiresIn: 1 }, seen);
    expect(await token(context)).toBe("new");
    await expect(token(context, plain, 1e9)).rejects.toMatchObject(refusal);
    expect(context.session.get()).toMatchObject(state);
  });

  test("is found out by a token for another API too", async () => {
    const silentLogin = vi.fn<Silent>(() => Promise.reject(authError("login_required")));
    silentLogin.mockImplementationOnce(async () => tokensOf("ada"));
    const context = room({ silentLogin });
    signIn(context, {}, false);
    await token(context, { scope: "openid", audience: "api" });
    await expect(checkTenantSession(context, plain, {})).rejects.toMatchObject(refusal);
    expect(context.session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
  });
});

test("a token and a session that are asked for at the same time do not share one answer", async () => {
  const context = room({ silentLogin: async () => tokensOf("ada", { accessToken: "new" }) });
  signIn(context, { expiresIn: 1 });
  const [session, accessToken] = await Promise.all([
    checkTenantSession(context, plain, {}),
    token(context),
  ]);
  expect(session).toMatchObject({ user: { sub: "ada" } });
  expect(accessToken).toBe("new");
});

test("who has signed in since does not wait for an answer from before", async () => {
  const silentLogin = vi.fn<Silent>(async () => tokensOf("bob", { accessToken: "bob's" }));
  silentLogin.mockImplementationOnce(() => new Promise(() => {}));
  const context = room({ silentLogin });
  signIn(context, { expiresIn: 1 });
  void token(context);
  await vi.waitFor(() => expect(silentLogin).toHaveBeenCalledOnce());
  beginSession(context, tokensOf("bob", { expiresIn: 1 }), plain, true);
  expect(await token(context)).toBe("bob's");
});

describe("an answer that speaks of the past is dropped", () => {
  test.each<[string, (context: FlowContext) => void]>([
    ["a sign-out", (context) => context.session.end("signed_out")],
    ["another sign-in", (context) => void beginSession(context, tokensOf("bob"), plain, true)],
    [
      "a sign-out and a sign-in of the same user",
      (context) => {
        context.session.end("signed_out");
        signIn(context, { accessToken: "newer" });
      },
    ],
  ])("after %s", async (_, happen) => {
    for (const ask of [
      (context: FlowContext) => token(context) as Promise<unknown>,
      (context: FlowContext) => checkTenantSession(context, plain, {}) as Promise<unknown>,
    ]) {
      const answer = later<VerifiedTokens>();
      const context = room({ silentLogin: () => answer.promise });
      signIn(context, { expiresIn: 1 });
      const result = ask(context);
      happen(context);
      const state = context.session.get();
      answer.resolve(tokensOf("ada", { accessToken: "too late" }));
      await expect(result).rejects.toMatchObject({ code: "aborted" });
      expect(context.session.get()).toBe(state);
      expect(context.session.accessTokens.get(" openid")?.value).not.toBe("too late");
    }
  });

  test("and a late refusal does not end the session that has begun since", async () => {
    const answer = later<VerifiedTokens>();
    const context = room({ silentLogin: () => answer.promise });
    const result = checkTenantSession(context, plain, {});
    signIn(context);
    answer.reject(authError("login_required"));
    await expect(result).rejects.toMatchObject({ code: "aborted" });
    expect(context.session.get().status).toBe("authenticated");
  });
});

describe("who the tenant knows", () => {
  test("is signed in here", async () => {
    const context = room({ silentLogin: async () => tokensOf("ada") });
    expect(await checkTenantSession(context, plain, {})).toMatchObject({ user: { sub: "ada" } });
    expect(context.session.get().status).toBe("authenticated");
  });

  test("goes on as the same object", async () => {
    const context = room({ silentLogin: async () => tokensOf("ada") });
    const { user } = signIn(context);
    const { epoch } = context.session;
    expect((await checkTenantSession(context, plain, {})).user).toBe(user);
    expect(context.session.epoch).toBe(epoch);
  });

  test.each([
    "login_required",
    "consent_required",
    "interaction_required",
    "mfa_required",
  ] as const)("is nobody by %s, which ends the start", async (code) => {
    const context = room({ silentLogin: () => Promise.reject(authError(code)) });
    await expect(checkTenantSession(context, plain, {})).rejects.toMatchObject({ code });
    expect(context.session.get()).toEqual({ status: "anonymous" });
  });

  test.each(["network", "timeout", "server", "rate_limited"] as const)(
    "stays unknown after %s, and whoever is signed in stays so",
    async (code) => {
      const details = {
        network: { online: true },
        timeout: { deadline: 1 },
        server: {},
        rate_limited: {},
      };
      const failure = () => Promise.reject(authError(code, details[code] as never));
      const starting = room({ silentLogin: failure });
      await expect(checkTenantSession(starting, plain, {})).rejects.toMatchObject({ code });
      expect(starting.session.get().status).toBe("starting");

      const running = room({ silentLogin: failure });
      signIn(running);
      await expect(checkTenantSession(running, plain, {})).rejects.toMatchObject({ code });
      expect(running.session.get().status).toBe("authenticated");
    },
  );

  test("has signed out elsewhere, where the session was seen there before", async () => {
    const context = room({ silentLogin: () => Promise.reject(authError("login_required")) });
    signIn(context);
    await expect(checkTenantSession(context, plain, {})).rejects.toMatchObject(refusal);
    expect(context.session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
  });

  test("may only be hidden where it never was seen, until the access token ends", async () => {
    const context = room({ silentLogin: () => Promise.reject(authError("login_required")) });
    signIn(context, {}, false);
    await expect(checkTenantSession(context, plain, {})).rejects.toMatchObject(refusal);
    expect(context.session.get().status).toBe("authenticated");
    vi.setSystemTime(now + 3_600_000);
    await expect(checkTenantSession(context, plain, {})).rejects.toMatchObject(refusal);
    expect(context.session.get()).toEqual({ status: "anonymous", reason: "expired" });
  });

  test("is nobody, and the access token has ended: the session has expired", async () => {
    const context = room({ silentLogin: () => Promise.reject(authError("login_required")) });
    signIn(context);
    vi.setSystemTime(now + 3_600_000);
    await expect(checkTenantSession(context, plain, {})).rejects.toMatchObject(refusal);
    expect(context.session.get()).toEqual({ status: "anonymous", reason: "expired" });
  });

  test("is never told by an iframe that saw nobody, while a refresh token renews", async () => {
    const context = room({ silentLogin: () => Promise.reject(authError("login_required")) });
    signIn(context, { refreshToken: "rt1" }, false);
    vi.setSystemTime(now + 3_600_000);
    await expect(checkTenantSession(context, plain, {})).rejects.toMatchObject(refusal);
    expect(context.session.get().status).toBe("authenticated");
  });

  test.each(["consent_required", "interaction_required", "mfa_required"] as const)(
    "cannot be found out by %s, which ends a session that has run out",
    async (code) => {
      const context = room({ silentLogin: () => Promise.reject(authError(code)) });
      signIn(context);
      vi.setSystemTime(now + 3_600_000);
      await expect(token(context, { scope: "openid", audience: "api" })).rejects.toMatchObject({
        code,
      });
      expect(context.session.get().status).toBe("authenticated");
      await expect(token(context)).rejects.toMatchObject({ code });
      expect(context.session.get()).toEqual({ status: "anonymous", reason: "expired" });
    },
  );

  test("is somebody else, which ends the session", async () => {
    const context = room({ silentLogin: () => Promise.reject(authError("user_changed")) });
    signIn(context);
    await expect(checkTenantSession(context, plain, {})).rejects.toMatchObject({
      code: "user_changed",
    });
    expect(context.session.get()).toEqual({ status: "anonymous", reason: "user_changed" });
  });

  test.each(["consent_required", "interaction_required", "mfa_required"] as const)(
    "goes on when only one API is refused by %s",
    async (code) => {
      const context = room({ silentLogin: () => Promise.reject(authError(code)) });
      signIn(context);
      const state = context.session.get();
      await expect(token(context, { scope: "openid", audience: "api" })).rejects.toMatchObject({
        code,
      });
      expect(context.session.get()).toBe(state);
    },
  );
});

describe("a look with details of its own", () => {
  beforeEach(() => void vi.stubGlobal("window", {}));
  afterEach(() => vi.unstubAllGlobals());

  test("sends them, and leaves a session that they refuse as it is", async () => {
    const silentLogin = vi.fn<Silent>(() => Promise.reject(authError("login_required")));
    const context = room({ silentLogin });
    signIn(context);
    const extra = { ui_locales: "fr" };
    const look = checkSession(context, { nonce: "mine", maxAge: 0, extra });
    await expect(look).rejects.toMatchObject(refusal);
    expect(silentLogin.mock.calls[0]?.[0]).toEqual({
      scope: "openid",
      subject: "ada",
      nonce: "mine",
      maxAge: 0,
      extra,
    });
    expect(context.session.get().status).toBe("authenticated");
  });

  test("is shared with no look that has others, and never with another tab", async () => {
    const silentLogin = vi.fn<Silent>(async () => tokensOf("ada"));
    const shareRenewal = vi.fn<FlowContext["shareRenewal"]>((_question, _options, work) => work());
    const context = fakeContext({ silentLogin }, { shareRenewal });
    signIn(context);
    const look = (maxAge?: number) => checkSession(context, { maxAge });
    await Promise.all([look(), look(), look(60), look(60), look(0)]);
    expect(silentLogin).toHaveBeenCalledTimes(3);
    expect(shareRenewal).toHaveBeenCalledOnce();
  });
});

test("what is asked of the other tabs names the user, and whether a refresh token's answer will do", async () => {
  const shareRenewal = vi.fn<FlowContext["shareRenewal"]>((_question, _options, work) => work());
  const engine = { silentLogin: async () => tokensOf("ada"), refresh: async () => tokensOf("ada") };
  const context = fakeContext(engine, { shareRenewal });
  await checkTenantSession(context, plain, {});
  await token(context, { scope: "openid", audience: "api", organization: "org_1" });
  const questions = shareRenewal.mock.calls.map(([question]) => question);
  expect(questions).toEqual([
    { key: '["","","openid"]', onlySilent: true, subject: undefined, organization: undefined },
    { key: '["api","org_1","openid"]', onlySilent: false, subject: "ada", organization: "org_1" },
  ]);
});

test.each([
  [{}, "openid"],
  [{ scope: "read:items" }, "openid read:items"],
  [{ scope: "read:items openid" }, "read:items openid"],
  [{ scope: "" }, "openid"],
  [{ scope: " a  b " }, "openid a b"],
])("%j asks for %j, because no answer counts without an ID token", (params, scope) => {
  expect(askedFor(room(), params)).toEqual({ scope, audience: undefined });
});

describe("an organization", () => {
  const inB: AskedFor = { scope: "openid", organization: "org_b" };

  test("gets no token by the refresh token of another one", async () => {
    const refresh = vi.fn<Refresh>(async () => tokensOf("ada", { accessToken: "of org_a" }));
    const silentLogin = vi.fn<Silent>(async () => tokensOf("ada", { accessToken: "of org_b" }));
    const context = room({ refresh, silentLogin });
    const inA = { scope: "openid", organization: "org_a" };
    beginSession(context, tokensOf("ada", { refreshToken: "rt" }), inA, true);
    expect(await token(context, inB)).toBe("of org_b");
    expect(refresh).not.toHaveBeenCalled();
    expect(silentLogin.mock.calls[0]?.[0]).toMatchObject({ organization: "org_b" });
  });

  test("is the one of the sign-in wherever a call names none", async () => {
    const context = room();
    beginSession(context, tokensOf("ada", { accessToken: "of org_b" }), inB, true);
    expect(sessionAskedFor(context, {})).toMatchObject({ organization: "org_b" });
    expect(await token(context, sessionAskedFor(context, {}))).toBe("of org_b");
    expect(sessionAskedFor(context, { organization: "org_c" })).toMatchObject({
      organization: "org_c",
    });
  });
});

test("a call that names nothing is about what the sign-in asked for", async () => {
  const context = room();
  const own = { scope: "openid", audience: "https://orders.example" };
  beginSession(context, tokensOf("ada", { accessToken: "for orders" }), own, true);
  expect(await token(context, sessionAskedFor(context, {}))).toBe("for orders");
  expect(sessionAskedFor(context, { audience: "https://bills.example" })).toMatchObject({
    audience: "https://bills.example",
    scope: "openid",
  });
});

describe("a look that finds somebody else", () => {
  const changed = () => Promise.reject(authError("user_changed"));

  test("signs nobody in where somebody has signed out meanwhile", async () => {
    const answer = later<VerifiedTokens>();
    const silentLogin = vi.fn<Silent>(() => answer.promise);
    const context = room({ silentLogin });
    signIn(context);
    const looking = followTenantSession(context, {});
    await vi.waitFor(() => expect(silentLogin).toHaveBeenCalledOnce());
    context.session.end("signed_out");
    answer.reject(authError("user_changed"));
    await expect(looking).rejects.toMatchObject({ code: "aborted" });
    expect(silentLogin).toHaveBeenCalledOnce();
    expect(context.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
  });

  test("ends nothing after a proof of identity, which has given the tenant's session away", async () => {
    const silentLogin = vi.fn<Silent>(changed);
    const context = room({ silentLogin });
    signIn(context);
    context.session.updateTokens({ isProvenElsewhere: true });
    await expect(followTenantSession(context, {})).rejects.toMatchObject({ code: "user_changed" });
    expect(silentLogin).toHaveBeenCalledOnce();
    expect(context.session.get().status).toBe("authenticated");
  });

  test("ends the session again once the tenant's is this user's", async () => {
    const answers: Silent[] = [async () => tokensOf("ada"), changed];
    const context = room({ silentLogin: (...given) => (answers.shift() ?? changed)(...given) });
    signIn(context);
    context.session.updateTokens({ isProvenElsewhere: true });
    await checkTenantSession(context, plain, {});
    await expect(checkTenantSession(context, plain, {})).rejects.toMatchObject({
      code: "user_changed",
    });
    expect(context.session.get()).toEqual({ status: "anonymous", reason: "user_changed" });
  });
});
