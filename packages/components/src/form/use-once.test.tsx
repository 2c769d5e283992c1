import { act, renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { useOnce } from "./use-once.js";

/** A call that ends when it is told to. */
function endless() {
  let end = (): void => {};
  const call = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
  return { call, end: () => act(async () => end()) };
}

it("runs one call at a time, and the next when it has ended", async () => {
  const { result, rerender } = renderHook(useOnce);
  const [first, second] = [endless(), endless()];
  result.current.run(first.call);
  result.current.run(second.call);
  rerender();
  result.current.run(second.call);
  expect(first.call).toHaveBeenCalledOnce();
  expect(second.call).not.toHaveBeenCalled();
  await first.end();
  result.current.run(second.call);
  expect(second.call).toHaveBeenCalledOnce();
});

it("waits no more for what it is told to let go, whose end says nothing of the next", async () => {
  const { result } = renderHook(useOnce);
  const [first, second, third] = [endless(), endless(), endless()];
  result.current.run(first.call);
  result.current.release();
  result.current.run(second.call);
  expect(second.call).toHaveBeenCalledOnce();
  await first.end();
  result.current.run(third.call);
  expect(third.call).not.toHaveBeenCalled();
  await second.end();
  result.current.run(third.call);
  expect(third.call).toHaveBeenCalledOnce();
});
