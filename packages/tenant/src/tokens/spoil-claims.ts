import type { ClaimDefect } from "../faults/token-defects.js";
import { newSecret } from "./secret.js";

/** The claims of an ID token, not all of which have to be what they should. */
export type IdTokenClaims = Readonly<Record<string, unknown>>;

const hour = 3600;

/** The claims with the one that `defect` is about made wrong. */
export function spoilClaims(claims: IdTokenClaims, defect: ClaimDefect): IdTokenClaims {
  const [iat, exp] = [Number(claims["iat"]), Number(claims["exp"])];
  switch (defect) {
    case "wrong-issuer":
      return { ...claims, iss: "https://another-tenant.example/" };
    case "issuer-without-slash":
      return { ...claims, iss: String(claims["iss"]).replace(/\/$/, "") };
    case "missing-issuer":
      return without(claims, "iss");
    case "wrong-audience":
      return { ...claims, aud: "another-client" };
    case "missing-audience":
      return without(claims, "aud");
    case "multiple-audiences":
      // OpenID Connect Core 2 asks for `azp` here, and gets none.
      return { ...without(claims, "azp"), aud: [claims["aud"], "another-client"] };
    case "wrong-azp":
      return { ...claims, azp: "another-client" };
    case "wrong-nonce":
      return { ...claims, nonce: newSecret(16) };
    case "missing-nonce":
      return without(claims, "nonce");
    case "expired":
      return { ...claims, iat: iat - 2 * hour, exp: iat - hour };
    case "exp-not-number":
      return { ...claims, exp: String(exp) };
    case "missing-exp":
      return without(claims, "exp");
    case "future-iat":
      return { ...claims, iat: iat + hour, exp: exp + hour };
    case "iat-not-number":
      return { ...claims, iat: String(iat) };
    case "missing-iat":
      return without(claims, "iat");
    case "not-yet-valid":
      return { ...claims, nbf: iat + hour };
    case "missing-sub":
      return without(claims, "sub");
    case "old-auth-time":
      return { ...claims, auth_time: iat - 24 * hour };
    case "missing-auth-time":
      return without(claims, "auth_time");
    case "wrong-at-hash":
      return { ...claims, at_hash: newSecret(16) };
    case "missing-at-hash":
      return without(claims, "at_hash");
    case "wrong-org-id":
      return { ...claims, org_id: `org_${newSecret(12)}` };
    default:
      return defect satisfies never;
  }
}

function without(claims: IdTokenClaims, name: string): IdTokenClaims {
  return Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
}
