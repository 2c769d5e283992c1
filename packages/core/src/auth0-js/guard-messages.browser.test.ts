import { afterEach, beforeEach, expect, test } from "vitest";
import { guardMessages, type MessageGuard } from "./guard-messages.js";

const origin = "https://tenant.example";
const state = "the-state";
const url = "about:blank?state=the-state&name=a'b";
const answer = { state, code: "the-code" };

let frame: HTMLIFrameElement;
let guard: MessageGuard;
let passed: unknown[];

const listen = ({ data }: MessageEvent<unknown>) => passed.push(data);

beforeEach(() => {
  passed = [];
  guard = guardMessages({ url, origin, state });
  window.addEventListener("message", listen);
  frame = document.createElement("iframe");
  frame.src = url;
  document.body.append(frame);
});

afterEach(() => {
  window.removeEventListener("message", listen);
  guard.end();
  frame.remove();
});

function send(response: unknown, more: MessageEventInit = {}, type = "authorization_response") {
  const data = { type, response };
  const source = frame.contentWindow;
  window.dispatchEvent(new MessageEvent("message", { data, origin, source, ...more }));
}

test("the tenant's answer in the iframe of the call passes, and the first one counts", () => {
  send(answer);
  send({ ...answer, code: "another" });
  expect(guard.response()).toEqual(answer);
  expect(passed).toHaveLength(2);
});

test.each<[string, unknown, MessageEventInit?]>([
  ["another origin", answer, { origin: "https://evil.example" }],
  ["another port", answer, { origin: "https://tenant.example:444" }],
  ["an origin that is hidden", answer, { origin: "null" }],
  ["this page itself", answer, { source: window }],
  ["no window", answer, { source: null }],
  ["another origin, as a failure", { state, error: "x" }, { origin: "https://evil.example" }],
  ["nobody knows whom, empty", null],
  ["nobody knows whom, without a response", undefined],
])("a message from %s never arrives", (_, response, more) => {
  send(response, more);
  expect(guard.response()).toBeUndefined();
  expect(passed).toEqual([]);
});

test.each<[string, () => void]>([
  ["other libraries'", () => send(answer, {}, "theirs")],
  ["other calls'", () => send({ ...answer, state: "another" }, { origin: "https://x.example" })],
  ["texts", () => window.dispatchEvent(new MessageEvent("message", { data: "text" }))],
  ["empty ones", () => window.dispatchEvent(new MessageEvent("message", { data: null }))],
])("messages that are %s are left alone", (_, sendOne) => {
  sendOne();
  expect(passed).toHaveLength(1);
  expect(guard.response()).toBeUndefined();
});

test("nobody's answer arrives before there is an iframe, and none of another one's", () => {
  frame.remove();
  send(answer, { source: null });
  const other = document.createElement("iframe");
  other.src = "about:blank?state=another";
  document.body.prepend(other);
  document.body.append(frame);
  send(answer, { source: other.contentWindow });
  expect(passed).toEqual([]);
  send(answer);
  expect(guard.response()).toEqual(answer);
  guard.end();
  expect([other.isConnected, frame.isConnected]).toEqual([true, false]);
  other.remove();
});

test("its end takes the iframe away and tells whoever still waits", () => {
  guard.end();
  expect(frame.isConnected).toBe(false);
  expect(passed).toEqual([{ type: "authorization_response", response: { state, error: "ended" } }]);
  send(answer, { source: null });
  expect(passed).toHaveLength(2);
});

test("its end tells nobody once the answer has come", () => {
  send(answer);
  guard.end();
  expect(passed).toHaveLength(1);
});
