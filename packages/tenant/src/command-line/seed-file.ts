import { readFileSync, unwatchFile, watchFile, type Stats } from "node:fs";
import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checkSeed } from "../seed/check-seed.js";
import type { TenantSeed } from "../seed/seed.js";

/** Reads a seed from JSON, or from the default export of a module. Throws with the file's name. */
export async function readSeedFile(file: string): Promise<TenantSeed> {
  try {
    return checkSeed(await readValue(file));
  } catch (error) {
    throw new Error(`--seed ${file}: ${messageOf(error)}`, { cause: error });
  }
}

/** Calls `changed` whenever the file was written. Returns what ends that. */
export function watchSeedFile(file: string, changed: () => void): () => void {
  const listener = (now: Stats, before: Stats) => {
    if (now.mtimeMs !== before.mtimeMs) changed();
  };
  // Looked at in intervals: editors put a new file in place of the old one, which other watchers lose.
  watchFile(file, { interval: 200 }, listener);
  return () => unwatchFile(file, listener);
}

async function readValue(file: string): Promise<unknown> {
  switch (extname(file)) {
    case ".json":
      return JSON.parse(readFileSync(file, "utf8"));
    case ".js":
    case ".mjs":
      return readModule(file);
    default:
      throw new Error("a seed is a .json, .js or .mjs file.");
  }
}

async function readModule(file: string): Promise<unknown> {
  const url = pathToFileURL(resolve(file));
  // A module is loaded once for each address.
  url.searchParams.set("at", String(Date.now()));
  const module = (await import(url.href)) as { default?: unknown };
  return module.default;
}

/** In one line: what JSON.parse says quotes the file with its line breaks. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, " ");
}
