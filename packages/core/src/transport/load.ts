import { networkError } from "../errors/network-error.js";

/**
 * Loads a part of this package when it is first needed: `load(() => import("./part.js"))`. A part that does not
 * arrive is a `network` failure like any other.
 */
export async function load<Part>(part: () => Promise<Part>): Promise<Part> {
  try {
    return await part();
  } catch {
    throw networkError();
  }
}
