import { expect, test, vi } from "vitest";
import { createTurns } from "./turns.js";

test("runs one piece of work after the other, in the order of the calls", async () => {
  const inTurn = createTurns();
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      log.push(`${name} begins`);
      ends.push(() => {
        log.push(`${name} ends`);
        resolve(name);
      });
    });
  const results = [inTurn(work("one")), inTurn(work("two"))];
  await vi.waitFor(() => expect(log).toEqual(["one begins"]));
  ends[0]?.();
  expect(await results[0]).toBe("one");
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  ends[1]?.();
  expect(await results[1]).toBe("two");
  expect(log).toEqual(["one begins", "one ends", "two begins", "two ends"]);
});

test("a failure is its caller's alone", async () => {
  const inTurn = createTurns();
  const failing = inTurn(() => Promise.reject(new Error("mine")));
  const next = inTurn(async () => "fine");
  await expect(failing).rejects.toThrow("mine");
  expect(await next).toBe("fine");
});
