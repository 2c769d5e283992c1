import type { AuthError } from "@portico/react";
import type { ReactNode } from "react";

/** A call that failed, with the code that a program would read. */
export function Failure({ error }: { readonly error: AuthError }): ReactNode {
  return (
    <>
      {wordsFor(error)} <code>{error.code}</code>
    </>
  );
}

function wordsFor({ code, retryable }: AuthError): string {
  // After a sign-in at the token endpoint, or where the browser hides the tenant's cookies.
  if (code === "login_required")
    return "The tenant sees no session of yours; this page keeps its own.";
  return retryable ? "That didn’t work. Try again in a moment." : "That didn’t work.";
}
