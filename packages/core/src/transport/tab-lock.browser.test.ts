import { afterEach, expect, test, vi } from "vitest";
import { takeTabLock } from "./tab-lock.js";

afterEach(() => vi.unstubAllGlobals());

let count = 0;
const newName = () => `lock ${(count += 1)} ${Math.random()}`;
const pending = async (name: string) =>
  (await navigator.locks.query()).pending?.filter((lock) => lock.name === name).length;
const held = async (name: string) =>
  (await navigator.locks.query()).held?.filter((lock) => lock.name === name).length;

test("a free lock is had at once, and is free again after its release", async () => {
  const name = newName();
  for (const _round of [1, 2]) {
    const lock = await takeTabLock(name, 1000, {});
    expect(lock.waited).toBe(false);
    expect(await held(name)).toBe(1);
    await lock.release();
    expect(await held(name)).toBe(0);
  }
});

test("whoever comes second waits for the first, and is told so", async () => {
  const name = newName();
  const first = await takeTabLock(name, 1000, {});
  const onWait = vi.fn();
  const second = takeTabLock(name, 60_000, { onWait });
  await vi.waitFor(async () => expect(await pending(name)).toBe(1));
  expect(onWait).toHaveBeenCalledOnce();
  await first.release();
  const lock = await second;
  expect(lock.waited).toBe(true);
  await lock.release();
  await vi.waitFor(async () => expect(await held(name)).toBe(0));
});

test("who has waited long enough goes on without, and stands in nobody's way", async () => {
  const name = newName();
  const first = await takeTabLock(name, 1000, {});
  const second = await takeTabLock(name, 1, {});
  expect(second.waited).toBe(false);
  expect(await pending(name)).toBe(0);
  await second.release();
  expect(await held(name)).toBe(1);
  await first.release();
});

test("who gives up waiting is aborted, and stands in nobody's way", async () => {
  const name = newName();
  const first = await takeTabLock(name, 1000, {});
  const controller = new AbortController();
  const second = takeTabLock(name, 60_000, { signal: controller.signal });
  await vi.waitFor(async () => expect(await pending(name)).toBe(1));
  controller.abort();
  await expect(second).rejects.toMatchObject({ code: "aborted" });
  await vi.waitFor(async () => expect(await pending(name)).toBe(0));
  await first.release();
});

test.each<[string, object]>([
  ["has no locks", { locks: undefined }],
  ["refuses them", { locks: { request: () => Promise.reject(new DOMException("no")) } }],
])("where the browser %s, everybody works for themselves", async (_, navigator) => {
  vi.stubGlobal("navigator", navigator);
  const locks = await Promise.all([takeTabLock("x", 1000, {}), takeTabLock("x", 1000, {})]);
  for (const lock of locks) {
    expect(lock.waited).toBe(false);
    await lock.release();
  }
});
