/// <reference types="vite/client" />

const runs = Number(import.meta.env["VITE_FUZZ_RUNS"] ?? 1000);

/**
 * How often a route is asked: a tenth as often as a property of the other packages, because there are so many; from the
 * same seed each time in the tests, and from a new one in `npm run fuzz`.
 */
export const fuzz = {
  numRuns: Math.max(1, Math.round(runs / 10)),
  seed: Number(import.meta.env["VITE_FUZZ_SEED"] ?? 20_261),
};

/** What Vitest gives a property: time for all of its runs, in milliseconds, and no second try from the same seed. */
export const property = { timeout: Math.max(300_000, fuzz.numRuns * 1000), retry: 0 };
