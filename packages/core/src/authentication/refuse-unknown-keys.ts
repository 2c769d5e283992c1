import { mistake } from "./tenant-origin.js";

/** Throws for a key that a configuration does not have, with its name here where it had another one before. */
export function refuseUnknownKeys(
  config: object,
  keys: Readonly<Record<string, true>>,
  formerKeys: Readonly<Record<string, string>>,
): void {
  for (const key of Object.keys(config)) {
    if (Object.hasOwn(keys, key)) continue;
    const modern = Object.hasOwn(formerKeys, key) ? formerKeys[key] : undefined;
    throw mistake(
      `the unknown key "${key}"`,
      modern ? `It is called ${modern} here.` : `The keys are ${Object.keys(keys).join(", ")}.`,
    );
  }
}
