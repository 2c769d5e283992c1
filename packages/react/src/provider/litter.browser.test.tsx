import { createFakeClient, fakeUser } from "@portico/core/testing";
import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import {
  Auth0Provider,
  AuthCallback,
  RequireAuth,
  SessionGate,
  useAuth0,
  useUser,
  type Auth0ProviderProps,
} from "../index.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What is there at the moment, of all that has been made since. */
function watchLitter() {
  const listeners = new Set<string>();
  const timers = new Set<unknown>();
  const channels = new Set<unknown>();
  const most = { listeners: 0, timers: 0, channels: 0, frames: 0 };
  const names = new Map<unknown, number>();
  const note = () => {
    most.listeners = Math.max(most.listeners, listeners.size);
    most.timers = Math.max(most.timers, timers.size);
    most.channels = Math.max(most.channels, channels.size);
    most.frames = Math.max(most.frames, document.querySelectorAll("iframe").length);
  };
  for (const [place, target] of Object.entries({ window, document })) {
    const { addEventListener, removeEventListener } = target;
    const entryOf = (type: string, run: unknown, how: unknown) => {
      if (!names.has(run)) names.set(run, names.size);
      const capture = how === true || (typeof how === "object" && how && "capture" in how);
      return `${place} ${type} ${names.get(run)} ${Boolean(capture)}`;
    };
    target.addEventListener = (type: string, run: EventListener, how?: AddEventListenerOptions) => {
      const entry = entryOf(type, run, how);
      // What has been given up already is not added.
      if (how?.signal?.aborted) return;
      listeners.add(entry);
      how?.signal?.addEventListener("abort", () => listeners.delete(entry));
      note();
      addEventListener.call(target, type, run, how);
    };
    target.removeEventListener = (type: string, run: EventListener, how?: EventListenerOptions) => {
      listeners.delete(entryOf(type, run, how));
      removeEventListener.call(target, type, run, how);
    };
  }
  for (const [make, clear] of [
    ["setTimeout", "clearTimeout"],
    ["setInterval", "clearInterval"],
  ] as const) {
    const { [make]: makeTimer, [clear]: clearTimer } = globalThis;
    vi.stubGlobal(make, (run: () => void, wait?: number) => {
      const id: unknown = makeTimer(() => {
        if (make === "setTimeout") timers.delete(id);
        run();
      }, wait);
      timers.add(id);
      note();
      return id;
    });
    vi.stubGlobal(clear, (id: number) => {
      timers.delete(id);
      clearTimer(id);
    });
  }
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
    ...[...document.querySelectorAll("iframe")].map(() => "iframe"),
  ];
  return { left, most, restore, note };
}

function Screen() {
  const { isAuthenticated } = useAuth0();
  const user = useUser();
  return (
    <p>
      {String(isAuthenticated)} {user?.name}
      <SessionGate anonymous="out">in</SessionGate>
      <RequireAuth failed={({ code }) => code} login={() => {}} />
      <AuthCallback />
    </p>
  );
}

// The tenant's keys, which are fetched ahead, are waited for until their deadline.
const deadlines = { keys: 100, request: 100 };
const unreachable = { domain: "tenant.invalid", clientId: "spa", deadlines };
const ready = createFakeClient({ user: fakeUser });
const kinds: readonly Auth0ProviderProps[] = [
  { ...unreachable, checkSessionOnStart: false },
  { ...unreachable },
  { ...unreachable, storage: "session", checkSessionOnStart: false },
  { ...unreachable, skipRedirectCallback: true },
  { client: ready },
];

async function mountOnce(round: number, whileMounted: () => unknown = () => {}): Promise<void> {
  const props = kinds[round % kinds.length];
  if (!props) throw new Error("There are no kinds of providers.");
  const tree = (
    <Auth0Provider {...props}>
      <Screen />
    </Auth0Provider>
  );
  const root = createRoot(document.createElement("div"));
  flushSync(() => root.render(round % 2 ? <StrictMode>{tree}</StrictMode> : tree));
  await whileMounted();
  flushSync(() => root.unmount());
}

test("a thousand mounts and unmounts leave no listener, timer, channel or iframe, and never pile up", async () => {
  // React's own listeners of the document stay, and what is loaded on demand is loaded.
  for (let round = 0; round < kinds.length; round += 1) {
    await mountOnce(round, () => vi.dynamicImportSettled());
  }
  const litter = watchLitter();
  try {
    for (let round = 0; round < 1000; round += 1) {
      // Now and then one stays until its hidden iframe is there.
      const isSlow = round % 100 === 1;
      await mountOnce(round, async () => {
        if (isSlow) await vi.waitUntil(() => document.querySelector("iframe"));
        litter.note();
      });
    }
    await vi.waitFor(() => expect(litter.left()).toEqual([]), { timeout: 10_000 });
    expect(litter.most.frames).toBeGreaterThan(0);
    expect(litter.most.channels).toBeGreaterThan(0);
    expect(litter.most.channels).toBeLessThan(3);
    expect(litter.most.listeners).toBeGreaterThan(2);
    expect(litter.most.listeners).toBeLessThan(60);
  } finally {
    litter.restore();
  }
}, 120_000);
