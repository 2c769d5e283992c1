import { ConnectionLost } from "../faults/connection-lost.js";
import type { HttpContext } from "./environment.js";

/**
 * The bytes of a body, which may come in chunks of no announced length: reading stops at `limit`.
 * What is left unread does not keep the answer from being sent.
 */
export async function readBytes(c: HttpContext, limit: number): Promise<Uint8Array | "too-large"> {
  if (Number(c.req.header("content-length") ?? 0) > limit) return "too-large";
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of chunksOf(c)) {
      length += chunk.byteLength;
      if (length > limit) return "too-large";
      chunks.push(chunk);
    }
  } catch {
    // Half a body: whoever sent it is gone.
    throw new ConnectionLost();
  }
  return Buffer.concat(chunks);
}

/** Leaving the loop early must end neither the socket nor the stream: the answer is still to come. */
function chunksOf(c: HttpContext): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  const { incoming } = c.env;
  if (incoming) return incoming.iterator({ destroyOnReturn: false });
  return c.req.raw.body?.values({ preventCancel: true }) ?? [];
}
