import type { AuthError, AuthErrorCode } from "@portico/react";
import type { AccountNews } from "./link-accounts-step.js";

/** What was being done when it failed. */
export type Attempt = "read" | "prove" | "link" | "unlink";

type FailedNews = Extract<AccountNews, { readonly kind: "failed" }>;

/** Says that something has failed; `count` tells the same failure twice apart. */
export function failed(error: AuthError, attempt: Attempt, count: number): FailedNews {
  return { kind: "failed", error, reason: reasonOf(error.code, attempt), attempt: count };
}

/** Whether the owner of an account has to show more of themselves than a code. */
export function asksForMore({ code }: AuthError): boolean {
  return (
    code === "mfa_required" || code === "association_required" || code === "requires_verification"
  );
}

/** Why, where that means more here than elsewhere. */
function reasonOf(code: AuthErrorCode, attempt: Attempt): FailedNews["reason"] {
  if (needsProof.has(code)) return "proveAgain";
  if (code === "popup_unavailable") return "noWindow";
  if (attempt === "link" && code === "invalid_token") return "expired";
  const isWrite = attempt === "link" || attempt === "unlink";
  return isWrite && outcomeUnknown.has(code) ? "unknown" : undefined;
}

/** The access token does not reach that far, and the tenant gives no other before it has seen the reader. */
const needsProof: ReadonlySet<AuthErrorCode> = new Set<AuthErrorCode>([
  "login_required",
  "consent_required",
  "interaction_required",
  "mfa_required",
  "insufficient_scope",
  "invalid_grant",
  "third_party_cookies_blocked",
]);

/** It may have happened all the same. */
const outcomeUnknown: ReadonlySet<AuthErrorCode> = new Set<AuthErrorCode>([
  "network",
  "timeout",
  "server",
  "invalid_response",
]);
