import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import { authError } from "../errors/auth-error.js";
import type { Engine } from "../engine/engine.js";
import { beginSession } from "../flows/keep-tokens.js";
import { checkTenantSession } from "../flows/tenant-session.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { createSessionStore } from "../session/session-store.js";
import type { SessionNews } from "../session/session-sync.js";
import type { Transaction } from "../transaction/transaction.js";
import { markSignOut } from "../session/sign-out-mark.js";
import { createLifecycle } from "./start.js";

const home = window.location.href;
const redirectUri = `${window.location.origin}/callback`;
const address = () => window.location.pathname + window.location.search;
const arrive = (path: string) => window.history.replaceState(null, "", path);

beforeEach(() => arrive("/callback"));
afterEach(() => {
  vi.useRealTimers();
  arrive(home);
});

const nobody = () => Promise.reject(authError("login_required"));
const plain = { scope: "openid" };

/** A page with a client in it, whose engine answers as the test says. */
function page(engine: Partial<Engine> = {}, checkSessionOnStart = true) {
  const session = createSessionStore();
  const told: SessionNews[] = [];
  const opened = vi.fn();
  const closed = vi.fn();
  let onNews: ((news: SessionNews) => void) | undefined;
  const { config } = fakeContext({});
  const context = fakeContext(
    { silentLogin: nobody, ...engine },
    {
      config: { ...config, redirectUri: () => redirectUri },
      session,
      sync: {
        open: (listener) => {
          onNews = listener;
          opened();
        },
        tell: (news) => told.push(news),
        close: closed,
      },
    },
  );
  const { start, stop } = createLifecycle(context, checkSessionOnStart);
  const hear = (news: SessionNews) => onNews?.(news);
  return { start, stop, hear, context, session, told, opened, closed };
}

function tokensOf(sub: string): VerifiedTokens {
  const claims = { iss: "i", sub, aud: "spa", exp: 1, iat: 1 };
  return { accessToken: `at of ${sub}`, idToken: "id", expiresIn: 3600, claims };
}

/** An engine that knows the transaction of the response in the address. */
function asked(appState?: Transaction["appState"]) {
  const transaction: Transaction = {
    state: "s",
    nonce: "n",
    codeVerifier: "v",
    redirectUri,
    responseType: "code",
    scope: "openid",
    createdAt: 0,
    appState,
  };
  return {
    takeTransaction: vi.fn<Engine["takeTransaction"]>(() => transaction),
    redeem: vi.fn<Engine["redeem"]>(async () => tokensOf("ada")),
  };
}

function refuse(error: Error): Pick<Engine, "takeTransaction"> {
  return {
    takeTransaction: () => {
      throw error;
    },
  };
}

describe("a callback in the address", () => {
  beforeEach(() => arrive("/callback?code=abc&state=s"));

  test("is stripped at once, redeemed and told to the other tabs", async () => {
    const engine = asked();
    const { start, session, told } = page(engine);
    const started = start();
    expect(address()).toBe("/callback");
    expect(await started).toMatchObject({
      kind: "authenticated",
      session: { user: { sub: "ada" } },
    });
    const response = { kind: "code", code: "abc", state: "s", channel: "query" };
    expect(engine.takeTransaction.mock.calls).toEqual([[response]]);
    expect(engine.redeem.mock.calls.map(([redeemed]) => redeemed)).toEqual([response]);
    expect(session.get().status).toBe("authenticated");
    expect(told).toEqual([{ type: "signed_in", sub: "ada" }]);
  });

  test("begins a session of what was asked for then, which blocked cookies do not end", async () => {
    const engine = asked();
    const transaction = await engine.takeTransaction({ kind: "none" });
    engine.takeTransaction.mockReturnValue({ ...transaction, audience: "api" });
    const { start, context, session } = page(engine);
    await start();
    expect(session.get()).toMatchObject({ session: { audience: "api" } });
    const check = checkTenantSession(context, plain, {});
    await expect(check).rejects.toMatchObject({ code: "login_required" });
    expect(session.get().status).toBe("authenticated");
  });

  test("leads where the app wanted to go, by default", async () => {
    const { start } = page(asked({ returnTo: "/orders?page=2" }));
    await start();
    expect(address()).toBe("/orders?page=2");
  });

  test("leads nowhere else, whatever storage held", async () => {
    const { start } = page(asked({ returnTo: "//evil.example" }));
    await start();
    expect(address()).toBe("/");
  });

  test("is taken once, though React's StrictMode starts twice", async () => {
    const engine = asked({ n: 1 });
    const onRedirectCallback = vi.fn();
    const { start, stop, opened, session } = page(engine);
    const first = start({ onRedirectCallback });
    stop();
    const second = start({ onRedirectCallback });
    expect(await first).toBe(await second);
    await new Promise((resolve) => setTimeout(resolve));
    expect(engine.takeTransaction).toHaveBeenCalledOnce();
    expect(engine.redeem).toHaveBeenCalledOnce();
    expect(engine.redeem.mock.calls[0]?.[2].signal?.aborted).toBe(false);
    expect(onRedirectCallback.mock.calls).toEqual([[{ n: 1 }, { sub: "ada" }]]);
    expect(opened).toHaveBeenCalledTimes(2);
    expect(session.get().status).toBe("authenticated");
  });

  test("succeeds even if the app's own callback throws, of which the page is told", async () => {
    vi.useFakeTimers();
    const { start } = page(asked());
    const onRedirectCallback = () => {
      throw new Error("the app's mistake");
    };
    expect(await start({ onRedirectCallback })).toMatchObject({ kind: "authenticated" });
    expect(() => vi.runAllTimers()).toThrow("the app's mistake");
  });

  test.each(["transaction_lost", "transaction_expired", "unsolicited"] as const)(
    "that is %s is a quiet success where the tenant knows the user",
    async (code) => {
      const silentLogin = async () => tokensOf("ada");
      const { start } = page({ ...refuse(authError(code)), silentLogin });
      expect(await start()).toMatchObject({ kind: "authenticated" });
    },
  );

  test("that is lost is told where it does not", async () => {
    const error = authError("transaction_lost");
    const { start, session } = page(refuse(error));
    expect(await start()).toEqual({ kind: "anonymous", error });
    expect(session.get()).toEqual({ status: "anonymous", reason: "unknown", error });
  });

  test("that is refused signs nobody in, and asks nobody else", async () => {
    const error = authError("invalid_token", { reason: "nonce" });
    const silentLogin = vi.fn<Engine["silentLogin"]>(nobody);
    const redeem = () => Promise.reject(error);
    const { start, session, told } = page({ ...asked(), redeem, silentLogin });
    expect(await start()).toEqual({ kind: "anonymous", error });
    expect(session.get()).toEqual({ status: "anonymous", reason: "unknown", error });
    expect(silentLogin).not.toHaveBeenCalled();
    expect(told).toEqual([]);
  });

  test("that fails on the way is made good silently, and leads where the app wanted to go", async () => {
    const { start } = page({
      ...asked({ returnTo: "/orders" }),
      redeem: () => Promise.reject(authError("timeout", { deadline: 1 })),
      silentLogin: async () => tokensOf("ada"),
    });
    expect(await start()).toMatchObject({
      kind: "authenticated",
      appState: { returnTo: "/orders" },
    });
    expect(address()).toBe("/orders");
  });

  test("that fails on the way and cannot be made good tells the first failure", async () => {
    const error = authError("server");
    const { start } = page({ ...asked(), redeem: () => Promise.reject(error) });
    expect(await start()).toEqual({ kind: "anonymous", error });
  });

  test("of another organization is not made good by a session without it", async () => {
    const engine = asked();
    const transaction = await engine.takeTransaction({ kind: "none" });
    engine.takeTransaction.mockReturnValue({ ...transaction, organization: "org_b" });
    const error = authError("server");
    const silentLogin = vi.fn<Engine["silentLogin"]>(async () => tokensOf("ada"));
    const { start } = page({ ...engine, redeem: () => Promise.reject(error), silentLogin });
    expect(await start()).toEqual({ kind: "anonymous", error });
    expect(silentLogin).not.toHaveBeenCalled();
  });

  test("whose transaction a sign-out has cleared meanwhile signs nobody in", async () => {
    let lose!: (error: Error) => void;
    const lost = new Promise<never>((_, reject) => (lose = reject));
    const takeTransaction = vi.fn<Engine["takeTransaction"]>(() => lost);
    const silentLogin = vi.fn<Engine["silentLogin"]>(async () => tokensOf("ada"));
    const { start, session } = page({ takeTransaction, silentLogin });
    const started = start();
    await vi.waitFor(() => expect(takeTransaction).toHaveBeenCalledOnce());
    session.end("signed_out");
    lose(authError("transaction_lost"));
    expect(await started).toMatchObject({ kind: "anonymous" });
    expect(silentLogin).not.toHaveBeenCalled();
    expect(session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
  });

  test("that had to be a fresh sign-in is not made good by an older one", async () => {
    const engine = asked({ step: "up" });
    const transaction = await engine.takeTransaction({ kind: "none" });
    engine.takeTransaction.mockReturnValue({ ...transaction, maxAge: 0 });
    const error = authError("server");
    const silentLogin = vi.fn<Engine["silentLogin"]>(async () => tokensOf("ada"));
    const onRedirectCallback = vi.fn();
    const { start } = page({ ...engine, redeem: () => Promise.reject(error), silentLogin });
    expect(await start({ onRedirectCallback })).toEqual({ kind: "anonymous", error });
    expect(silentLogin).not.toHaveBeenCalled();
    expect(onRedirectCallback).not.toHaveBeenCalled();
  });

  test("that fails after somebody has signed out in another tab is not made good", async () => {
    let fail!: (error: Error) => void;
    const failed = new Promise<never>((_, reject) => (fail = reject));
    const redeem = vi.fn<Engine["redeem"]>(() => failed);
    const silentLogin = vi.fn<Engine["silentLogin"]>(async () => tokensOf("ada"));
    const { start, hear, session } = page({ ...asked(), redeem, silentLogin });
    const started = start();
    await vi.waitFor(() => expect(redeem).toHaveBeenCalled());
    hear({ type: "signed_out" });
    fail(authError("network", { online: true }));
    expect(await started).toMatchObject({ kind: "anonymous" });
    expect(silentLogin).not.toHaveBeenCalled();
    expect(session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
  });

  test("is dropped if somebody signs out in another tab before it is redeemed", async () => {
    let answer!: (tokens: VerifiedTokens) => void;
    const answered = new Promise<VerifiedTokens>((resolve) => (answer = resolve));
    const redeem = () => answered;
    const { start, hear, session, told } = page({ ...asked(), redeem });
    const started = start();
    hear({ type: "signed_out" });
    answer(tokensOf("ada"));
    expect(await started).toMatchObject({ kind: "anonymous" });
    expect(session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
    expect(told).toEqual([]);
  });
});

describe("a page that comes back from the browser's cache", () => {
  const comeBack = (persisted: boolean) =>
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted }));

  test("asks again who is signed in, and follows the answer", async () => {
    let known = true;
    const silentLogin = () => (known ? Promise.resolve(tokensOf("ada")) : nobody());
    const { start, stop, session } = page({ silentLogin });
    await start();
    known = false;
    comeBack(false);
    expect(session.get().status).toBe("authenticated");
    comeBack(true);
    await vi.waitFor(() =>
      expect(session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" }),
    );
    stop();
  });

  test("asks nothing where somebody has signed out, who would else be signed in again", async () => {
    const silentLogin = vi.fn<Engine["silentLogin"]>(async () => tokensOf("ada"));
    const { start, stop, session } = page({ silentLogin });
    await start();
    session.end("signed_out");
    comeBack(true);
    expect(silentLogin).toHaveBeenCalledOnce();
    stop();
  });

  test("is signed out where somebody has signed out while it slept, seen by the tenant or not", async () => {
    const { start, stop, session, context } = page({ silentLogin: async () => tokensOf("ada") });
    await start();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 1000 });
    markSignOut(context.channel.name);
    comeBack(true);
    expect(session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
    stop();
    localStorage.clear();
  });

  test("asks too where nobody was signed in, who may be by now", async () => {
    const silentLogin = vi.fn<Engine["silentLogin"]>(nobody);
    const { start, stop, session } = page({ silentLogin });
    await start();
    silentLogin.mockImplementation(async () => tokensOf("ada"));
    comeBack(true);
    await vi.waitFor(() => expect(session.get().status).toBe("authenticated"));
    stop();
  });

  test("has closed its channel meanwhile, and opens it again", async () => {
    const { start, stop, opened, closed } = page({ silentLogin: async () => tokensOf("ada") });
    await start();
    expect(opened).toHaveBeenCalledOnce();
    window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    expect(closed).toHaveBeenCalledOnce();
    comeBack(true);
    expect(opened).toHaveBeenCalledTimes(2);
    stop();
  });

  test("follows another user whom the tenant knows by now", async () => {
    const silentLogin = vi.fn<Engine["silentLogin"]>(async () => tokensOf("ada"));
    const { start, stop, session } = page({ silentLogin });
    await start();
    silentLogin.mockImplementation(async ({ subject }) => {
      if (subject === "ada") throw authError("user_changed");
      return tokensOf("bob");
    });
    comeBack(true);
    await vi.waitFor(() =>
      expect(session.get()).toMatchObject({ session: { user: { sub: "bob" } } }),
    );
    stop();
  });

  test("is left alone once the client has stopped", async () => {
    const silentLogin = vi.fn<Engine["silentLogin"]>(async () => tokensOf("ada"));
    const { start, stop } = page({ silentLogin });
    await start();
    stop();
    comeBack(true);
    expect(silentLogin).toHaveBeenCalledOnce();
  });
});

describe("without a callback", () => {
  test("the tenant is asked who is signed in, once", async () => {
    const silentLogin = vi.fn<Engine["silentLogin"]>(async () => tokensOf("ada"));
    const { start } = page({ silentLogin });
    const [one, two] = [start(), start()];
    expect(await one).toMatchObject({ kind: "authenticated" });
    expect(await two).toBe(await one);
    expect(silentLogin).toHaveBeenCalledOnce();
  });

  test("nobody is nobody, and no error", async () => {
    const { start, session } = page();
    expect(await start()).toEqual({ kind: "anonymous" });
    expect(session.get()).toEqual({ status: "anonymous" });
  });

  test("a tenant that cannot be asked leaves it unknown, and says why", async () => {
    const error = authError("network", { online: false });
    const { start, session } = page({ silentLogin: () => Promise.reject(error) });
    expect(await start()).toEqual({ kind: "anonymous", error });
    expect(session.get()).toEqual({ status: "anonymous", reason: "unknown", error });
  });

  test("it is not asked where the app does not want it", async () => {
    const silentLogin = vi.fn<Engine["silentLogin"]>(nobody);
    const { start, session } = page({ silentLogin }, false);
    expect(await start()).toEqual({ kind: "anonymous" });
    expect(session.get()).toEqual({ status: "anonymous" });
    expect(silentLogin).not.toHaveBeenCalled();
  });

  test("who signs in meanwhile stays signed in, whatever the tenant answers then", async () => {
    let refuse!: (error: Error) => void;
    const silentLogin = () => new Promise<never>((_, reject) => (refuse = reject));
    const { start, context, session } = page({ silentLogin });
    const started = start();
    beginSession(context, tokensOf("ada"), plain, true);
    refuse(authError("login_required"));
    expect(await started).toMatchObject({ kind: "authenticated" });
    expect(session.get().status).toBe("authenticated");
  });

  test("a mistake that is none of ours is thrown, and nobody waits for ever", async () => {
    const { start, session } = page({ silentLogin: () => Promise.reject(new Error("a bug")) });
    await expect(start()).rejects.toThrow("a bug");
    expect(session.get().status).toBe("anonymous");
  });
});

describe("a stop", () => {
  test("ends a start under way and leaves the next one to find out", async () => {
    vi.useFakeTimers();
    const signals: (AbortSignal | undefined)[] = [];
    const silentLogin = vi.fn<Engine["silentLogin"]>((_, { signal }) => {
      signals.push(signal);
      return signals.length > 1 ? Promise.resolve(tokensOf("ada")) : new Promise(() => {});
    });
    const { start, stop, session, closed } = page({ silentLogin });
    const started = start();
    stop();
    expect(closed).toHaveBeenCalledOnce();
    vi.runAllTimers();
    expect(await started).toMatchObject({ kind: "anonymous", error: { code: "aborted" } });
    expect(signals[0]?.aborted).toBe(true);
    expect(session.get()).toEqual({ status: "starting" });
    expect(await start()).toMatchObject({ kind: "authenticated" });
    expect(signals[1]?.aborted).toBe(false);
  });

  test("leaves whoever is signed in signed in", async () => {
    vi.useFakeTimers();
    const { start, stop, session } = page({ silentLogin: async () => tokensOf("ada") });
    await start();
    stop();
    stop();
    vi.runAllTimers();
    expect(session.get().status).toBe("authenticated");
  });
});

describe("a start after a stop", () => {
  const again = async (engine: Partial<Engine>) => {
    const { start, stop, session } = page(engine);
    await start();
    stop();
    await new Promise((resolve) => setTimeout(resolve));
    return { outcome: await start(), session };
  };

  test("tells why it could not find out who is signed in", async () => {
    const error = authError("network", { online: false });
    const silentLogin = vi.fn<Engine["silentLogin"]>(nobody).mockImplementationOnce(nobody);
    silentLogin.mockImplementationOnce(() => Promise.reject(error));
    const { outcome, session } = await again({ silentLogin });
    expect(outcome).toEqual({ kind: "anonymous", error });
    expect(session.get()).toEqual({ status: "anonymous", reason: "unknown", error });
  });

  test("finds nobody without an error where nobody is", async () => {
    const { outcome, session } = await again({});
    expect(outcome).toEqual({ kind: "anonymous" });
    expect(session.get()).toEqual({ status: "anonymous" });
  });

  test("finds another user, whom the session was not about", async () => {
    const silentLogin = vi.fn<Engine["silentLogin"]>(async () => tokensOf("ada"));
    silentLogin.mockImplementationOnce(async () => tokensOf("ada"));
    silentLogin.mockImplementationOnce(() => Promise.reject(authError("user_changed")));
    const { outcome, session } = await again({ silentLogin });
    expect(outcome).toEqual({ kind: "anonymous" });
    expect(session.get()).toEqual({ status: "anonymous", reason: "user_changed" });
  });
});

describe("news from another tab", () => {
  const running = async (engine: Partial<Engine> = {}) => {
    const silentLogin = vi.fn<Engine["silentLogin"]>(
      engine.silentLogin ?? (async () => tokensOf("ada")),
    );
    const tab = page({ ...engine, silentLogin });
    await tab.start();
    silentLogin.mockClear();
    return { ...tab, silentLogin };
  };

  test("of a sign-out ends the session here, and is not told on", async () => {
    const { hear, session, told, silentLogin } = await running();
    hear({ type: "signed_out" });
    expect(session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
    expect(told).toEqual([]);
    expect(silentLogin).not.toHaveBeenCalled();
  });

  test("of a sign-out changes nothing where nobody was signed in", async () => {
    const { hear, session } = await running({ silentLogin: nobody });
    const state = session.get();
    hear({ type: "signed_out" });
    expect(session.get()).toBe(state);
  });

  test("of a sign-out during the start outweighs an answer from before", async () => {
    let answer!: (tokens: VerifiedTokens) => void;
    const silentLogin = () => new Promise<VerifiedTokens>((resolve) => (answer = resolve));
    const { start, hear, session } = page({ silentLogin });
    const started = start();
    hear({ type: "signed_out" });
    answer(tokensOf("ada"));
    expect(await started).toMatchObject({ kind: "anonymous" });
    expect(session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
  });

  test("that something has changed has this one look for itself", async () => {
    const { hear, session, silentLogin } = await running();
    silentLogin.mockImplementation(nobody);
    hear({ type: "changed" });
    await vi.waitFor(() =>
      expect(session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" }),
    );
    hear({ type: "changed" });
    expect(silentLogin).toHaveBeenCalledOnce();
  });

  test("of a sign-in of the same user changes nothing", async () => {
    const { hear, session, silentLogin } = await running();
    const state = session.get();
    hear({ type: "signed_in", sub: "ada" });
    expect(session.get()).toBe(state);
    expect(silentLogin).not.toHaveBeenCalled();
  });

  test("of a sign-in signs in here too", async () => {
    let known: VerifiedTokens | undefined;
    const silentLogin = () => (known ? Promise.resolve(known) : nobody());
    const { hear, session } = await running({ silentLogin });
    expect(session.get().status).toBe("anonymous");
    known = tokensOf("ada");
    hear({ type: "signed_in", sub: "ada" });
    await vi.waitFor(() => expect(session.get().status).toBe("authenticated"));
  });

  test("of another user ends this one's session at once, then follows", async () => {
    const { hear, session, silentLogin } = await running();
    silentLogin.mockImplementation(async () => tokensOf("bob"));
    hear({ type: "signed_in", sub: "bob" });
    expect(session.get()).toEqual({ status: "anonymous", reason: "user_changed" });
    await vi.waitFor(() =>
      expect(session.get()).toMatchObject({ session: { user: { sub: "bob" } } }),
    );
    expect(silentLogin.mock.calls.at(-1)?.[0]).toEqual({ scope: "openid", audience: undefined });
  });

  test("of a sign-out outweighs the sign-in that was still being followed", async () => {
    const { hear, session, silentLogin } = await running({ silentLogin: nobody });
    let answer!: (tokens: VerifiedTokens) => void;
    silentLogin.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const state = session.get();
    hear({ type: "signed_in", sub: "ada" });
    hear({ type: "signed_out" });
    answer(tokensOf("ada"));
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.get()).toBe(state);
  });

  test("that cannot be followed is nobody's unhandled rejection", async () => {
    const unhandled = vi.fn((event: PromiseRejectionEvent) => event.preventDefault());
    window.addEventListener("unhandledrejection", unhandled);
    const { hear, session, silentLogin } = await running({ silentLogin: nobody });
    hear({ type: "signed_in", sub: "bob" });
    await vi.waitFor(() => expect(silentLogin).toHaveBeenCalledOnce());
    await new Promise((resolve) => setTimeout(resolve));
    window.removeEventListener("unhandledrejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(session.get().status).toBe("anonymous");
  });
});
