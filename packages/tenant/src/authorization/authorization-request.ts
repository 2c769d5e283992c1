import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";
import { requireGrantType, resolveAudience, resolveScope } from "../policy/resolve-access.js";
import type { Api } from "../state/apis.js";
import type { Client } from "../state/clients.js";
import {
  responseModeOf,
  type AuthorizationParameters,
  type ReturnAddress,
} from "./return-address.js";

const multiFactor = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

/** A checked `/authorize` request. */
export interface AuthorizationRequest {
  readonly client: Client;
  readonly address: ReturnAddress;
  readonly wants: { readonly code: boolean; readonly token: boolean; readonly idToken: boolean };
  readonly scope: string;
  readonly api: Api | null;
  readonly nonce: string | null;
  readonly codeChallenge: string | null;
  readonly prompts: ReadonlySet<string>;
  /** Seconds. */
  readonly maxAge: number | undefined;
  readonly loginTicket: string | undefined;
  readonly loginHint: string;
  readonly wantsSignup: boolean;
  /** Whether `acr_values` asks for a second factor. */
  readonly wantsMfa: boolean;
  readonly parameters: AuthorizationParameters;
}

/** Throws an OAuthError that belongs at the return address. */
export function readAuthorizationRequest(
  tenant: TenantContext,
  parameters: AuthorizationParameters,
  known: { client: Client; address: ReturnAddress },
): AuthorizationRequest {
  const { client, address } = known;
  const wants = readResponseType(parameters["response_type"]);
  checkResponseMode(parameters, wants.code);
  requireGrantType(client, wants.code ? "authorization_code" : "implicit");
  const nonce = parameters["nonce"] ?? null;
  if (wants.idToken && !nonce) throw invalid("Missing required parameter: nonce");
  const api = resolveAudience(tenant, parameters["audience"]);
  return {
    client,
    address,
    wants,
    scope: resolveScope(parameters["scope"], api),
    api,
    nonce,
    codeChallenge: readCodeChallenge(parameters),
    prompts: readPrompts(parameters["prompt"]),
    maxAge: readMaxAge(parameters["max_age"]),
    loginTicket: parameters["login_ticket"],
    loginHint: parameters["login_hint"] ?? "",
    wantsSignup: parameters["screen_hint"] === "signup",
    wantsMfa: parameters["acr_values"]?.split(" ").includes(multiFactor) ?? false,
    parameters,
  };
}

function readResponseType(value: string | undefined): AuthorizationRequest["wants"] {
  if (!value) throw invalid("Missing required parameter: response_type");
  switch (value.split(" ").toSorted().join(" ")) {
    case "code":
      return { code: true, token: false, idToken: false };
    case "token":
      return { code: false, token: true, idToken: false };
    case "id_token":
      return { code: false, token: false, idToken: true };
    case "id_token token":
      return { code: false, token: true, idToken: true };
    default:
      throw new OAuthError(400, "unsupported_response_type", `Unsupported response type: ${value}`);
  }
}

function checkResponseMode(parameters: AuthorizationParameters, isCode: boolean): void {
  const requested = parameters["response_mode"];
  if (requested === undefined) return;
  const mode = responseModeOf(parameters);
  if (!mode) throw invalid(`Unsupported response mode: ${requested}`);
  // Tokens in a query would reach the application's server log.
  if (mode === "query" && !isCode) throw invalid("Response mode query is for codes only");
}

/** RFC 7636 section 4.3; only S256 is accepted. */
function readCodeChallenge(parameters: AuthorizationParameters): string | null {
  const challenge = parameters["code_challenge"];
  const method = parameters["code_challenge_method"];
  if (challenge === undefined && method === undefined) return null;
  if (!challenge) throw invalid("Missing required parameter: code_challenge");
  if (method !== "S256") throw invalid("code_challenge_method must be S256");
  return challenge;
}

/** A list; `none` cannot be joined with a prompt that shows a page (OpenID Connect Core 3.1.2.1). */
function readPrompts(value = ""): ReadonlySet<string> {
  const prompts = new Set(value.split(" ").filter((prompt) => prompt !== ""));
  if (!prompts.has("none") || prompts.size === 1) return prompts;
  throw invalid("prompt none cannot be used together with another prompt");
}

function readMaxAge(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw invalid("max_age must be a number of seconds");
  return Number(value);
}

function invalid(description: string): OAuthError {
  return new OAuthError(400, "invalid_request", description);
}
