import { KeyObject, sign } from "node:crypto";
import {
  CompactSign,
  generateKeyPair,
  type CompactJWSHeaderParameters,
  type CryptoKey as JoseKey,
} from "jose";
import type { TenantContext } from "../context.js";
import { isClaimDefect, type FormDefect, type TokenDefect } from "../faults/token-defects.js";
import { newSecret } from "./secret.js";
import { createForeignKey, type SigningKey } from "./signing-keys.js";
import { spoilClaims, type IdTokenClaims } from "./spoil-claims.js";

/** Signs with the current key; with a defect the token is wrong in exactly that one respect. */
export async function signIdToken(
  tenant: TenantContext,
  claims: IdTokenClaims,
  defect: TokenDefect | null,
): Promise<string> {
  const key = await tenant.keys.current();
  if (defect !== null && !isClaimDefect(defect)) return signBadly(claims, key, defect);
  const said = defect === null ? claims : spoilClaims(claims, defect);
  return signJson(said, headerOf(key), key.privateKey);
}

async function signBadly(
  claims: IdTokenClaims,
  key: SigningKey,
  defect: FormDefect,
): Promise<string> {
  const header = headerOf(key);
  const { alg, typ, kid } = header;
  switch (defect) {
    case "wrong-key":
      return signJson(claims, header, await createForeignKey());
    case "alg-none":
      return `${encode({ alg: "none", typ })}.${encode(claims)}.`;
    case "hs256":
      return signJson(claims, { typ, kid, alg: "HS256" }, Buffer.from(key.publicPem));
    case "ps256":
      return signJson(claims, { typ, kid, alg: "PS256" }, KeyObject.from(key.privateKey));
    case "es256":
      return signJson(claims, { typ, kid, alg: "ES256" }, await createEllipticKey());
    case "crit-header":
      return signJson(claims, { ...header, crit: [extension], [extension]: true }, key.privateKey);
    case "unknown-kid":
      return signJson(claims, { ...header, kid: newSecret(15) }, key.privateKey);
    case "missing-kid":
      return signJson(claims, { alg, typ }, key.privateKey);
    case "empty-signature":
      return `${encode(header)}.${encode(claims)}.`;
    case "two-parts":
      return `${encode(header)}.${encode(claims)}`;
    case "broken-base64":
      // The signature is right for these very characters.
      return signText(`${encode(header)}.${encode(claims)}*`, key);
    case "payload-null":
      return signJson(null, header, key.privateKey);
    default:
      return defect satisfies never;
  }
}

/** A header member that no verifier knows, and that it may not ignore (RFC 7515 section 4.1.11). */
const extension = "https://tenant.example/extension";

function headerOf({ kid }: SigningKey) {
  return { alg: "RS256", typ: "JWT", kid };
}

function signJson(
  payload: unknown,
  header: CompactJWSHeaderParameters,
  key: JoseKey | KeyObject | Uint8Array,
): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader(header)
    .sign(key, { crit: { [extension]: true } });
}

function signText(text: string, { privateKey }: SigningKey): string {
  const signature = sign("sha256", Buffer.from(text), KeyObject.from(privateKey));
  return `${text}.${signature.toString("base64url")}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

async function createEllipticKey(): Promise<JoseKey> {
  return (await generateKeyPair("ES256")).privateKey;
}
