/** What only whoever is about to sign in, or is signed in, has a use for. */
export { checkSession } from "../flows/check-session.js";
export { endIfGone, keepAnswer } from "../flows/follow-answer.js";
export { getAccessToken } from "../flows/get-access-token.js";
export { keepSession } from "../flows/keep-session.js";
export { login } from "../flows/login.js";
export { followTenantSession } from "../flows/renewal.js";
export { revokeHeld } from "../flows/revoke-held.js";
export { createKeySet } from "../tokens/jwks.js";
