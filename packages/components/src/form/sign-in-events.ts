import type { AuthError, SignupOutcome } from "@portico/react";

/** What a form held when it was sent, by the names of its fields, without what is secret of it. */
export type ShownValues = Readonly<Record<string, string | boolean>>;

/** What every form tells of its calls. */
export interface SignInEvents {
  /** Called when a form has passed its checks and is about to be sent, with what is no secret of it. */
  readonly onSubmit?: ((values: ShownValues) => void) | undefined;
  /** Called with the outcome of every call that ended well, whatever it was, after the callback for that kind alone. */
  readonly onSuccess?: ((outcome: SignupOutcome) => void) | undefined;
  /** Called with every failure of a call, wherever it is shown, unless the call was given up. */
  readonly onError?: ((error: AuthError) => void) | undefined;
}
