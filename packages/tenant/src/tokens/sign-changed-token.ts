import { KeyObject } from "node:crypto";
import type { TokenChanges } from "../faults/token-changes.js";
import { encode, isRsa, signText, withShortPadding } from "./sign-text.js";
import type { SigningKey } from "./signing-keys.js";
import { spareKey } from "./spare-keys.js";
import { without, type IdTokenClaims } from "./token-claims.js";

/** An ID token that differs from the right one as `changes` say, and is signed all the same. */
export async function signChangedToken(
  claims: IdTokenClaims,
  key: SigningKey,
  changes: TokenChanges,
): Promise<string> {
  const header = headerOf(key, changes);
  const text = textOf(header, payloadOf(claims, changes), changes);
  // Those who swap claims keep the signature of what stood there before.
  const signed = changes.signature === "of-other-claims" ? textOf(header, claims, changes) : text;
  const signature = await signatureOf(signed, header, key, changes);
  if (changes.parts === 2) return text;
  return `${text}.${spellSignature(signature, changes)}${changes.parts === 4 ? ".AA" : ""}`;
}

function headerOf({ kid }: SigningKey, changes: TokenChanges): unknown {
  if ("wholeHeader" in changes) return changes.wholeHeader;
  const header = { alg: "RS256", typ: "JWT", kid, ...changes.header };
  return without(header, changes.withoutHeader ?? []);
}

function payloadOf(claims: IdTokenClaims, changes: TokenChanges): unknown {
  if ("payload" in changes) return changes.payload;
  const now = Number(claims["iat"]);
  const dates = Object.entries(changes.times ?? {}).map(([name, seconds]) => [name, now + seconds]);
  const changed = { ...claims, ...Object.fromEntries(dates), ...changes.claims };
  return without(changed, changes.without ?? []);
}

function textOf(header: unknown, payload: unknown, { afterPayload = "" }: TokenChanges): string {
  return `${encode(header)}.${encode(payload)}${afterPayload}`;
}

/** As the header's `alg` says; RS256 where that is nothing that anybody signs by. */
async function signatureOf(
  text: string,
  header: unknown,
  own: SigningKey,
  changes: TokenChanges,
): Promise<Buffer> {
  const { alg } = Object(header) as { alg?: unknown };
  const name = changes.key ?? (alg === "ES256" ? "elliptic" : undefined);
  const privateKey = name ? (await spareKey(name)).privateKey : KeyObject.from(own.privateKey);
  const isPadded = changes.signature === "short-padding" && isRsa(privateKey);
  if (isPadded) return withShortPadding(text, privateKey);
  return signText(text, { alg, privateKey, secret: own.publicPem });
}

function spellSignature(bytes: Buffer, { signature }: TokenChanges): string {
  const text = bytes.toString("base64url");
  switch (signature) {
    case undefined:
    case "of-other-claims":
    case "short-padding":
      return text;
    case "absent":
      return "";
    case "one-byte":
      return bytes.subarray(0, 1).toString("base64url");
    case "cut":
      return bytes.subarray(0, -1).toString("base64url");
    case "longer":
      return Buffer.concat([bytes, Buffer.of(0)]).toString("base64url");
    case "padded":
      return `${text}==`;
    case "respelled":
      return `${text.slice(0, -1)}${nextLetter(text.at(-1))}`;
    default:
      return signature satisfies never;
  }
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function nextLetter(letter = ""): string {
  return alphabet.charAt(alphabet.indexOf(letter) + 1);
}
