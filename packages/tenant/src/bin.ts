#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { help, readArguments } from "./command-line/read-arguments.js";

// Garbage is collected in small portions: the process holds 100 MB where it would hold 170.
setFlagsFromString("--semi-space-growth-factor=1");

try {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted.kind === "help") process.stdout.write(help);
  else {
    // Whoever asks for help, or mistypes an option, need not wait for all the rest.
    const { serve } = await import("./command-line/serve.js");
    await serve(wanted);
  }
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  // At once: a key that is still being looked for would hold the process.
  process.stderr.write(`${message}\n`, () => process.exit(1));
}
