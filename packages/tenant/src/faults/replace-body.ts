import type { HttpContext } from "../http/environment.js";

/** Gives the answer another body, of the given length in bytes, and leaves everything else as it is. */
export function replaceBody(
  c: HttpContext,
  body: string | ReadableStream<Uint8Array>,
  length?: number,
): void {
  const { status, headers } = c.res;
  const kept = new Headers(headers);
  kept.delete("content-length");
  if (length !== undefined) kept.set("content-length", String(length));
  // Hono would keep the headers of the answer before.
  c.res = undefined;
  c.res = new Response(body, { status, headers: kept });
}
