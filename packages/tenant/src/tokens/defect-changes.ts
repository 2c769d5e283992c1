import type { TokenChanges } from "../faults/token-changes.js";
import type { TokenDefect } from "../faults/token-defects.js";
import { newSecret } from "./secret.js";
import type { IdTokenClaims } from "./token-claims.js";

const hour = 3600;
const day = 24 * hour;

/** A header member that no verifier knows, and that it may not ignore (RFC 7515 section 4.1.11). */
const extension = "https://tenant.example/extension";

/** In what a token with this defect differs from the one with `claims`. */
export function changesOf(defect: TokenDefect, claims: IdTokenClaims): TokenChanges {
  switch (defect) {
    case "wrong-issuer":
      return { claims: { iss: "https://another-tenant.example/" } };
    case "issuer-without-slash":
      return { claims: { iss: String(claims["iss"]).replace(/\/$/, "") } };
    case "missing-issuer":
      return { without: ["iss"] };
    case "wrong-audience":
      return { claims: { aud: "another-client" } };
    case "missing-audience":
      return { without: ["aud"] };
    case "multiple-audiences":
      // OpenID Connect Core 2 asks for `azp` here, and gets none.
      return { claims: { aud: [claims["aud"], "another-client"] }, without: ["azp"] };
    case "wrong-azp":
      return { claims: { azp: "another-client" } };
    case "wrong-nonce":
      return { claims: { nonce: newSecret(16) } };
    case "missing-nonce":
      return { without: ["nonce"] };
    case "expired":
      return { times: { iat: -2 * hour, exp: -hour } };
    case "exp-not-number":
      return { claims: { exp: String(claims["exp"]) } };
    case "missing-exp":
      return { without: ["exp"] };
    case "future-iat":
      return { times: { iat: hour, exp: day } };
    case "iat-not-number":
      return { claims: { iat: String(claims["iat"]) } };
    case "missing-iat":
      return { without: ["iat"] };
    case "not-yet-valid":
      return { times: { nbf: hour } };
    case "missing-sub":
      return { without: ["sub"] };
    case "old-auth-time":
      return { times: { auth_time: -day } };
    case "missing-auth-time":
      return { without: ["auth_time"] };
    case "wrong-at-hash":
      return { claims: { at_hash: newSecret(16) } };
    case "missing-at-hash":
      return { without: ["at_hash"] };
    case "wrong-org-id":
      return { claims: { org_id: `org_${newSecret(12)}` } };
    case "wrong-key":
      return { key: "foreign" };
    case "alg-none":
      return { header: { alg: "none" }, withoutHeader: ["kid"] };
    case "hs256":
    case "ps256":
    case "es256":
      return { header: { alg: defect.toUpperCase() } };
    case "crit-header":
      return { header: { crit: [extension], [extension]: true } };
    case "unknown-kid":
      return { header: { kid: newSecret(15) } };
    case "missing-kid":
      return { withoutHeader: ["kid"] };
    case "empty-signature":
      return { signature: "absent" };
    case "two-parts":
      return { parts: 2 };
    case "broken-base64":
      // The signature is right for these very characters.
      return { afterPayload: "*" };
    case "payload-null":
      return { payload: null };
    default:
      return defect satisfies never;
  }
}
