import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { Engine } from "../engine/engine.js";
import { authError } from "../errors/auth-error.js";
import { beginSession } from "./keep-tokens.js";
import { keepSession } from "./keep-session.js";

const now = 1_800_000_000_000;
const hour = 3_600_000;
const plain = { scope: "openid" };
let controller: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now });
  controller = new AbortController();
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Silent = Engine["silentLogin"];

function tokensOf(over: Partial<VerifiedTokens> = {}): VerifiedTokens {
  const claims = { iss: "i", sub: "ada", aud: "spa", exp: 1, iat: 1 };
  return { accessToken: "at", idToken: "id", expiresIn: 3600, claims, ...over };
}

/** Somebody is signed in for an hour; renewals end as the test says. */
function signedIn(silentLogin: Silent, over: Partial<VerifiedTokens> = {}, engine = {}) {
  const asked = vi.fn<Silent>(silentLogin);
  const context = fakeContext({ silentLogin: asked, ...engine });
  beginSession(context, tokensOf(over), plain, true);
  keepSession(context, controller.signal);
  return { context, asked, session: context.session };
}

const renew = async () => tokensOf({ accessToken: "new" });
const refuse = () => Promise.reject(authError("login_required"));
const offline = () => Promise.reject(authError("network", { online: false }));

function see(state: DocumentVisibilityState): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

test("a session is renewed when it runs out, again and again, and not before", async () => {
  const { asked, session } = signedIn(renew);
  await vi.advanceTimersByTimeAsync(hour - 1);
  expect(asked).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveBeenCalledOnce();
  expect(session.get()).toMatchObject({ session: { expiresAt: now + 2 * hour } });
  await vi.advanceTimersByTimeAsync(hour);
  expect(asked).toHaveBeenCalledTimes(2);
});

test("no timer is longer than five minutes", async () => {
  const timer = vi.spyOn(globalThis, "setTimeout");
  signedIn(renew);
  await vi.advanceTimersByTimeAsync(2 * hour);
  const waits = timer.mock.calls.map(([, wait]) => wait ?? 0);
  expect(waits.length).toBeGreaterThan(20);
  expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
});

test("a machine that slept through the end renews when it wakes", async () => {
  const { asked } = signedIn(renew);
  vi.setSystemTime(now + 5 * hour);
  see("visible");
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
});

test.each(["pageshow", "online"])("and so it does at %s", async (event) => {
  const { asked } = signedIn(renew);
  vi.setSystemTime(now + 5 * hour);
  window.dispatchEvent(new Event(event));
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
});

test("nothing happens while the page is hidden, and nothing waits", async () => {
  const { asked } = signedIn(renew);
  see("hidden");
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(3 * hour);
  expect(asked).not.toHaveBeenCalled();
  see("visible");
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
});

test("nothing is asked while the browser is offline", async () => {
  const { asked } = signedIn(renew);
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect(asked).not.toHaveBeenCalled();
  online.mockReturnValue(true);
  window.dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
});

test("a session that the tenant does not renew has expired", async () => {
  const { session } = signedIn(refuse);
  await vi.advanceTimersByTimeAsync(hour);
  expect(session.get()).toEqual({ status: "anonymous", reason: "expired" });
  expect(vi.getTimerCount()).toBe(0);
});

test.each(["consent_required", "interaction_required", "mfa_required", "invalid_token"] as const)(
  "and so has one that it refuses by %s",
  async (code) => {
    const details = code === "invalid_token" ? { reason: "signature" } : {};
    const { session } = signedIn(() => Promise.reject(authError(code, details as never)));
    await vi.advanceTimersByTimeAsync(hour);
    expect(session.get()).toEqual({ status: "anonymous", reason: "expired" });
  },
);

test("a session whose refresh token is spent, and that the tenant does not know, has expired", async () => {
  const refresh = () => Promise.reject(authError("invalid_grant"));
  const { session, asked } = signedIn(refuse, { refreshToken: "rt" }, { refresh });
  await vi.advanceTimersByTimeAsync(hour);
  expect(asked).toHaveBeenCalledOnce();
  expect(session.get()).toEqual({ status: "anonymous", reason: "expired" });
});

test("one that could not be renewed stays, and is tried again, less and less often", async () => {
  const { asked, session } = signedIn(offline);
  await vi.advanceTimersByTimeAsync(hour);
  expect(asked).toHaveBeenCalledOnce();
  expect(session.get().status).toBe("authenticated");
  const tries: number[] = [];
  for (let minute = 0; minute < 30; minute += 1) {
    const before = asked.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    tries.push(asked.mock.calls.length - before);
  }
  expect(tries.slice(0, 10).filter(Boolean).length).toBeGreaterThanOrEqual(3);
  expect(tries.slice(20).filter(Boolean)).toHaveLength(2);
  asked.mockImplementation(renew);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(session.get()).toMatchObject({ status: "authenticated" });
  expect(session.accessTokens.get(session.tokens?.key ?? "")?.value).toBe("new");
});

test("one whose renewal did not even load stays too", async () => {
  const lost = () => Promise.reject(authError("network", { online: true, reload: true }));
  const { asked, session } = signedIn(lost);
  await vi.advanceTimersByTimeAsync(hour);
  expect(asked).toHaveBeenCalled();
  expect(session.get().status).toBe("authenticated");
});

test("the tenant is not asked before it wants to be", async () => {
  const { asked } = signedIn(() =>
    Promise.reject(authError("rate_limited", {}, { retryAfter: 600_000 })),
  );
  await vi.advanceTimersByTimeAsync(hour);
  see("visible");
  await vi.advanceTimersByTimeAsync(599_999);
  expect(asked).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveBeenCalledTimes(2);
});

test("nobody who has signed out is renewed, and whoever signs in next is", async () => {
  const { context, asked, session } = signedIn(renew);
  session.end("signed_out");
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect(asked).not.toHaveBeenCalled();
  beginSession(context, tokensOf(), plain, true);
  await vi.advanceTimersByTimeAsync(hour);
  expect(asked).toHaveBeenCalledOnce();
});

test("stopped, it leaves no timer and no listener", async () => {
  const { asked, session } = signedIn(renew);
  const subscribe = vi.spyOn(session, "subscribe");
  controller.abort();
  expect(vi.getTimerCount()).toBe(0);
  vi.setSystemTime(now + 5 * hour);
  see("visible");
  window.dispatchEvent(new Event("online"));
  expect(vi.getTimerCount()).toBe(0);
  keepSession(fakeContext({}, { session }), controller.signal);
  expect(subscribe).not.toHaveBeenCalled();
  expect(asked).not.toHaveBeenCalled();
});
