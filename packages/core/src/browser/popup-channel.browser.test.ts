import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { popupResponse, type PopupResponseRequest } from "./popup-channel.js";

const origin = "https://app.example";
const good = {
  type: "popup_response",
  state: "popup.s",
  search: "?code=abc&state=popup.s",
  hash: "",
};
const answered = { search: good.search, hash: "" };

/** A window as its opener sees it; one of another origin does not show its address. */
function fakeWindow() {
  let where: "blank" | "elsewhere" | "home" = "blank";
  let closed = false;
  const seen = {
    get closed() {
      return closed;
    },
    get location() {
      if (where === "elsewhere") throw new DOMException("no", "SecurityError");
      return { href: where === "blank" ? "about:blank" : origin };
    },
  };
  return {
    window: seen as unknown as Window,
    go: (to: typeof where) => (where = to),
    shut: () => (closed = true),
  };
}

// A message event takes real windows only as its source, so a frame stands for the popup where one is heard.
let frame: HTMLIFrameElement;
let listeners: Set<unknown>;
beforeEach(() => {
  vi.useFakeTimers();
  frame = document.createElement("iframe");
  document.body.append(frame);
  listeners = new Set();
  const add = window.addEventListener.bind(window);
  vi.spyOn(window, "addEventListener").mockImplementation(
    (type: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
      const { signal } = (options ?? {}) as AddEventListenerOptions;
      if (type === "message") {
        listeners.add(listener);
        signal?.addEventListener("abort", () => listeners.delete(listener));
      }
      add(type, listener, options as AddEventListenerOptions);
    },
  );
});
afterEach(() => {
  const timers = vi.getTimerCount();
  vi.useRealTimers();
  vi.restoreAllMocks();
  frame.remove();
  if (timers > 0) throw new Error("A timer was left behind.");
  if (listeners.size > 0) throw new Error("A listener was left behind.");
});

const framed = () => {
  const { contentWindow } = frame;
  if (!contentWindow) throw new Error("The frame has no window.");
  return contentWindow;
};

function wait(over: Partial<PopupResponseRequest> = {}, window: Window = framed()) {
  const popup = { window, navigate: () => {}, close: () => {} };
  const answer = popupResponse({ popup, state: good.state, origin, deadline: 5000, ...over });
  answer.catch(() => {});
  return answer;
}

function deliver(data: unknown, over: MessageEventInit = {}): void {
  window.dispatchEvent(new MessageEvent("message", { data, origin, source: framed(), ...over }));
}

test("gives the response of the popup", async () => {
  const answer = wait();
  deliver({ ...good, more: "fields" });
  expect(await answer).toEqual(answered);
});

describe("takes no notice of", () => {
  const hostile: [string, unknown, (() => MessageEventInit)?][] = [
    // Origin.
    ["a foreign origin", good, () => ({ origin: "https://evil.example" })],
    ["an opaque origin", good, () => ({ origin: "null" })],
    ["no origin", good, () => ({ origin: "" })],
    ["a sibling domain", good, () => ({ origin: "https://other.app.example" })],
    ["a longer domain", good, () => ({ origin: "https://app.example.evil.example" })],
    ["another port", good, () => ({ origin: "https://app.example:8443" })],
    ["another scheme", good, () => ({ origin: "http://app.example" })],
    // Source.
    ["no source", good, () => ({ source: null })],
    ["this window", good, () => ({ source: window })],
    ["the parent window", good, () => ({ source: window.parent })],
    ["a message port", good, () => ({ source: new MessageChannel().port1 })],
    // Shape.
    ["null", null],
    ["nothing", undefined],
    ["text", JSON.stringify(good)],
    ["an array", [good]],
    ["a number", 1],
    ["no type", { ...good, type: undefined }],
    ["another type", { ...good, type: "authorization_response" }],
    ["no search", { ...good, search: undefined }],
    ["a search that is an object", { ...good, search: { toString: 1 } }],
    ["a hash that is null", { ...good, hash: null }],
    // State.
    ["no state", { ...good, state: undefined }],
    ["an empty state", { ...good, state: "" }],
    ["another state", { ...good, state: "popup.t" }],
    ["a state that is an array", { ...good, state: [good.state] }],
  ];

  test.each(hostile)("%s, and goes on waiting", async (_, data, over) => {
    const settled = vi.fn<() => void>();
    const answer = wait().finally(settled);
    deliver(data, over?.());
    deliver(data, over?.());
    await vi.advanceTimersByTimeAsync(1000);
    expect(settled).not.toHaveBeenCalled();
    deliver(good);
    expect(await answer).toEqual(answered);
  });
});

describe("settles once", () => {
  test("by the first of two good answers in one turn", async () => {
    const answer = wait();
    deliver(good);
    deliver({ ...good, search: "?code=second" });
    expect(await answer).toEqual(answered);
  });

  test("by an answer that arrives behind the end of its window", async () => {
    // The page in the popup posts its message and closes the window at once.
    const popup = framed();
    let closed = false;
    vi.spyOn(popup, "closed", "get").mockImplementation(() => closed);
    const answer = wait();
    closed = true;
    await vi.advanceTimersByTimeAsync(200);
    deliver(good);
    expect(await answer).toEqual(answered);
  });
});

describe("a window that", () => {
  test("was elsewhere and is closed is popup_closed within half a second", async () => {
    const { window, go, shut } = fakeWindow();
    const settled = vi.fn<() => void>();
    const answer = wait({}, window);
    answer.then(settled, settled);
    go("elsewhere");
    await vi.advanceTimersByTimeAsync(1000);
    expect(settled).not.toHaveBeenCalled();
    shut();
    await vi.advanceTimersByTimeAsync(500);
    await expect(answer).rejects.toMatchObject({ code: "popup_closed" });
  });

  test("was at the app's own page and is closed without an answer is popup_closed", async () => {
    const { window, go, shut } = fakeWindow();
    const answer = wait({}, window);
    go("home");
    await vi.advanceTimersByTimeAsync(1000);
    shut();
    await vi.advanceTimersByTimeAsync(500);
    await expect(answer).rejects.toMatchObject({ code: "popup_closed" });
  });

  test("is closed while it is still empty is popup_closed", async () => {
    const { window, shut } = fakeWindow();
    const answer = wait({}, window);
    await vi.advanceTimersByTimeAsync(1000);
    shut();
    await vi.advanceTimersByTimeAsync(500);
    await expect(answer).rejects.toMatchObject({ code: "popup_closed" });
  });

  // For a moment a window that is being cut off reads as open and elsewhere.
  test.each([0, 200, 400])(
    "reads as closed %d ms after it left is popup_unavailable",
    async (moment) => {
      const { window, go, shut } = fakeWindow();
      const answer = wait({}, window);
      await vi.advanceTimersByTimeAsync(390);
      go("elsewhere");
      await vi.advanceTimersByTimeAsync(moment);
      shut();
      await vi.advanceTimersByTimeAsync(500);
      await expect(answer).rejects.toMatchObject({ code: "popup_unavailable" });
    },
  );

  test("was seen elsewhere three times, and is closed, is popup_closed", async () => {
    const { window, go, shut } = fakeWindow();
    const answer = wait({}, window);
    go("elsewhere");
    await vi.advanceTimersByTimeAsync(600);
    shut();
    await vi.advanceTimersByTimeAsync(400);
    await expect(answer).rejects.toMatchObject({ code: "popup_closed" });
  });

  test("is closed at once, still empty, is popup_closed", async () => {
    const { window, shut } = fakeWindow();
    const answer = wait({}, window);
    await vi.advanceTimersByTimeAsync(200);
    shut();
    await vi.advanceTimersByTimeAsync(400);
    await expect(answer).rejects.toMatchObject({ code: "popup_closed" });
  });
});

describe("ends", () => {
  test("at the deadline", async () => {
    const answer = wait({ deadline: 3000 });
    await vi.advanceTimersByTimeAsync(3000);
    await expect(answer).rejects.toMatchObject({ code: "timeout", details: { deadline: 3000 } });
  });

  test("when the caller aborts", async () => {
    const controller = new AbortController();
    const answer = wait({ signal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: "aborted" });
  });

  test("before it begins when the caller has aborted already", async () => {
    const add = vi.mocked(window.addEventListener);
    add.mockClear();
    await expect(wait({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "aborted" });
    expect(add.mock.calls.map(([type]) => type)).not.toContain("message");
  });
});
