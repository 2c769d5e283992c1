import { useCountdown, type AuthErrorCode, type FlowState } from "@portico/react";
import { useState, type ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { problemWords } from "./own-words.js";

/** What went wrong in a call, in words of this page; nothing while nothing did. */
export function Problem({ of: state }: { readonly of: FlowState<unknown> }): ReactNode {
  const words = useWords(problemWords);
  const [seen, setSeen] = useState(state);
  const [until, setUntil] = useState<number>();
  const left = useCountdown(until);
  if (seen !== state) {
    setSeen(state);
    setUntil(state.status === "failed" ? waitOf(state.error.retryAfter) : undefined);
  }
  return (
    <p role="alert" className="problem">
      {state.status === "failed" && words[kindOf(state.error.code)]}
      {state.status === "failed" && left > 0 && ` ${words.wait(left)}`}
    </p>
  );
}

/** When to try again, in milliseconds since 1970. */
function waitOf(retryAfter: number | undefined): number | undefined {
  return retryAfter === undefined ? undefined : Date.now() + retryAfter;
}

/** Which sentence a code is told by. */
function kindOf(code: AuthErrorCode) {
  switch (code) {
    case "invalid_credentials":
      return "wrong";
    case "invalid_otp":
      return "wrongCode";
    case "expired_token":
      return "tooLate";
    case "too_many_attempts":
    case "rate_limited":
      return "tooOften";
    case "blocked_user":
    case "access_denied":
      return "refused";
    case "third_party_cookies_blocked":
    case "requires_verification":
    case "mfa_required":
      return "hosted";
    case "network":
    case "timeout":
      return "offline";
    default:
      return "failed";
  }
}
