/** The one respect in which an ID token is wrong. */
export type TokenDefect = (typeof tokenDefects)[number];
export type ClaimDefect = (typeof claimDefects)[number];
export type FormDefect = (typeof formDefects)[number];

/** What is said is wrong, and signed as it should be. */
export const claimDefects = [
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
] as const;

/** What is said is right, but not how it is written down or signed. */
export const formDefects = [
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

/** Every defect that the tenant really signs into a token; the fault is `token:<defect>`. */
export const tokenDefects = [...claimDefects, ...formDefects] as const;

export function isClaimDefect(defect: TokenDefect): defect is ClaimDefect {
  return claimDefects.some((name) => name === defect);
}
