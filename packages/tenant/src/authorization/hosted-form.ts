import { readCsrfCookie, writeCsrfCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { chooseWords } from "../pages/hosted-words.js";
import type { HostedForm } from "../pages/login-page.js";
import type { DatabaseConnection } from "../state/connections.js";
import { digestOf, matchesDigest, newSecret } from "../tokens/secret.js";
import { findSignInRequest, type SignInRequest } from "./sign-in-request.js";

/** What a hosted page is about that asks for a password, or for a new one. */
export interface HostedRequest extends SignInRequest {
  readonly connection: DatabaseConnection;
}

/** Undefined if the request is over, was never there, or has no use for passwords. */
export function findHostedRequest(c: HttpContext): HostedRequest | undefined {
  const request = findSignInRequest(c, c.req.query("state"));
  const connection = request?.terms.database;
  return connection && { ...request, connection };
}

/** The values of the form, with a CSRF token that is also in a cookie. */
export function hostedForm(
  c: HttpContext,
  { transaction, client, terms }: SignInRequest,
  shown: { username: string; error?: string },
): HostedForm {
  const { database, providers, organization, invitation } = terms;
  return {
    clientName: client.name,
    organizationName: organization?.displayName,
    state: transaction.id,
    csrf: giveCsrfToken(c),
    username: shown.username,
    error: shown.error,
    words: chooseWords(transaction.parameters["ui_locales"]),
    hasPassword: database !== undefined,
    signup: database?.signup ?? false,
    requiresUsername: database?.requiresUsername ?? false,
    providers,
    invitation,
  };
}

/** For a form's hidden field; this browser keeps the same in a cookie. */
export function giveCsrfToken(c: HttpContext): string {
  const token = readCsrfCookie(c) ?? newSecret(18);
  writeCsrfCookie(c, token);
  return token;
}

/** True if the form came from a page that this tenant gave to this browser. */
export function hasCsrfToken(c: HttpContext): boolean {
  const presented = c.var.body.kind === "form" ? text(c.var.body.values, "csrf") : undefined;
  return matchesCsrfToken(c, presented);
}

/** True if `presented` is the token that this browser keeps in a cookie. */
export function matchesCsrfToken(c: HttpContext, presented: string | undefined): boolean {
  const expected = readCsrfCookie(c);
  return !!expected && !!presented && matchesDigest(presented, digestOf(expected));
}
