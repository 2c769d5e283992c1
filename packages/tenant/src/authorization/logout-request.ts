import type { TenantContext } from "../context.js";
import { text, type BodyValues } from "../http/request-body.js";
import { findClient, type Client } from "../state/clients.js";
import { isTenantLogoutUrl } from "../state/logout-urls.js";
import { readIdTokenHint, type IdTokenHint } from "../tokens/id-token-hint.js";

/** A request to end a session, once it is clear where it may lead. */
export type LogoutRequest =
  | {
      readonly status: "known";
      readonly client: Client | undefined;
      /** The session it is about, if it says so. */
      readonly sid: string | undefined;
      /** Where to go afterwards, with the request's state. */
      readonly returnTo: string | undefined;
    }
  | {
      readonly status: "refused";
      readonly client: Client | undefined;
      readonly description: string;
      /** What to change in the tenant or the application. */
      readonly fix: string;
      readonly address?: string;
    };

/** Reads the parameters of OpenID Connect RP-Initiated Logout 1.0 section 2. */
export async function readLogoutRequest(
  tenant: TenantContext,
  values: BodyValues,
): Promise<LogoutRequest> {
  const idToken = text(values, "id_token_hint");
  const clientId = text(values, "client_id");
  const sid = text(values, "logout_hint");
  const hint = idToken === undefined ? undefined : await readIdTokenHint(tenant, idToken);
  const named = hint?.clientId ?? clientId;
  const client = findClient(tenant.database, named);
  const contradiction = findContradiction({ idToken, clientId, sid, hint });
  if (contradiction) return { status: "refused", client, ...contradiction };
  if (named !== undefined && !client) return unknownClient(named);
  const target = text(values, "post_logout_redirect_uri");
  if (target !== undefined && !isAllowed(tenant, client, target))
    return wrongTarget(client, target);
  // Auth0 falls back to the first address of a client that is named in the request.
  const returnTo = target ?? (clientId === undefined ? undefined : client?.logoutUrls[0]);
  return {
    status: "known",
    client,
    sid: hint?.sid ?? sid,
    returnTo: returnTo && withState(returnTo, text(values, "state")),
  };
}

function findContradiction(given: {
  idToken: string | undefined;
  clientId: string | undefined;
  sid: string | undefined;
  hint: IdTokenHint | undefined;
}): { description: string; fix: string } | undefined {
  const { idToken, clientId, sid, hint } = given;
  if (idToken !== undefined && !hint) {
    return {
      description: "Invalid id_token_hint.",
      fix: "Send an ID token of this tenant, whole and unchanged. It may have expired.",
    };
  }
  if (hint && clientId !== undefined && clientId !== hint.clientId) {
    return {
      description: "The client_id does not match the audience of the id_token_hint.",
      fix: "Send the ID token that this client got, or leave out client_id.",
    };
  }
  if (hint && sid !== undefined && sid !== hint.sid) {
    return {
      description: "The logout_hint does not match the sid of the id_token_hint.",
      fix: "Send one of the two, or the sid claim of that ID token.",
    };
  }
  return undefined;
}

function unknownClient(clientId: string): LogoutRequest {
  return {
    status: "refused",
    client: undefined,
    description: `Unknown client: ${clientId}`,
    fix: "Add this client to the tenant’s seed, or correct the client ID in the application.",
  };
}

function wrongTarget(client: Client | undefined, target: string): LogoutRequest {
  return {
    status: "refused",
    client,
    description: `The "post_logout_redirect_uri" parameter "${target}" is not defined as a valid URL`,
    fix: client
      ? "Add exactly this address to the logout URLs of that client in the tenant’s seed:"
      : "Name the client in the request, or add exactly this address to the tenant’s own logout URLs:",
    address: target,
  };
}

/** With a client its own list counts, without one the tenant's. */
function isAllowed(tenant: TenantContext, client: Client | undefined, target: string): boolean {
  return client ? client.logoutUrls.includes(target) : isTenantLogoutUrl(tenant.database, target);
}

function withState(target: string, state: string | undefined): string {
  if (state === undefined) return target;
  const address = new URL(target);
  address.searchParams.set("state", state);
  return address.href;
}
