import type { Tenant } from "./tenant.js";

/** The response types that Auth0 knows (OAuth 2.0 Multiple Response Type Encoding Practices). */
export type ResponseType =
  | "code"
  | "token"
  | "id_token"
  | "token id_token"
  | "code id_token"
  | "code token"
  | "code token id_token";

/** Parameters of an authorization request, in our spelling. */
export interface AuthorizeParameters {
  /** What the response brings: a code, tokens, or both. */
  readonly responseType: ResponseType;
  /** How it comes; in the query for a code and in the fragment for tokens, if not given. */
  readonly responseMode?: "query" | "fragment" | "form_post" | "web_message" | undefined;
  /** Where it comes to; has to be an Allowed Callback URL. */
  readonly redirectUri: string;
  /** Separated by spaces. */
  readonly scope?: string | undefined;
  /** The API that the access token is for. */
  readonly audience?: string | undefined;
  /** Comes back with the response, which has to match it (RFC 6749 section 10.12). */
  readonly state: string;
  /** Comes back in the ID token, which has to match it. */
  readonly nonce?: string | undefined;
  /** The S256 hash of the code verifier (RFC 7636 section 4.2). */
  readonly codeChallenge?: string | undefined;
  /** The connection to sign in with, past the tenant's own page. */
  readonly connection?: string | undefined;
  /** Further scopes at the identity provider. */
  readonly connectionScope?: readonly string[] | undefined;
  /** The organization to sign in to: its id (`org_…`) or its name. */
  readonly organization?: string | undefined;
  /** The ticket of an invitation to the organization. */
  readonly invitation?: string | undefined;
  /** Goes with `loginTicket`. */
  readonly realm?: string | undefined;
  /** What POST /co/authenticate gave out for the user's credentials. */
  readonly loginTicket?: string | undefined;
  /** Whom the tenant's page suggests, such as an e-mail address. */
  readonly loginHint?: string | undefined;
  /** Opens the tenant's page at its sign-up. */
  readonly screenHint?: "signup" | undefined;
  /** What the user has to see, or that they may see nothing: `none`. */
  readonly prompt?: "none" | "login" | "consent" | "select_account" | undefined;
  /** Seconds since the user last signed in. */
  readonly maxAge?: number | undefined;
  /** Separated by spaces (OpenID Connect Core 3.1.2.1). */
  readonly acrValues?: string | undefined;
  /** Languages of the tenant's pages, best first, separated by spaces. */
  readonly uiLocales?: string | undefined;
  /** Further parameters, sent as they are; none that the answer is held to can be set by one. */
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/** GET /authorize: RFC 6749 section 4.1.1, OpenID Connect Core 3.1.2.1 and RFC 7636 section 4.3. */
export function authorizeUrl(
  { origin, clientId }: Tenant,
  parameters: AuthorizeParameters,
): string {
  return withQuery(`${origin}/authorize`, {
    ...parameters.extra,
    ...withoutUnset(spelled(parameters, wishes)),
    // What the answer is held to is ours alone, and left out where it is not set.
    client_id: clientId,
    ...spelled(parameters, held),
    code_challenge_method: parameters.codeChallenge && "S256",
  });
}

type Names = readonly Exclude<keyof AuthorizeParameters, "extra">[];

const wishes: Names = [
  "connection",
  "connectionScope",
  "loginHint",
  "screenHint",
  "acrValues",
  "uiLocales",
];

const held: Names = [
  "responseType",
  "responseMode",
  "redirectUri",
  "scope",
  "audience",
  "state",
  "nonce",
  "codeChallenge",
  "organization",
  "invitation",
  "realm",
  "loginTicket",
  "prompt",
  "maxAge",
];

/** In the spelling of OAuth: `loginHint` travels as `login_hint`, and the parts of a list between commas. */
function spelled(parameters: AuthorizeParameters, names: Names): Query {
  const nameOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(names.map((name) => [nameOf(name), parameters[name]?.toString()]));
}

/** Where a logout leads. */
export interface LogoutTarget {
  /** Where the tenant sends the browser afterwards; has to be in an Allowed Logout URLs list. */
  readonly returnTo?: string | undefined;
  /** Signs out at the identity provider too. */
  readonly federated?: boolean | undefined;
  /** Whose list `returnTo` has to be in: the application's if not given, or the whole tenant's. */
  readonly allowedBy?: "application" | "tenant" | undefined;
}

/** GET /v2/logout: ends the tenant's session and returns to an allowed address. */
export function logoutUrl({ origin, clientId }: Tenant, target: LogoutTarget = {}): string {
  const { returnTo, federated, allowedBy = "application" } = target;
  const client_id = allowedBy === "application" ? clientId : undefined;
  const url = withQuery(`${origin}/v2/logout`, { client_id, returnTo });
  // Auth0 reads it as a bare key.
  return federated ? `${url}${url.endsWith("?") ? "" : "&"}federated` : url.replace(/\?$/, "");
}

type Query = Readonly<Record<string, string | undefined>>;

function withQuery(address: string, parameters: Query): string {
  return `${address}?${new URLSearchParams(withoutUnset(parameters))}`;
}

function withoutUnset(parameters: Query): Record<string, string> {
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(set) as Record<string, string>;
}
