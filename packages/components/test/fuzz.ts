/// <reference types="vite/client" />

/**
 * How often a property is tried: 1 000 times in the tests, from the same seed each time, so that what passes there
 * passes again; as often as it is told, and from a new seed, in `npm run fuzz`. Vite hands both to browsers as well.
 */
export const fuzz = {
  numRuns: Number(import.meta.env["VITE_FUZZ_RUNS"] ?? 1000),
  seed: Number(import.meta.env["VITE_FUZZ_SEED"] ?? 20_261),
};

/** What Vitest gives a property: time for all of its runs, in milliseconds, and no second try from the same seed. */
export const property = { timeout: Math.max(300_000, fuzz.numRuns * 100), retry: 0 };
