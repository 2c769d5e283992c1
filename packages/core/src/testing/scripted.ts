import { isAuthError, type AuthError } from "../errors/auth-error.js";
import { withDeadline, type CallOptions } from "../transport/deadline.js";

/** How a call ends: with a result, as a failure, or, `pending`, not before its signal is aborted. */
export type FakeEnd<Result> = Result | AuthError | "pending";

/** How the calls of one method end: all alike, or one after the other, the last one for all the rest. */
export type Scripted<Result> = FakeEnd<Result> | readonly FakeEnd<Result>[];

/** Plays a script: each call takes the next end. Undefined: the script says nothing about it. */
export function play<Result>(
  script: Scripted<Result> | undefined,
): (options: CallOptions) => Promise<Result | undefined> {
  const ends = Array.isArray(script) ? [...(script as readonly FakeEnd<Result>[])] : [script];
  return (options) =>
    withDeadline(Infinity, options, async () => {
      const end = (ends.length > 1 ? ends.shift() : ends[0]) as FakeEnd<Result> | undefined;
      if (end === "pending") return new Promise<never>(() => {});
      if (isAuthError(end)) throw end;
      return end;
    });
}
