/** Answers a call of a client when the test wants it. */
export type Answer = (signal: AbortSignal | undefined) => Promise<never>;

/** One call that was made. */
export interface HeldCall {
  readonly signal: AbortSignal | undefined;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Calls that the test settles, as often as they are made. */
export function heldCalls(): { readonly made: HeldCall[]; readonly answer: Answer } {
  const made: HeldCall[] = [];
  const answer: Answer = (signal) =>
    new Promise<never>((resolve, reject) => {
      made.push({ signal, resolve: resolve as (value: unknown) => void, reject });
    });
  return { made, answer };
}
