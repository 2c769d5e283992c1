/** Runs one piece of work after the other, in the order of the calls. */
export interface Turns {
  <T>(work: () => Promise<T>): Promise<T>;
}

/** A queue of its own; a failure is its caller's alone. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}
