import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { callApp } from "./call-app.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a mistake of the app is nobody's failure here, and is told as the app's own", () => {
  const mistake = new Error("the app's mistake");
  expect(() =>
    callApp(() => {
      throw mistake;
    }),
  ).not.toThrow();
  expect(() => vi.runAllTimers()).toThrow(mistake);
});

test("calls the app once, at once, and leaves nothing behind", () => {
  const run = vi.fn();
  callApp(run);
  expect(run).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
