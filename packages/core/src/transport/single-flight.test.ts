import { describe, expect, test, vi } from "vitest";
import { createSingleFlight } from "./single-flight.js";

interface Work {
  readonly run: (signal: AbortSignal) => Promise<string>;
  readonly signals: AbortSignal[];
  finish(result: string): void;
  fail(error: Error): void;
}

/** Work that ends when the test says so. */
function work(): Work {
  const signals: AbortSignal[] = [];
  let finish!: (result: string) => void;
  let fail!: (error: Error) => void;
  const result = new Promise<string>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  const run = (signal: AbortSignal) => {
    signals.push(signal);
    return result;
  };
  return { run, signals, finish, fail };
}

test("two callers share one run and its result", async () => {
  const once = createSingleFlight();
  const one = work();
  const results = [once("a", {}, one.run), once("a", {}, one.run)];
  one.finish("tokens");
  expect(await Promise.all(results)).toEqual(["tokens", "tokens"]);
  expect(one.signals).toHaveLength(1);
});

test("they share its failure too, and the next caller runs anew", async () => {
  const once = createSingleFlight();
  const one = work();
  const results = [
    once("a", {}, one.run),
    once("a", { signal: new AbortController().signal }, one.run),
  ];
  one.fail(new Error("no"));
  const outcomes = await Promise.allSettled(results);
  expect(
    outcomes.map((outcome) => outcome.status === "rejected" && String(outcome.reason)),
  ).toEqual(["Error: no", "Error: no"]);
  const two = work();
  const next = once("a", {}, two.run);
  two.finish("yes");
  expect(await next).toBe("yes");
});

test("other keys run beside it", async () => {
  const once = createSingleFlight();
  const [one, two] = [work(), work()];
  const results = [once("a", {}, one.run), once("b", {}, two.run)];
  two.finish("b");
  one.finish("a");
  expect(await Promise.all(results)).toEqual(["a", "b"]);
});

test("a run that throws at once fails its caller and is forgotten", async () => {
  const once = createSingleFlight();
  const broken = () => {
    throw new Error("at once");
  };
  await expect(once("a", {}, broken)).rejects.toThrow("at once");
  expect(await once("a", {}, async () => "fine")).toBe("fine");
});

describe("when callers give up", () => {
  test("the one leaves at once, and the other still gets the result", async () => {
    const once = createSingleFlight();
    const one = work();
    const leaver = new AbortController();
    const left = once("a", { signal: leaver.signal }, one.run);
    const stays = once("a", { signal: new AbortController().signal }, one.run);
    leaver.abort();
    await expect(left).rejects.toMatchObject({ code: "aborted" });
    expect(one.signals[0]?.aborted).toBe(false);
    one.finish("tokens");
    expect(await stays).toBe("tokens");
  });

  test("nobody can end it for a caller without a signal", async () => {
    const once = createSingleFlight();
    const one = work();
    const leaver = new AbortController();
    const left = once("a", { signal: leaver.signal }, one.run);
    const stays = once("a", {}, one.run);
    leaver.abort();
    await expect(left).rejects.toMatchObject({ code: "aborted" });
    one.finish("tokens");
    expect(await stays).toBe("tokens");
    expect(one.signals[0]?.aborted).toBe(false);
  });

  test("the last one ends the run, and the next caller begins another", async () => {
    const once = createSingleFlight();
    const [one, two] = [work(), work()];
    const leavers = [new AbortController(), new AbortController()];
    const left = leavers.map(({ signal }) => once("a", { signal }, one.run));
    for (const leaver of leavers) leaver.abort();
    for (const result of left) await expect(result).rejects.toMatchObject({ code: "aborted" });
    expect(one.signals[0]?.aborted).toBe(true);

    const next = once("a", {}, two.run);
    one.finish("old");
    await new Promise((resolve) => setImmediate(resolve));
    // The end of the old run must not make room for a third beside the second.
    const joining = once("a", {}, two.run);
    two.finish("new");
    expect(await Promise.all([next, joining])).toEqual(["new", "new"]);
    expect(two.signals).toHaveLength(1);
  });

  test("the runs of other keys go on", async () => {
    const once = createSingleFlight();
    const [one, two] = [work(), work()];
    const leaver = new AbortController();
    const left = once("a", leaver, one.run);
    const stays = once("b", {}, two.run);
    leaver.abort();
    await expect(left).rejects.toMatchObject({ code: "aborted" });
    const joins = once("b", {}, two.run);
    two.finish("tokens");
    expect(await Promise.all([stays, joins])).toEqual(["tokens", "tokens"]);
    expect(two.signals).toHaveLength(1);
  });

  test("a run that fails after everybody left is nobody's unhandled rejection", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const once = createSingleFlight();
    const one = work();
    const leaver = new AbortController();
    const left = once("a", { signal: leaver.signal }, one.run);
    leaver.abort();
    await expect(left).rejects.toMatchObject({ code: "aborted" });
    one.fail(new Error("late"));
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("before it began, nothing runs", async () => {
    const once = createSingleFlight();
    const one = work();
    const result = once("a", { signal: AbortSignal.abort() }, one.run);
    await expect(result).rejects.toMatchObject({ code: "aborted" });
    expect(one.signals).toEqual([]);
  });

  test("no listener is left on a signal that outlives the run", async () => {
    const once = createSingleFlight();
    const one = work();
    const leaver = new AbortController();
    const { signal } = leaver;
    const add = vi.spyOn(signal, "addEventListener");
    const remove = vi.spyOn(signal, "removeEventListener");
    const result = once("a", { signal }, one.run);
    one.finish("tokens");
    await result;
    await vi.waitFor(() => expect(remove).toHaveBeenCalledTimes(add.mock.calls.length));
    leaver.abort();
    expect(one.signals[0]?.aborted).toBe(false);
  });
});
