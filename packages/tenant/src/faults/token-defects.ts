import type { TokenChanges } from "./token-changes.js";

/** The one respect in which an ID token is wrong. */
export type TokenDefect = (typeof tokenDefects)[number];

/** What is wrong with an ID token: one of the known defects, or whatever a rule has spelled out. */
export type TokenFault = TokenDefect | TokenChanges;

/** Every defect that the tenant really signs into a token; the fault is `token:<defect>`. */
export const tokenDefects = [
  // What is said is wrong, and signed as it should be.
  "wrong-issuer",
  "issuer-without-slash",
  "missing-issuer",
  "wrong-audience",
  "missing-audience",
  "multiple-audiences",
  "wrong-azp",
  "wrong-nonce",
  "missing-nonce",
  "expired",
  "exp-not-number",
  "missing-exp",
  "future-iat",
  "iat-not-number",
  "missing-iat",
  "not-yet-valid",
  "missing-sub",
  "old-auth-time",
  "missing-auth-time",
  "wrong-at-hash",
  "missing-at-hash",
  "wrong-org-id",
  // What is said is right, but not how it is written down or signed.
  "wrong-key",
  "alg-none",
  "hs256",
  "ps256",
  "es256",
  "crit-header",
  "unknown-kid",
  "missing-kid",
  "empty-signature",
  "two-parts",
  "broken-base64",
  "payload-null",
] as const;
