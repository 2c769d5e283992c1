import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { authError } from "../errors/auth-error.js";
import { poll } from "./polling.js";
import { createSessionStore } from "./session-store.js";
import type { SessionNews } from "./session-sync.js";

const now = 1_800_000_000_000;
const interval = 900_000;
/** An interval and all of its jitter. */
const longest = interval * 1.1;
let controller: AbortController;
let room = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now });
  controller = new AbortController();
  room += 1;
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
});

const login = { idToken: "id", refreshToken: undefined, seenSilently: true, key: "k" };
const sessionOf = (sub: string) => ({
  user: { sub },
  expiresAt: now,
  scope: [],
  hasRefreshToken: false,
});

/** A tab that polls; its looks end as the test says. */
function tab(given: (session: ReturnType<typeof createSessionStore>) => unknown = () => {}) {
  const session = createSessionStore();
  const signIn = (sub: string) =>
    session.begin(sessionOf(sub), login, { value: "at", expiresAt: 1 });
  const told: SessionNews[] = [];
  const look = vi.fn(async () => given(session));
  const sync = {
    open: () => {},
    tell: (news: SessionNews) => void told.push(news),
    close: () => {},
  };
  poll({ name: `room ${room}`, interval, session, sync, look }, controller.signal);
  return { session, signIn, told, look };
}

/** Time passes, and what waits for a lock of the browser gets its turn. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await settled();
}

/** The locks of the browser do not go by the clock of the test. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await navigator.locks.query();
}

describe("the interval", () => {
  test("passes before the first look and between two, with no more than a tenth on top", async () => {
    const { look } = tab();
    await pass(interval - 1);
    expect(look).not.toHaveBeenCalled();
    await pass(longest - interval + 1);
    expect(look).toHaveBeenCalledOnce();
    await pass(interval - (longest - interval) - 1);
    expect(look).toHaveBeenCalledOnce();
    await pass(longest);
    expect(look).toHaveBeenCalledTimes(2);
  });

  test.each([
    [0, interval],
    [0.999, interval * 1.0999],
  ])("is drawn out by chance: %d", async (chance, due) => {
    vi.spyOn(Math, "random").mockReturnValue(chance);
    const { look } = tab();
    await pass(due - 1);
    expect(look).not.toHaveBeenCalled();
    await pass(1);
    expect(look).toHaveBeenCalledOnce();
  });

  test("is longer where the tenant asks for it", async () => {
    const { look } = tab(() => {
      throw authError("rate_limited", {}, { retryAfter: 3 * interval });
    });
    await pass(longest);
    expect(look).toHaveBeenCalledOnce();
    await pass(2.8 * interval);
    expect(look).toHaveBeenCalledOnce();
    await pass(interval);
    expect(look).toHaveBeenCalledTimes(2);
  });

  test("is kept by all tabs together: one looks, whichever", async () => {
    const tabs = [tab(), tab(), tab()];
    const looks = () => tabs.reduce((sum, { look }) => sum + look.mock.calls.length, 0);
    await pass(longest);
    expect(looks()).toBe(1);
    await pass(longest);
    expect(looks()).toBe(2);
    await pass(longest);
    expect(looks()).toBe(3);
  });

  test("does not go by what somebody else has written", async () => {
    for (const text of ["", "soon", "NaN", "Infinity", String(now * 2), "{}"]) {
      localStorage.setItem(`portico.polled.room ${room}`, text);
      const { look } = tab();
      await pass(longest);
      expect(look).toHaveBeenCalledOnce();
      controller.abort();
      controller = new AbortController();
    }
  });
});

describe("nothing is asked", () => {
  test("while the page is hidden, and nothing waits", async () => {
    const { look } = tab();
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    document.dispatchEvent(new Event("visibilitychange"));
    expect(vi.getTimerCount()).toBe(0);
    await pass(5 * interval);
    expect(look).not.toHaveBeenCalled();
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
    document.dispatchEvent(new Event("visibilitychange"));
    await settled();
    expect(look).toHaveBeenCalledOnce();
  });

  test("while the browser is offline", async () => {
    const { look } = tab();
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    await pass(5 * interval);
    expect(look).not.toHaveBeenCalled();
    online.mockReturnValue(true);
    window.dispatchEvent(new Event("online"));
    await settled();
    expect(look).toHaveBeenCalledOnce();
  });

  test("once it has been stopped", async () => {
    const { look } = tab();
    controller.abort();
    expect(vi.getTimerCount()).toBe(0);
    await pass(5 * interval);
    window.dispatchEvent(new Event("online"));
    await settled();
    expect(look).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("after somebody has signed out of this application alone, until they are back", async () => {
    const { session, signIn, look } = tab();
    signIn("ada");
    session.end("signed_out");
    await pass(3 * interval);
    expect(look).not.toHaveBeenCalled();
    signIn("ada");
    await pass(longest);
    expect(look).toHaveBeenCalledOnce();
  });
});

describe("the other tabs hear", () => {
  test("that somebody has signed in, whom this one has found", async () => {
    const { told } = tab((session) =>
      session.begin(sessionOf("ada"), login, { value: "at", expiresAt: 1 }),
    );
    await pass(longest);
    expect(told).toEqual([{ type: "signed_in", sub: "ada" }]);
  });

  test("that nobody is signed in any more, and look for themselves; the next sign-in is found too", async () => {
    const { told, signIn, look, session } = tab();
    signIn("ada");
    look.mockImplementationOnce(async () => {
      session.end("signed_out_elsewhere");
      throw authError("login_required");
    });
    await pass(longest);
    expect(told).toEqual([{ type: "changed" }]);
    look.mockImplementationOnce(async () => void signIn("bob"));
    await pass(longest);
    expect(told.at(-1)).toEqual({ type: "signed_in", sub: "bob" });
  });

  test("nothing where nothing has changed, or nobody could be asked", async () => {
    const { told, signIn, look } = tab();
    signIn("ada");
    look.mockImplementationOnce(() => Promise.reject(authError("network", { online: true })));
    await pass(longest);
    await pass(longest);
    expect(look).toHaveBeenCalledTimes(2);
    expect(told).toEqual([]);
  });
});

test("where nothing may be kept, it looks all the same", async () => {
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const { look } = tab();
  await pass(longest);
  await pass(longest);
  expect(look).toHaveBeenCalledTimes(2);
});
