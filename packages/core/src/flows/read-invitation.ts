/** An invitation to an organization; `loginWithConnection` takes it as it is. */
export interface Invitation {
  /** The ticket of the invitation. */
  readonly invitation: string;
  /** The id of the organization. */
  readonly organization: string;
  /** Its name, for a sentence such as "Join Acme". It is the link's word, which nobody has verified. */
  readonly organizationName?: string;
}

/**
 * Reads an invitation from an address, or from this page's: Auth0 opens the Application Login URI with `invitation`,
 * `organization` and `organization_name`. Undefined where there is none.
 */
export function readInvitation(
  url: string | URL | undefined = globalThis.location?.href,
): Invitation | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { searchParams } = new URL(url);
  const invitation = only(searchParams, "invitation");
  const organization = only(searchParams, "organization");
  if (!invitation || !organization) return undefined;
  const organizationName = only(searchParams, "organization_name");
  return { invitation, organization, ...(organizationName && { organizationName }) };
}

/** A parameter that says two things says nothing. */
function only(parameters: URLSearchParams, name: string): string | undefined {
  const values = parameters.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}
