import { setImmediate } from "node:timers/promises";
import type { HttpContext } from "../http/environment.js";
import type { FaultOf } from "./fault-table.js";
import { replaceBody } from "./replace-body.js";
import type { TakenFault } from "./taken-fault.js";
import { pause, untilGone } from "./waiting.js";

/** Lets the body arrive in drops, break off or never end; the length that was announced is right. */
export async function spoilStream(
  c: HttpContext,
  { kind, ms, size }: TakenFault<FaultOf<"body">>,
): Promise<void> {
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  const half = bytes.subarray(0, bytes.length / 2);
  const pieces = {
    "slow-bytes": () => drops(c, bytes, { ms, size }),
    "body-cut": () => cut(c, half),
    "body-hangs": () => hang(c, half),
  };
  replaceBody(c, streamOf(pieces[kind]()), bytes.length);
}

async function* drops(
  c: HttpContext,
  bytes: Uint8Array,
  { ms, size }: { ms: number; size: number },
) {
  for (let sent = 0; sent < bytes.length; sent += size) {
    if (!(await pause(c, ms))) return;
    yield bytes.subarray(sent, sent + size);
  }
}

async function* cut({ env: { outgoing } }: HttpContext, half: Uint8Array) {
  yield half;
  // What a program without a socket reads fails as it would in a browser.
  if (!outgoing) throw new TypeError("terminated");
  // The server asks for more before it sends what it has.
  while (!outgoing.headersSent && !outgoing.destroyed) await setImmediate();
  outgoing.socket?.destroySoon();
}

async function* hang(c: HttpContext, half: Uint8Array) {
  yield half;
  await untilGone(c);
}

function streamOf(pieces: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return();
    },
  });
}
