import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache } from "./place.js";

/** Keeps what was found where it can be looked at, and gives it back. */
export function keep<Found>(name: string, found: Found): Found {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, `${name}.json`), `${JSON.stringify(found, null, 2)}\n`);
  return found;
}
