import type { AnonymousReason, AuthErrorCode } from "@portico/react";

/** What happened, what to do, and whether loading the page again may help. */
export interface NoticeWords {
  readonly what: string;
  readonly todo: string;
  readonly reload?: boolean;
}

/** The words for why nobody is signed in. */
export function wordsFor(reason: AnonymousReason, code: AuthErrorCode | undefined): NoticeWords {
  switch (reason) {
    case "expired":
      return { what: "Your session has ended.", todo: "Sign in to go on where you were." };
    case "signed_out_elsewhere":
      return { what: "You signed out somewhere else.", todo: "Sign in to go on where you were." };
    case "user_changed":
      return { what: "Somebody else signed in in this browser.", todo: "Sign in as yourself." };
    case "signed_out":
      return { what: "You’re signed out.", todo: "" };
    case "unknown":
      return wordsForCode(code);
    default:
      return reason satisfies never;
  }
}

function wordsForCode(code: AuthErrorCode | undefined): NoticeWords {
  switch (code) {
    case "network":
    case "timeout":
    case "rate_limited":
    case "server":
    case "invalid_response":
      return {
        what: "We couldn’t reach the sign-in service.",
        todo: "Check your connection and try again in a moment.",
        reload: true,
      };
    case "transaction_lost":
    case "transaction_expired":
    case "unsolicited":
      return {
        what: "That sign-in was too old or already used.",
        todo: "Nothing is lost: sign in once more.",
      };
    case "access_denied":
      return {
        what: "Sign-in was cancelled or refused.",
        todo: "Sign in again, or ask whoever runs your workspace for access.",
      };
    case "storage_unavailable":
      return {
        what: "Your browser keeps no data for this page.",
        todo: "Allow cookies and site data for it, then try again.",
        reload: true,
      };
    case "insecure_context":
      return {
        what: "This address isn’t secure enough to sign in.",
        todo: "Open Atrium over https.",
      };
    case "origin_not_allowed":
    case "unauthorized_client":
    case "invalid_request":
      return {
        what: "Sign-in isn’t set up for this address.",
        todo: `Whoever runs Atrium has to allow ${window.location.origin} at its tenant.`,
      };
    default:
      return {
        what: "We couldn’t tell whether you’re signed in.",
        todo: "Sign in, or try again.",
        reload: true,
      };
  }
}
