#!/usr/bin/env node
import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { help, readArguments, type StartArguments } from "./command-line/read-arguments.js";
import { preparePrivateKey } from "./tokens/new-private-key.js";

// Garbage is collected in small portions: the process holds 100 MB where it would hold 170.
setFlagsFromString("--semi-space-growth-factor=1");

try {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted.kind === "help") process.stdout.write(help);
  else await start(wanted);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  // At once: a key that is still being looked for would hold the process.
  process.stderr.write(`${message}\n`, () => process.exit(1));
}

/** A new database needs a key: it is looked for while everything else is still being loaded. */
async function start(wanted: StartArguments): Promise<void> {
  if (wanted.database === ":memory:" || !existsSync(wanted.database)) preparePrivateKey();
  const { serve } = await import("./command-line/serve.js");
  await serve(wanted);
}
