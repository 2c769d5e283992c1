/** How the tenant says that it would have to ask first (OpenID Connect Core 3.1.2.6): nobody can be signed in unseen. */
const silentRefusals = [
  "login_required",
  "consent_required",
  "interaction_required",
  "mfa_required",
] as const;

/** Whether a word, or a code of ours, says so. */
export function isSilentRefusal(word: string): word is (typeof silentRefusals)[number] {
  return silentRefusals.some((refusal) => refusal === word);
}
