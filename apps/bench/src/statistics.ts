/** The middle of the values; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (at(half - 1) + at(half)) / 2 : at(Math.floor(half));
}

/** The median of each member of a number of samples. */
export function medians<Sample extends Record<keyof Sample, number>>(
  samples: readonly Sample[],
): Sample {
  const [first] = samples;
  if (!first) throw new Error("There are no samples.");
  const names = Object.keys(first) as (keyof Sample)[];
  return Object.fromEntries(
    names.map((name) => [name, median(samples.map((sample) => sample[name]))]),
  ) as Sample;
}

/**
 * Takes `runs` samples of each thing: all of them in each round, in another order each time, so that what the machine
 * does besides hits no one alone. The orders are the same in every run.
 */
export async function interleaved<Thing, Sample>(
  things: readonly Thing[],
  runs: number,
  sample: (thing: Thing) => Promise<Sample>,
): Promise<Map<Thing, Sample[]>> {
  const samples = new Map<Thing, Sample[]>(things.map((thing) => [thing, []]));
  const random = randomFrom(1);
  for (let round = 0; round < runs; round += 1)
    for (const thing of shuffled(things, random)) samples.get(thing)?.push(await sample(thing));
  return samples;
}

function shuffled<Thing>(things: readonly Thing[], random: () => number): Thing[] {
  const keyed = things.map((thing) => ({ thing, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ thing }) => thing);
}

/** Numbers from 0 to 1 that come in the same order for the same seed (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
