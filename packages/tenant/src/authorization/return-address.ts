import type { TenantContext } from "../context.js";
import { findClient, isAllowedOrigin, type Client } from "../state/clients.js";

export type AuthorizationParameters = Readonly<Record<string, string>>;

export type ResponseMode = "query" | "fragment" | "web_message" | "form_post";

/** Where an authorization response goes, and in which form. */
export interface ReturnAddress {
  readonly redirectUri: string;
  /** `popup`: `owp=true`, the popup itself talks to its opener. */
  readonly mode: ResponseMode | "popup";
  readonly state: string | undefined;
  /** Origins of the pages that may have opened a popup. */
  readonly openers: readonly string[];
}

export type ReturnAddressOutcome =
  | { readonly status: "known"; readonly client: Client; readonly address: ReturnAddress }
  | {
      readonly status: "refused";
      readonly httpStatus: 400 | 403;
      readonly error: string;
      readonly description: string;
      /** What to change in the tenant or the application. */
      readonly fix: string;
      readonly redirectUri: string;
      readonly client: Client | undefined;
      /** Set if a page of an allowed origin is waiting for a message. */
      readonly waiting: ReturnAddress | undefined;
    };

/** Finds out whether a response may be sent at all: client and callback must be known exactly. */
export function readReturnAddress(
  tenant: TenantContext,
  parameters: AuthorizationParameters,
): ReturnAddressOutcome {
  const clientId = parameters["client_id"] ?? "";
  const redirectUri = parameters["redirect_uri"] ?? "";
  const client = findClient(tenant.database, clientId);
  const waiting = waitingPage(tenant, parameters, redirectUri);
  if (!client) {
    return {
      status: "refused",
      httpStatus: 400,
      error: "invalid_request",
      description: `Unknown client: ${clientId}`,
      fix: "Add this client to the tenant’s seed, or correct the client ID in the application.",
      redirectUri: "",
      client,
      waiting,
    };
  }
  if (!client.callbacks.includes(redirectUri)) {
    return {
      status: "refused",
      httpStatus: 403,
      error: "unauthorized_client",
      description: redirectUri
        ? `Callback URL mismatch. ${redirectUri} is not in the list of allowed callback URLs`
        : "Callback URL mismatch. The request has no redirect_uri",
      fix: redirectUri
        ? `Add exactly this address to the callbacks of ${client.name} in the tenant’s seed:`
        : `Send one of the callbacks of ${client.name} as redirect_uri.`,
      redirectUri,
      client,
      waiting,
    };
  }
  return { status: "known", client, address: addressOf(parameters, redirectUri, client) };
}

function addressOf(
  parameters: AuthorizationParameters,
  redirectUri: string,
  client?: Client,
): ReturnAddress {
  const byDefault = parameters["response_type"] === "code" ? "query" : "fragment";
  return {
    redirectUri,
    mode: parameters["owp"] === "true" ? "popup" : (responseModeOf(parameters) ?? byDefault),
    state: parameters["state"],
    openers: [...originsOf(redirectUri), ...(client?.webOrigins ?? [])],
  };
}

/** None for an application's own scheme: every sandboxed page has the origin that it would have. */
function originsOf(redirectUri: string): string[] {
  const { origin } = new URL(redirectUri);
  return origin === "null" ? [] : [origin];
}

export function responseModeOf(parameters: AuthorizationParameters): ResponseMode | undefined {
  const modes: ResponseMode[] = ["query", "fragment", "web_message", "form_post"];
  return modes.find((mode) => mode === parameters["response_mode"]);
}

function waitingPage(
  tenant: TenantContext,
  parameters: AuthorizationParameters,
  redirectUri: string,
): ReturnAddress | undefined {
  if (parameters["response_mode"] !== "web_message" || !URL.canParse(redirectUri)) return undefined;
  return isAllowedOrigin(tenant.database, new URL(redirectUri).origin)
    ? addressOf(parameters, redirectUri)
    : undefined;
}
