import type { TenantContext } from "../context.js";
import type { Client } from "../state/clients.js";
import { badValue } from "./passwordless-target.js";

/** Parameters of `/authorize` that a client gives along for a link. */
export type AuthParams = Readonly<Record<string, string>>;

/** Takes the texts; throws if the link would lead where the client may not lead. */
export function readAuthParams(
  client: Client,
  values: Readonly<Record<string, unknown>>,
): AuthParams {
  const [firstCallback] = client.callbacks;
  const parameters: AuthParams = {
    ...(firstCallback !== undefined && { redirect_uri: firstCallback }),
    response_type: "code",
    ...onlyTexts(values),
  };
  const target = parameters["redirect_uri"] ?? "";
  if (client.callbacks.includes(target)) return parameters;
  const problem = target
    ? `${target} is not in the list of allowed callback URLs`
    : "the client has no allowed callback URL";
  throw badValue("authParams", `error in authParams - redirect_uri: ${problem}`);
}

/** The address that signs in whoever opens it; the tenant's own, as a Host header may come from anywhere. */
export function buildMagicLink(
  tenant: TenantContext,
  request: {
    readonly client: Client;
    readonly username: string;
    readonly connection: { readonly name: string };
    readonly authParams: AuthParams;
  },
  code: string,
): string {
  const { client, connection, username, authParams } = request;
  const link = new URL("/passwordless/verify_redirect", tenant.url);
  // Last, so that nothing of the client's stands in their place.
  const own = {
    client_id: client.clientId,
    connection: connection.name,
    email: username,
    verification_code: code,
  };
  for (const [name, value] of Object.entries({ ...authParams, ...own })) {
    link.searchParams.set(name, value);
  }
  return link.href;
}

function onlyTexts(values: Readonly<Record<string, unknown>>): AuthParams {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
    ),
  );
}
