import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { webMessage, type WebMessageRequest } from "./web-message.js";

const origin = "https://tenant.example";
const good = { type: "authorization_response", response: { code: "abc", state: "s" } };

let listeners: Set<unknown>;
beforeEach(() => {
  listeners = new Set();
  const add = window.addEventListener.bind(window);
  const remove = window.removeEventListener.bind(window);
  vi.spyOn(window, "addEventListener").mockImplementation(
    (type: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
      if (type === "message") listeners.add(listener);
      add(type, listener, options as AddEventListenerOptions);
    },
  );
  vi.spyOn(window, "removeEventListener").mockImplementation(
    (type: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
      if (type === "message") listeners.delete(listener);
      remove(type, listener, options as EventListenerOptions);
    },
  );
});
afterEach(() => {
  if (frames().length > 0) throw new Error("A frame was left behind.");
  if (listeners.size > 0) throw new Error("A listener was left behind.");
  vi.restoreAllMocks();
});

const frames = () => [...document.querySelectorAll("iframe")];
const onlyFrame = () => {
  const [frame, ...more] = frames();
  if (!frame || more.length > 0) throw new Error("there has to be one frame");
  return frame;
};
const ask = (over: Partial<WebMessageRequest> = {}) =>
  webMessage({ url: "about:blank", origin, state: "s", deadline: 5000, ...over });

/** A message as if it had come from the tenant's page in the frame, but for what the test changes. */
function deliver(data: unknown, over: MessageEventInit = {}): void {
  const source = onlyFrame().contentWindow;
  window.dispatchEvent(new MessageEvent("message", { data, origin, source, ...over }));
}

/** The next message to this window; listens beside the count of listeners. */
function nextMessage(): Promise<MessageEvent> {
  return new Promise((resolve) => {
    const listener = (event: Event) => resolve(event as MessageEvent);
    EventTarget.prototype.addEventListener.call(window, "message", listener, { once: true });
  });
}

/** A page of this origin that runs `script`. */
function page(script: string): string {
  return URL.createObjectURL(new Blob([`<script>${script}</script>`], { type: "text/html" }));
}

const post = (message: unknown, target = "parent") =>
  `${target}.postMessage(${JSON.stringify(message)}, "*");`;

test("gives the fields of the answer, out of a frame that nobody sees", async () => {
  const answer = ask();
  const frame = onlyFrame();
  expect(frame.hidden).toBe(true);
  expect(frame.getBoundingClientRect().height).toBe(0);
  deliver(good);
  expect(await answer).toEqual({ code: "abc", state: "s" });
});

test("asks out of a page that has no body yet, without a name in the page's outline", async () => {
  const { body } = document;
  body.remove();
  try {
    const answer = ask();
    expect(onlyFrame()).toMatchObject({ hidden: true, title: "" });
    expect(onlyFrame().hasAttribute("title")).toBe(true);
    deliver(good);
    expect(await answer).toEqual(good.response);
  } finally {
    document.documentElement.append(body);
  }
});

test("hears a real page of the tenant's origin", async () => {
  const url = page(post(good));
  expect(await ask({ url, origin: window.location.origin })).toEqual({ code: "abc", state: "s" });
});

describe("takes no notice of", () => {
  const hostile: [string, unknown, (() => MessageEventInit)?][] = [
    // Origin.
    ["a foreign origin", good, () => ({ origin: "https://evil.example" })],
    ["an opaque origin", good, () => ({ origin: "null" })],
    ["no origin", good, () => ({ origin: "" })],
    ["a sibling domain", good, () => ({ origin: "https://other.tenant.example" })],
    ["a longer domain", good, () => ({ origin: "https://tenant.example.evil.example" })],
    ["another port", good, () => ({ origin: "https://tenant.example:8443" })],
    ["another scheme", good, () => ({ origin: "http://tenant.example" })],
    ["a slash behind the origin", good, () => ({ origin: "https://tenant.example/" })],
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
    ["no type", { response: good.response }],
    ["another type", { ...good, type: "relay_response" }],
    ["a type that is an array", { ...good, type: ["authorization_response"] }],
    ["no response", { type: "authorization_response" }],
    ["a response that is null", { ...good, response: null }],
    ["a response that is text", { ...good, response: "code=abc&state=s" }],
    ["a response that is an array", { ...good, response: ["abc", "s"] }],
    [
      "inherited fields",
      JSON.parse('{"type":"authorization_response","response":{"__proto__":{"state":"s"}}}'),
    ],
    // State.
    ["no state", { ...good, response: { code: "abc" } }],
    ["an empty state", { ...good, response: { code: "abc", state: "" } }],
    ["another state", { ...good, response: { code: "abc", state: "S" } }],
    ["a state that is an array", { ...good, response: { code: "abc", state: ["s"] } }],
    ["a state that is an object", { ...good, response: { code: "abc", state: { toString: 1 } } }],
    ["an error without a state", { ...good, response: { error: "login_required" } }],
  ];

  test.each(hostile)("%s, and goes on waiting", async (_, data, over) => {
    const failed = vi.spyOn(console, "error");
    const settled = vi.fn();
    const answer = ask().finally(settled);
    deliver(data, over?.());
    deliver(data, over?.());
    await new Promise((resolve) => setTimeout(resolve));
    expect(settled).not.toHaveBeenCalled();
    expect(listeners.size).toBe(1);
    deliver(good);
    expect(await answer).toEqual(good.response);
    expect(failed).not.toHaveBeenCalled();
  });

  test("a real page of an opaque origin, which knows the state", async () => {
    const heard = nextMessage();
    const url = `data:text/html,${encodeURIComponent(`<script>${post(good)}</script>`)}`;
    const settled = vi.fn();
    const answer = ask({ url }).finally(settled);
    expect((await heard).origin).toBe("null");
    expect(settled).not.toHaveBeenCalled();
    deliver(good);
    await answer;
  });

  test("a real page of the right origin in another frame", async () => {
    const url = page("");
    const settled = vi.fn();
    const answer = ask({ url, origin: window.location.origin }).finally(settled);
    const mine = onlyFrame();
    const heard = nextMessage();
    const other = document.createElement("iframe");
    other.src = page(post(good));
    document.body.append(other);
    await heard;
    other.remove();
    expect(settled).not.toHaveBeenCalled();
    const source = mine.contentWindow;
    const from = { data: good, origin: window.location.origin, source };
    window.dispatchEvent(new MessageEvent("message", from));
    await answer;
  });
});

describe("settles once", () => {
  test("by the first of two good answers in one turn", async () => {
    const answer = ask();
    deliver(good);
    deliver({ ...good, response: { code: "second", state: "s" } });
    expect(await answer).toEqual(good.response);
  });

  test("and hears nothing afterwards", async () => {
    const answer = ask();
    const source = onlyFrame().contentWindow;
    deliver(good);
    await answer;
    expect(listeners.size).toBe(0);
    window.dispatchEvent(new MessageEvent("message", { data: good, origin, source }));
    expect(await answer).toEqual(good.response);
  });

  test("for each request by itself when several run at a time", async () => {
    const answers = ["a", "b"].map((state) => ask({ state }));
    const [first, second] = frames();
    const reply = (frame: HTMLIFrameElement | undefined, state: string) =>
      window.dispatchEvent(
        new MessageEvent("message", {
          data: { ...good, response: { code: `code of ${state}`, state } },
          origin,
          source: frame?.contentWindow ?? null,
        }),
      );
    reply(first, "b");
    reply(second, "a");
    reply(second, "b");
    reply(first, "a");
    expect(await Promise.all(answers)).toEqual([
      { code: "code of a", state: "a" },
      { code: "code of b", state: "b" },
    ]);
  });
});

describe("ends", () => {
  test("at the deadline", async () => {
    await expect(ask({ deadline: 20 })).rejects.toMatchObject({
      code: "timeout",
      details: { deadline: 20 },
    });
  });

  test("at the deadline, too, when the page takes the frame away", async () => {
    const answer = ask({ deadline: 50 });
    onlyFrame().remove();
    // What the frame's window was is null now, and so is the source of such a message.
    window.dispatchEvent(new MessageEvent("message", { data: good, origin, source: null }));
    await expect(answer).rejects.toMatchObject({ code: "timeout" });
  });

  test("when the caller aborts", async () => {
    const controller = new AbortController();
    const answer = ask({ signal: controller.signal });
    expect(frames()).toHaveLength(1);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: "aborted" });
  });

  test("before it begins when the caller has aborted already", async () => {
    const answer = ask({ signal: AbortSignal.abort() });
    expect(frames()).toEqual([]);
    await expect(answer).rejects.toMatchObject({ code: "aborted" });
  });
});
