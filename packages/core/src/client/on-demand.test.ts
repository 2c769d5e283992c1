import { expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import { createOnDemand, methodsOnDemand } from "./on-demand.js";

test("a sign-out outweighs a call that still waits for its code", async () => {
  const context = fakeContext({});
  const onDemand = createOnDemand(context);
  let arrive = (_part: string) => {};
  const waiting = onDemand(() => new Promise<string>((resolve) => (arrive = resolve)));
  context.session.end("signed_out");
  arrive("part");
  await expect(waiting).rejects.toMatchObject({ code: "aborted" });
  await expect(onDemand(async () => "part")).resolves.toBe("part");
});

test("methods load what they are made of when one is first called, and pass on what they were given", async () => {
  const add = async (a: number, b: number) => a + b;
  const api = vi.fn<() => Promise<{ add: typeof add }>>(async () => ({ add }));
  const bound = methodsOnDemand(["add"], api);
  expect(api).not.toHaveBeenCalled();
  await expect(bound.add(1, 2)).resolves.toBe(3);
  expect(api).toHaveBeenCalledOnce();
});

test("the signal of a call ends the wait for its code too", async () => {
  const controller = new AbortController();
  const onDemand = createOnDemand(fakeContext({}));
  const wait = (_params: { signal?: AbortSignal }) => Promise.resolve("done");
  const never = () => new Promise<{ wait: typeof wait }>(() => {});
  const bound = methodsOnDemand(["wait"], (signal) => onDemand(never, signal));
  const waiting = bound.wait({ signal: controller.signal });
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ code: "aborted" });
});
