import { readFileSync, statSync } from "node:fs";
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

/** Calls `changed` whenever the file was written from now on. Returns what ends that. */
export function watchSeedFile(file: string, changed: () => void): () => void {
  let seen = writtenAt(file);
  // Looked at in intervals: editors put a new file in place of the old one, which watchers lose, and
  // those of Node begin a moment later, so that a change in between would be missed.
  const timer = setInterval(() => {
    const now = writtenAt(file);
    if (now === undefined || now === seen) return;
    seen = now;
    changed();
  }, 200);
  return () => clearInterval(timer);
}

/** Undefined while there is no such file. */
function writtenAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
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
