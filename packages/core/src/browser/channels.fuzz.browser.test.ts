import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import { isAuthError } from "../errors/auth-error.js";
import { popupResponse } from "./popup-channel.js";
import { webMessage } from "./web-message.js";

const origin = "https://tenant.example";
const state = "the-state";
/** Milliseconds. */
const deadline = 1000;

let listeners: Set<unknown>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  listeners = new Set();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  // Spies would keep all that they were ever called with, windows included.
  Object.assign(window, {
    addEventListener(type: string, listener: EventListener, how?: AddEventListenerOptions) {
      listeners.add(listener);
      how?.signal?.addEventListener("abort", () => listeners.delete(listener));
      addEventListener.call(window, type, listener, how);
    },
    removeEventListener(type: string, listener: EventListener) {
      listeners.delete(listener);
      removeEventListener.call(window, type, listener);
    },
  });
});
afterEach(() => {
  Reflect.deleteProperty(window, "addEventListener");
  Reflect.deleteProperty(window, "removeEventListener");
  vi.useRealTimers();
});

/** One call that waits, and what surrounds it. */
interface Waiting {
  readonly answer: Promise<unknown>;
  /** The window that the answer has to come from. */
  readonly source: Window | null;
  /** The right answer. */
  readonly good: Readonly<Record<string, unknown>>;
  /** Whether such fields are an answer as well. */
  readonly isAnswer: (data: Readonly<Record<string, unknown>>) => boolean;
  readonly controller: AbortController;
  /** What the page or its user may do to the window. */
  readonly takeAway: () => void;
}

/** One thing that happens to a page; `run` gives the end that the call may come to by it. */
interface Deed {
  readonly run: (waiting: Waiting) => string | undefined;
}

function deed(name: string, run: Deed["run"]): Deed & fc.WithToStringMethod {
  return { run, [fc.toStringMethod]: () => name };
}

/** A message that is the answer, or differs from it by its origin, its window or its fields. */
const message = fc
  .record({
    from: fc.oneof(
      { weight: 5, arbitrary: fc.constant(origin) },
      fc.constantFrom("", "null", "https://x.example", `${origin}:8443`),
    ),
    by: fc.oneof({ weight: 5, arbitrary: fc.constant("own") }, fc.constantFrom("page", "nobody")),
    change: fc.oneof(
      { weight: 5, arbitrary: fc.constant({}) },
      fc.dictionary(
        fc.constantFrom("type", "state", "response", "search", "hash"),
        fc.oneof(fc.constantFrom(null, "", [], {}, 7), fc.object({ maxDepth: 1 })),
        { minKeys: 1, maxKeys: 2 },
      ),
      fc.constant(null),
    ),
  })
  .map(({ from, by, change }) =>
    deed(`message ${fc.stringify({ from, by, change })}`, ({ good, isAnswer, source }) => {
      const sender = by === "own" ? source : by === "page" ? window : null;
      const data = change && { ...good, ...change };
      window.dispatchEvent(new MessageEvent("message", { data, origin: from, source: sender }));
      const isRight = from === origin && sender === source && sender !== null;
      return isRight && data && isAnswer(data) ? "answered" : undefined;
    }),
  );

const happenings: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: message },
    {
      weight: 3,
      arbitrary: fc.integer({ min: 1, max: 600 }).map((wait) =>
        deed(`${wait} ms`, () => {
          vi.advanceTimersByTime(wait);
          return undefined;
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constant(
        deed("abort", ({ controller }) => {
          controller.abort();
          return "aborted";
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constant(
        deed("the window goes", ({ takeAway }) => {
          takeAway();
          return undefined;
        }),
      ),
    },
  ),
  { maxLength: 10 },
);

/** Lets all that is decided be heard; no timer passes. */
async function turn(): Promise<void> {
  for (let tick = 0; tick < 10; tick += 1) await Promise.resolve();
}

/** Lets the browser put away what nobody holds any more, such as the windows of frames that are gone. */
async function breather(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}

/** How a call ends among these happenings, and by what it may. */
async function course(waiting: Waiting, deeds: readonly [Deed, boolean][]) {
  const ends: string[] = [];
  const causes = new Set<string>();
  waiting.answer.then(
    () => ends.push("answered"),
    (error: unknown) => ends.push(isAuthError(error) ? error.code : String(error)),
  );
  for (const [{ run }, hasTurn] of deeds) {
    const cause = run(waiting);
    if (cause && ends.length === 0) causes.add(cause);
    if (hasTurn) await turn();
  }
  await turn();
  vi.advanceTimersByTime(deadline);
  await turn();
  return { ends, causes };
}

const deeds = happenings.chain((list) =>
  fc.tuple(...list.map((one) => fc.tuple(fc.constant(one), fc.boolean()))),
);

/** Nothing of a call is left in the page once it has ended. */
function expectNoLitter(): void {
  expect({ listeners: listeners.size, timers: vi.getTimerCount() }).toEqual({
    listeners: 0,
    timers: 0,
  });
}

test("a silent login settles once, whatever comes in whichever order", property, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(deeds, async (list) => {
      const controller = new AbortController();
      const { signal } = controller;
      const answer = webMessage({ url: "about:blank", origin, state, deadline, signal });
      const frame = document.querySelector("iframe");
      const source = frame?.contentWindow ?? null;
      const good = { type: "authorization_response", response: { state, code: "abc" } };
      const isAnswer: Waiting["isAnswer"] = ({ type, response }) =>
        type === good.type && JSON.stringify(response) === JSON.stringify(good.response);
      const takeAway = () => frame?.remove();
      const waiting = { answer, source, good, isAnswer, controller, takeAway };
      const { ends, causes } = await course(waiting, list);
      expect(ends).toHaveLength(1);
      expect(["timeout", ...causes]).toContain(ends[0]);
      // An answer that came in time, with its window still there, is not lost.
      const isPlain =
        causes.has("answered") && list.every(([one]) => !/ms|goes|abort/.test(fc.stringify(one)));
      expect(isPlain ? ends : ["answered"]).toEqual(["answered"]);
      expect(document.querySelectorAll("iframe")).toHaveLength(0);
      expectNoLitter();
      seen.add(ends[0] ?? "");
      await breather();
    }),
    fuzz,
  );
  expect([...seen].toSorted()).toEqual(["aborted", "answered", "timeout"]);
});

test("a popup settles once, whatever comes in whichever order", property, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(deeds, async (list) => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const source = frame.contentWindow;
      if (!source) throw new Error("The frame has no window.");
      let closed = false;
      Object.defineProperty(source, "closed", { get: () => closed });
      const controller = new AbortController();
      const popup = { window: source, navigate: () => {}, close: () => {} };
      const { signal } = controller;
      const answer = popupResponse({ popup, origin, state, deadline, signal });
      const good = { type: "popup_response", state, search: "?code=abc", hash: "" };
      const isAnswer: Waiting["isAnswer"] = ({ type, state: named, search, hash }) =>
        type === good.type &&
        named === state &&
        [search, hash].every((one) => typeof one === "string");
      const takeAway = () => (closed = true);
      const waiting = { answer, source, good, isAnswer, controller, takeAway };
      const { ends, causes } = await course(waiting, list);
      frame.remove();
      expect(ends).toHaveLength(1);
      const gone = closed ? ["popup_closed", "popup_unavailable"] : [];
      expect(["timeout", ...gone, ...causes]).toContain(ends[0]);
      expectNoLitter();
      seen.add(ends[0] ?? "");
      await breather();
    }),
    fuzz,
  );
  expect([...seen].toSorted()).toEqual(["aborted", "answered", "popup_closed", "timeout"]);
});
