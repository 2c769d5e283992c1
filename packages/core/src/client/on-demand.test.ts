import { expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { FlowContext } from "../flows/flow-context.js";
import { createFlowsOnDemand, createOnDemand } from "./on-demand.js";

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

test("a flow loads its part when it is called, and is given the client before its parameters", async () => {
  const context = fakeContext({});
  const add = async (given: FlowContext, a: number, b: number) => [given, a + b];
  const part = vi.fn<() => Promise<{ add: typeof add }>>(async () => ({ add }));
  const flows = createFlowsOnDemand(context)(["add"], part);
  expect(part).not.toHaveBeenCalled();
  await expect(flows.add(1, 2)).resolves.toEqual([context, 3]);
  expect(part).toHaveBeenCalledOnce();
});

test("a sign-out, and the signal of a call, end the wait for its code too", async () => {
  const context = fakeContext({});
  const wait = async (_context: FlowContext, _params: { signal?: AbortSignal }) => "done";
  const never = () => new Promise<{ wait: typeof wait }>(() => {});
  const controller = new AbortController();
  const waiting = createFlowsOnDemand(context)(["wait"], never).wait(controller);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ code: "aborted" });

  const late = createFlowsOnDemand(context)(["wait"], async () => ({ wait })).wait({});
  context.session.end("signed_out");
  await expect(late).rejects.toMatchObject({ code: "aborted" });
});
