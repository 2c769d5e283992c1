import { authError } from "../errors/auth-error.js";

/** 256 random bits as base64url: a state, a nonce or a code verifier (RFC 7636 section 4.1). */
export function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** SHA-256 of a text's ASCII bytes. */
export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** Base64url without padding (RFC 4648 section 5). */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Throws `insecure_context` where the browser withholds WebCrypto: plain http, except on this machine. */
export function assertWebCrypto(): void {
  if (!globalThis.crypto?.subtle) throw authError("insecure_context");
}
