import { createHash } from "node:crypto";

/** Whether a mutant is one of so many per cent, each as likely as any other; always the same ones for a seed. */
export function isDrawn({ id }, { percent, seed }) {
  const digest = createHash("sha256").update(`${seed} ${id}`).digest();
  return digest.readUInt32BE() / 2 ** 32 < percent / 100;
}

/** Has Stryker try the mutants that are drawn, and no others. */
class Sample {
  static inject = [];
  #sample = JSON.parse(process.env.PORTICO_MUTATE_SAMPLE ?? '{ "percent": 100 }');

  async init() {}

  async check(mutants) {
    const judged = mutants.map((mutant) => {
      const status = isDrawn(mutant, this.#sample) ? "passed" : "compileError";
      return [mutant.id, { status, reason: "It is not in the sample." }];
    });
    return Object.fromEntries(judged);
  }

  /** All at once. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

export const strykerPlugins = [{ kind: "Checker", name: "sample", injectableClass: Sample }];
