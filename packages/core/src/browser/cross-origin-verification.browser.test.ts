import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepCoVerifier, takeCoVerifier } from "../transaction/co-verifiers.js";
import { crossOriginVerification } from "./cross-origin-verification.js";

const tenant = "https://tenant.example";
const options = { domain: "tenant.example" };
const home = window.location.href;
const request = { type: "co_verifier_request", request: { id: "co|1" } };
const response = (verifier: string) => ({ type: "co_verifier_response", response: { verifier } });

const posted = vi.fn<(message: unknown, target: unknown) => void>();

beforeEach(() => {
  vi.spyOn(window.parent, "postMessage").mockImplementation(posted);
  window.history.replaceState(null, "", `#origin=${encodeURIComponent(tenant)}`);
  keepCoVerifier(tenant, "co|1", "the verifier");
});
afterEach(() => {
  // Ends what still listens.
  ask();
  vi.restoreAllMocks();
  posted.mockReset();
  sessionStorage.clear();
  window.history.replaceState(null, "", home);
});

function ask(data: unknown = request, over: MessageEventInit = {}): void {
  const event = { data, origin: tenant, source: window.parent, ...over };
  window.dispatchEvent(new MessageEvent("message", event));
}

test("says that it is there and gives the verifier to the tenant alone, once", () => {
  crossOriginVerification(options);
  expect(posted.mock.calls).toEqual([[{ type: "ready" }, tenant]]);
  ask();
  ask();
  expect(posted.mock.calls.slice(1)).toEqual([[response("the verifier"), tenant]]);
  expect(takeCoVerifier(tenant, "co|1")).toBeUndefined();
});

test("gives an empty one for a ticket of another tab", () => {
  crossOriginVerification(options);
  ask({ ...request, request: { id: "co|2" } });
  expect(posted.mock.calls.slice(1)).toEqual([[response(""), tenant]]);
});

describe("says nothing", () => {
  test.each([
    ["to a tenant that the app does not name", "#origin=https%3A%2F%2Fother.example"],
    ["to a sibling of the tenant", "#origin=https%3A%2F%2Fx.tenant.example"],
    ["to the tenant over plain http", "#origin=http%3A%2F%2Ftenant.example"],
    ["where nobody is named", "#"],
    ["where the name is no origin", "#origin=%E0%A4%A"],
  ])("%s", (_, hash) => {
    window.history.replaceState(null, "", hash);
    crossOriginVerification(options);
    ask();
    expect(posted).not.toHaveBeenCalled();
  });

  test("in a page that nobody has framed", () => {
    const asPage = vi.spyOn(window, "postMessage").mockImplementation(() => {});
    vi.stubGlobal("parent", window);
    crossOriginVerification(options);
    ask();
    vi.unstubAllGlobals();
    expect(asPage).not.toHaveBeenCalled();
    expect(takeCoVerifier(tenant, "co|1")).toBe("the verifier");
  });

  test("to a tenant on this machine with another port", () => {
    window.history.replaceState(null, "", "#origin=http%3A%2F%2Flocalhost%3A1");
    crossOriginVerification({ domain: "http://localhost:2" });
    expect(posted).not.toHaveBeenCalled();
  });
});

test.each<[string, unknown, (() => MessageEventInit)?]>([
  ["another origin", request, () => ({ origin: "https://evil.example" })],
  ["an opaque origin", request, () => ({ origin: "null" })],
  ["this window", request, () => ({ source: window })],
  ["no window", request, () => ({ source: null })],
  ["another type", { ...request, type: "ready" }],
  ["no request", { type: request.type }],
  ["a request that is null", { ...request, request: null }],
  ["an id that is an object", { ...request, request: { id: {} } }],
  ["null", null],
  ["text", "co_verifier_request"],
])("takes no request of %s", (_, data, over) => {
  crossOriginVerification(options);
  ask(data, over?.());
  expect(posted).toHaveBeenCalledOnce();
  ask();
  expect(posted.mock.calls.slice(1)).toEqual([[response("the verifier"), tenant]]);
});

test("a domain that is none is a developer's mistake", () => {
  expect(() => crossOriginVerification({ domain: "http://tenant.example/" })).toThrow("plain http");
  expect(() => crossOriginVerification({ domain: "" })).toThrow("domain");
});
