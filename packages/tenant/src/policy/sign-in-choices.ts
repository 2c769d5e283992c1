import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";
import { mayUseConnection, type Client } from "../state/clients.js";
import {
  findConnection,
  isDatabase,
  isProvider,
  listConnections,
  type Connection,
  type DatabaseConnection,
  type ProviderConnection,
} from "../state/connections.js";
import { admitsConnection, type Organization } from "../state/organizations.js";

/** The connections that a reader may sign in by. */
export interface SignInChoices {
  /** Where the password form looks; undefined: there is no form. */
  readonly database: DatabaseConnection | undefined;
  readonly providers: readonly ProviderConnection[];
  /** Set if the request names a provider: no page asks any more. */
  readonly provider: ProviderConnection | undefined;
}

interface ChoosingRequest {
  readonly client: Client;
  readonly organization: Organization | undefined;
  /** The connection that the request names. */
  readonly wanted: string | undefined;
}

/** Throws if the request names a connection that it may not use. */
export function listSignInChoices(tenant: TenantContext, request: ChoosingRequest): SignInChoices {
  const { wanted } = request;
  const named = wanted ? findConnection(tenant.database, wanted) : undefined;
  if (wanted && !named) throw invalid("the connection was not found");
  if (named && !isAdmitted(request, named)) throw invalid("the connection is not enabled");
  if (named && isProvider(named))
    return { database: undefined, providers: [named], provider: named };
  if (named && isDatabase(named)) return { database: named, providers: [], provider: undefined };
  const admitted = listConnections(tenant.database).filter((item) => isAdmitted(request, item));
  return {
    database: admitted.find(isDatabase),
    providers: admitted.filter(isProvider),
    provider: undefined,
  };
}

/** The provider that an e-mail address belongs to, by its domain. */
export function findHomeProvider(
  { providers }: SignInChoices,
  address: string,
): ProviderConnection | undefined {
  const [, domain] = /@([^@\s]+)\s*$/.exec(address.toLowerCase()) ?? [];
  if (domain === undefined) return undefined;
  return providers.find(({ domains }) => domains.some((item) => item.toLowerCase() === domain));
}

function isAdmitted({ client, organization }: ChoosingRequest, { name }: Connection): boolean {
  return mayUseConnection(client, name) && (!organization || admitsConnection(organization, name));
}

function invalid(description: string): OAuthError {
  return new OAuthError(400, "invalid_request", description);
}
