import type { Writable } from "node:stream";
import { version } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { pageOf, type Input } from "./app.js";

export { version };

/** Streams the page into `response`; what is late follows when `released` says so. */
export function render(
  input: Input,
  response: Writable,
  { released, onError }: { released: Promise<void>; onError: (error: unknown) => void },
): void {
  const late = async () => {
    await released;
    return import("./late.js");
  };
  const { pipe } = renderToPipeableStream(pageOf(input, late), {
    bootstrapModules: ["/client.js"],
    onShellReady: () => void pipe(response),
    onShellError: onError,
    onError,
  });
}
