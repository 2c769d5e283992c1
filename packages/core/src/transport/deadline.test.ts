import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { withDeadline } from "./deadline.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = () => new Promise<never>(() => {});

test("gives what the work gives, and leaves no timer and no listener", async () => {
  const signal = new AbortController().signal;
  const add = vi.spyOn(signal, "addEventListener");
  const remove = vi.spyOn(signal, "removeEventListener");
  expect(await withDeadline(1000, { signal }, async () => "done")).toBe("done");
  expect(vi.getTimerCount()).toBe(0);
  expect(remove.mock.calls.map(([, listener]) => listener)).toEqual(
    add.mock.calls.map(([, listener]) => listener),
  );
});

test.each([
  ["rejects", () => Promise.reject(new Error("mine"))],
  [
    "throws at once",
    () => {
      throw new Error("mine");
    },
  ],
])("fails as the work fails when it %s, and leaves no timer", async (_, work) => {
  await expect(withDeadline(1000, {}, work)).rejects.toThrow("mine");
  expect(vi.getTimerCount()).toBe(0);
});

describe("at the deadline", () => {
  test("it fails as timeout and not before, though the work does not listen", async () => {
    const settled = vi.fn();
    const result = withDeadline(1000, {}, never).catch((error: unknown) => {
      settled();
      return error;
    });
    await vi.advanceTimersByTimeAsync(999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toMatchObject({ code: "timeout", details: { deadline: 1000 } });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("it tells the work, whose late failure is nobody's unhandled rejection", async () => {
    const work = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(new Error("late")));
      });
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const result = withDeadline(1000, {}, work).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await result).toMatchObject({ code: "timeout" });
    vi.useRealTimers();
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test.each([2 ** 31, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
    "of %d ms it is as late as a timer can be, not at once",
    async (deadline) => {
      const settled = vi.fn();
      void withDeadline(deadline, {}, never).catch(settled);
      await vi.advanceTimersByTimeAsync(2 ** 31 - 2);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(settled).toHaveBeenCalledOnce();
    },
  );
});

describe("aborted by the caller", () => {
  test("before it began, it does no work", async () => {
    const work = vi.fn(never);
    const result = withDeadline(1000, { signal: AbortSignal.abort() }, work);
    await expect(result).rejects.toMatchObject({ code: "aborted" });
    expect(work).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("while it works, it ends at once and tells the work", async () => {
    const controller = new AbortController();
    let inner: AbortSignal | undefined;
    const result = withDeadline(1000, { signal: controller.signal }, (signal) => {
      inner = signal;
      return never();
    });
    expect(inner?.aborted).toBe(false);
    controller.abort("why");
    await expect(result).rejects.toMatchObject({ code: "aborted" });
    expect(inner?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("after the work has ended, it changes nothing", async () => {
    const controller = new AbortController();
    let inner: AbortSignal | undefined;
    const result = withDeadline(1000, { signal: controller.signal }, async (signal) => {
      inner = signal;
      return 1;
    });
    expect(await result).toBe(1);
    controller.abort();
    expect(inner?.aborted).toBe(false);
  });
});
