import { base64url } from "../crypto/random.js";
import { isObject } from "../errors/is-object.js";
import { checkClaims, type Expectations, type IdTokenClaims } from "./claims.js";
import type { KeySet } from "./jwks.js";
import { refuse } from "./refuse.js";

const longestToken = 16_384;

/** RFC 7518 sections 3.2 and 3.3; a key of another kind is refused by WebCrypto itself. */
const schemes = { RS256: "RSASSA-PKCS1-v1_5", HS256: "HMAC" } as const;

/**
 * Verifies an ID token: signature by one of the keys, in their one algorithm, then every claim (OpenID Connect Core
 * 3.1.3.7, RFC 8725). Throws `invalid_token` with the reason, or why the keys could not be fetched.
 */
export async function verifyIdToken(
  token: string,
  expected: Expectations,
  keys: KeySet,
): Promise<IdTokenClaims> {
  const parts = token.length > longestToken ? [] : token.split(".");
  const [header, payload] = parts.map(decodeObject);
  if (parts.length !== 3 || !header || !payload) refuse("format");
  if (header["alg"] !== keys.algorithm) refuse("algorithm");
  const { typ, kid } = header;
  if ("crit" in header || (typ !== undefined && typ !== "JWT")) refuse("header");
  if (kid !== undefined && typeof kid !== "string") refuse("header");
  const signature = decodeBytes(parts[2]);
  if (!signature) refuse("signature");
  const key = await keys.find(kid);
  if (!key) refuse("key");
  const signed = new TextEncoder().encode(token.slice(0, token.lastIndexOf(".")));
  const verifying = crypto.subtle.verify(schemes[keys.algorithm], key, signature, signed);
  if (!(await verifying.catch(() => false))) refuse("signature");
  return checkClaims(payload, expected);
}

/** The plain JSON object in one part of a token, or undefined where it holds none. */
function decodeObject(part: string): Record<string, unknown> | undefined {
  const bytes = decodeBytes(part);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of one part; undefined unless it is the one way to write them, so that no token has a twin. */
function decodeBytes(part = ""): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    const text = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return base64url(bytes) === part ? bytes : undefined;
  } catch {
    return undefined;
  }
}
