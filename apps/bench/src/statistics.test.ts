import { expect, test } from "vitest";
import { interleaved, median, medians } from "./statistics.js";

test.each([
  ["an odd number of values", [3, 1, 2], 2],
  ["an even number of values", [4, 1, 3, 2], 2.5],
  ["one value", [7], 7],
  ["values that sort otherwise as text", [10, 9, 100], 10],
])("the median of %s is in the middle", (_what, values, middle) => {
  expect(median(values)).toBe(middle);
});

test("the medians of samples are those of each member", () => {
  const samples = [
    { first: 1, second: 30 },
    { first: 3, second: 10 },
    { first: 2, second: 20 },
  ];
  expect(medians(samples)).toEqual({ first: 2, second: 20 });
  expect(() => medians([])).toThrow("There are no samples.");
});

test("each round takes one sample of everything, and in the same order in every run", async () => {
  const taken = async () => {
    const order: string[] = [];
    const samples = await interleaved(["a", "b", "c", "d"], 5, async (name) => order.push(name));
    return { order, samples };
  };
  const { order, samples } = await taken();
  const rounds = Array.from({ length: 5 }, (_, round) => order.slice(4 * round, 4 * round + 4));
  for (const round of rounds) expect(round.toSorted()).toEqual(["a", "b", "c", "d"]);
  expect(new Set(rounds.map(String)).size).toBeGreaterThan(1);
  expect([...samples.values()].map(({ length }) => length)).toEqual([5, 5, 5, 5]);
  expect((await taken()).order).toEqual(order);
});
