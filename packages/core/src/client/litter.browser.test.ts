import { afterEach, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { createAuthClient } from "./auth-client.js";
// Loaded ahead, so that every start uses it at once.
import "../flows/keep-session.js";

const home = window.location.href;
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  window.history.replaceState(null, "", home);
});

const claims = { iss: "i", sub: "ada", aud: "spa", exp: 1, iat: 1 };
const ada: VerifiedTokens = { accessToken: "at", idToken: "id", expiresIn: 3600, claims };

/** What is there at the moment, of all that has been made since. */
function watchLitter() {
  const listeners = new Set<string>();
  const timers = new Set<unknown>();
  const channels = new Set<unknown>();
  const most = { listeners: 0, timers: 0, channels: 0 };
  const names = new Map<unknown, number>();
  const nameOf = (listener: unknown) => {
    if (!names.has(listener)) names.set(listener, names.size);
    return names.get(listener);
  };
  const note = () => {
    for (const [kind, set] of Object.entries({ listeners, timers, channels })) {
      const key = kind as keyof typeof most;
      most[key] = Math.max(most[key], set.size);
    }
  };
  for (const [place, target] of Object.entries({ window, document })) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = (type: string, run: EventListener, how?: AddEventListenerOptions) => {
      const entry = `${place} ${type} ${nameOf(run)}`;
      listeners.add(entry);
      how?.signal?.addEventListener("abort", () => listeners.delete(entry));
      note();
      addEventListener.call(target, type, run, how);
    };
    target.removeEventListener = (type: string, run: EventListener) => {
      listeners.delete(`${place} ${type} ${nameOf(run)}`);
      removeEventListener.call(target, type, run);
    };
  }
  const { setTimeout, clearTimeout } = globalThis;
  vi.stubGlobal("setTimeout", (run: () => void, wait?: number) => {
    const id = setTimeout(() => {
      timers.delete(id);
      run();
    }, wait);
    timers.add(id);
    note();
    return id;
  });
  vi.stubGlobal("clearTimeout", (id: ReturnType<typeof setTimeout>) => {
    timers.delete(id);
    clearTimeout(id);
  });
  class Counted extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      channels.add(this);
      note();
    }
    override close(): void {
      channels.delete(this);
      super.close();
    }
  }
  vi.stubGlobal("BroadcastChannel", Counted);
  const restore = () => {
    for (const target of [window, document]) {
      Reflect.deleteProperty(target, "addEventListener");
      Reflect.deleteProperty(target, "removeEventListener");
    }
  };
  const left = () => [
    ...listeners,
    ...[...timers].map(() => "timer"),
    ...[...channels].map(() => "channel"),
  ];
  return { left, most, restore, pause: () => new Promise((resolve) => setTimeout(resolve)) };
}

test("a thousand starts and stops leave no listener, timer or channel, and never pile up", async () => {
  const litter = watchLitter();
  try {
    const { engine } = fakeContext({ silentLogin: async () => ada });
    const client = createAuthClient({
      domain: "tenant.example",
      clientId: "spa",
      engine: () => engine,
    });
    for (let round = 0; round < 1000; round += 1) {
      const started = client.start();
      client.stop();
      // As in React's StrictMode: the start that follows in the same turn goes on.
      void client.start();
      if (round % 10 > 0) continue;
      await started;
      client.stop();
      await litter.pause();
    }
    client.stop();
    await vi.waitFor(() => expect(litter.left()).toEqual([]));
    expect(litter.most.channels).toBe(1);
    expect(litter.most.listeners).toBeGreaterThan(2);
    expect(litter.most.listeners).toBeLessThan(20);
    expect(litter.most.timers).toBeLessThan(20);
    expect(client.session.get().status).toBe("authenticated");
  } finally {
    litter.restore();
  }
});
