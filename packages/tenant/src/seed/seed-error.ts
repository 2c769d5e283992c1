/** A seed cannot be applied; the message names the path of the value. */
export class SeedError extends Error {
  constructor(path: string, problem: string) {
    super(`The seed is not usable: ${path} ${problem}.`);
    this.name = "SeedError";
  }
}
