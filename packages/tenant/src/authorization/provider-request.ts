import { readCsrfCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import type { ProviderConnection } from "../state/connections.js";
import { digestOf, matchesDigest } from "../tokens/secret.js";
import { giveCsrfToken } from "./hosted-form.js";
import { findSignInRequest, type SignInRequest } from "./sign-in-request.js";

/** A request whose reader is at a provider. */
export interface ProviderRequest extends SignInRequest {
  readonly connection: ProviderConnection;
}

/** Where the browser goes to sign in by a provider; the way back leads to `/login/callback`. */
export function providerAddress(
  c: HttpContext,
  asked: { transactionId: string; connection: ProviderConnection; loginHint: string },
): string {
  const { transactionId, connection, loginHint } = asked;
  const subject = `${transactionId}.${Buffer.from(connection.name).toString("base64url")}`;
  const query = new URLSearchParams({
    state: `${subject}.${bindingOf(giveCsrfToken(c), subject)}`,
    ...(loginHint && { login_hint: loginHint }),
  });
  return `/_tenant/idp/${encodeURIComponent(connection.name)}/authorize?${query.toString()}`;
}

/**
 * The request that a provider's `state` stands for. Undefined if it is over, or if the state was
 * made for another browser: nobody can be signed in to an account by a link (login CSRF).
 */
export function findProviderRequest(c: HttpContext): ProviderRequest | undefined {
  const [id = "", name = "", binding = ""] = (c.req.query("state") ?? "").split(".");
  const secret = readCsrfCookie(c);
  if (!secret || !matchesDigest(binding, digestOf(bindingOf(secret, `${id}.${name}`)))) {
    return undefined;
  }
  const request = findSignInRequest(c, id);
  const wanted = Buffer.from(name, "base64url").toString();
  const connection = request?.terms.providers.find((item) => item.name === wanted);
  return request && connection && { ...request, connection };
}

/** The browser's own secret is part of it, and cannot be told from it. */
function bindingOf(secret: string, subject: string): string {
  return digestOf(`${secret} ${subject}`);
}
