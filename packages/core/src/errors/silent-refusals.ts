const silentRefusals = [
  "login_required",
  "consent_required",
  "interaction_required",
  "mfa_required",
] as const;

/** How the tenant says that it would have to ask first (OpenID Connect Core 3.1.2.6): nobody can be signed in unseen. */
export type SilentRefusal = (typeof silentRefusals)[number];

/** Whether a word, or a code of ours, says so. */
export function isSilentRefusal(word: unknown): word is SilentRefusal {
  return silentRefusals.some((refusal) => refusal === word);
}
