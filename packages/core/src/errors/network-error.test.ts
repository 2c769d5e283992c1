import { afterEach, expect, test, vi } from "vitest";
import { networkError } from "./network-error.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ["the browser believes itself offline", { onLine: false }, false],
  ["the browser believes itself online", { onLine: true }, true],
  ["nothing is known of the network", {}, true],
  ["there is no browser", undefined, true],
])("tells that %s", (_, navigator, online) => {
  vi.stubGlobal("navigator", navigator);
  expect(networkError()).toMatchObject({ code: "network", details: { online } });
  expect(networkError().details).not.toHaveProperty("reload");
  expect(networkError({ reload: true }).details).toEqual({ online, reload: true });
});
