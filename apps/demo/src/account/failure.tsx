import type { AuthError } from "@portico/react";
import type { ReactNode } from "react";

/** A call that failed, with the code that a program would read. */
export function Failure({ error }: { readonly error: AuthError }): ReactNode {
  return (
    <>
      {error.retryable ? "That didn’t work. Try again in a moment." : "That didn’t work."}{" "}
      <code>{error.code}</code>
    </>
  );
}
