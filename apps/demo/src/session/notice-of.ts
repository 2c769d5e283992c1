import type { AnonymousReason, AuthErrorCode } from "@portico/react";
import type { NoticeName } from "./notice-words.js";

/** Which notice tells why nobody is signed in. */
export function noticeOf(reason: AnonymousReason, code: AuthErrorCode | undefined): NoticeName {
  switch (reason) {
    case "expired":
      return "expired";
    case "signed_out_elsewhere":
      return "elsewhere";
    case "user_changed":
      return "somebodyElse";
    case "signed_out":
      return "signedOut";
    case "unknown":
      return noticeOfCode(code);
    default:
      return reason satisfies never;
  }
}

function noticeOfCode(code: AuthErrorCode | undefined): NoticeName {
  switch (code) {
    case "network":
    case "timeout":
    case "rate_limited":
    case "server":
    case "invalid_response":
      return "unreachable";
    case "transaction_lost":
    case "transaction_expired":
    case "unsolicited":
      return "tooOld";
    case "access_denied":
      return "refused";
    case "storage_unavailable":
      return "noStorage";
    case "insecure_context":
      return "insecure";
    case "origin_not_allowed":
    case "unauthorized_client":
    case "invalid_request":
      return "notSetUp";
    default:
      return "unknown";
  }
}
