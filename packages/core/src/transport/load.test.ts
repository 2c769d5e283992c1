import { expect, test, vi } from "vitest";
import { load } from "./load.js";

test("gives the part that was asked for", async () => {
  expect(await load(async () => ({ answer: 42 }))).toEqual({ answer: 42 });
});

test("a part that does not arrive is a network failure, and tells nothing of the address", async () => {
  const lost = () =>
    Promise.reject(new TypeError("Failed to fetch dynamically imported module: https://x.example"));
  const error: unknown = await load(lost).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "network", details: { reload: true }, retryable: false });
  expect(String(error)).not.toContain("x.example");
});

test("a part that did arrive later is given then", async () => {
  const tries = [() => Promise.reject(new Error("gone")), async () => "here"];
  const part = () => (tries.shift() ?? tries[0])?.() ?? Promise.reject(new Error("no try left"));
  await expect(load(part)).rejects.toMatchObject({ code: "network" });
  await expect(load(part)).resolves.toBe("here");
});

test("a part that never comes is not waited for longer than its deadline", async () => {
  vi.useFakeTimers();
  const result = load(() => new Promise(() => {}), { deadline: 2_000 });
  const ended = result.catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await ended).toMatchObject({ code: "timeout", details: { deadline: 2_000 } });
  vi.useRealTimers();
});

test("a caller who gives up does not wait for it", async () => {
  const controller = new AbortController();
  const result = load(() => new Promise(() => {}), { signal: controller.signal });
  controller.abort();
  await expect(result).rejects.toMatchObject({ code: "aborted" });
});
