import { networkError } from "../errors/network-error.js";

/**
 * Loads a part of this package when it is first needed: `load(() => import("./part.js"))`. A part that does not
 * arrive is a `network` failure whose details ask for a reload: browsers remember a module that failed.
 */
export async function load<Part>(part: () => Promise<Part>): Promise<Part> {
  try {
    return await part();
  } catch {
    throw networkError({ reload: true });
  }
}
