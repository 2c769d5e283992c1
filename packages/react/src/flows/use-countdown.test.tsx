import { act, renderHook } from "@testing-library/react";
import { StrictMode, useEffect } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { watchListeners } from "../../test/watch-listeners.js";
import { useCountdown } from "./use-countdown.js";

keepConsoleQuiet();

const now = 1_800_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Counts down, and notes what each render showed. */
function countDown(until: number | undefined, options = {}) {
  const shown: number[] = [];
  const use = (end: number | undefined) => {
    const left = useCountdown(end);
    useEffect(() => void shown.push(left));
    return left;
  };
  return { shown, ...renderHook(use, { initialProps: until, ...options }) };
}

function pass(milliseconds: number): void {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

test("counts whole seconds down to 0, one render a second, and then rests", () => {
  const { shown } = countDown(now + 3_000);
  for (let second = 0; second < 60; second += 1) pass(1_000);
  expect(shown).toEqual([3, 2, 1, 0]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a begun second counts as a whole one", () => {
  const { shown } = countDown(now + 1_200);
  pass(199);
  expect(shown).toEqual([2]);
  pass(1);
  expect(shown).toEqual([2, 1]);
  pass(1_000);
  expect(shown).toEqual([2, 1, 0]);
});

test.each([undefined, now, now - 1, NaN])("has nothing left until %s, and no timer", (until) => {
  const { result } = countDown(until);
  expect(result.current).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test("a later time begins anew, the same one does not", () => {
  const { result, rerender } = countDown(now + 2_000);
  pass(1_000);
  rerender(now + 2_000);
  expect(result.current).toBe(1);
  pass(5_000);
  rerender(now + 36_000);
  expect(result.current).toBe(30);
  pass(1_000);
  expect(result.current).toBe(29);
  rerender(undefined);
  expect(result.current).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ["visibilitychange", document],
  ["pageshow", window],
])("is right as soon as the page is back: %s", (event, target) => {
  const { result } = countDown(now + 30_000);
  // The device slept: the clock went on, the timers did not.
  vi.setSystemTime(now + 12_000);
  act(() => void target.dispatchEvent(new Event(event)));
  expect(result.current).toBe(18);
  pass(1_000);
  expect(result.current).toBe(17);
  vi.setSystemTime(now + 40_000);
  act(() => void target.dispatchEvent(new Event(event)));
  expect(result.current).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test("keeps one timer, under StrictMode too, and leaves nothing behind", () => {
  const listeners = watchListeners();
  const { unmount } = countDown(now + 30_000, { wrapper: StrictMode });
  expect(vi.getTimerCount()).toBe(1);
  pass(5_000);
  expect(vi.getTimerCount()).toBe(1);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
  expect(listeners.left()).toEqual([]);
  listeners.stop();
});
