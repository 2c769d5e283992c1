/** Lets work about the same subject happen one after the other. */
export interface Turns {
  take<Result>(subject: string, work: () => Promise<Result>): Promise<Result>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(subject, work) {
      const turn = (last.get(subject) ?? Promise.resolve()).then(work, work);
      last.set(subject, turn);
      const leave = () => {
        if (last.get(subject) === turn) last.delete(subject);
      };
      turn.then(leave, leave);
      return turn;
    },
  };
}
