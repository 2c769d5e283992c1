/** What was asked for, which the tenant may leave unsaid in its answer. */
export interface AskedFor {
  readonly scope: string;
  readonly audience?: string | undefined;
  /** The organization to sign in to: its id (`org_…`) or its name. */
  readonly organization?: string | undefined;
}

/** Names the access token of one audience, organization and scope. */
export function accessTokenKey({ audience = "", organization = "", scope }: AskedFor): string {
  const scopes = scope.split(" ").filter(Boolean).sort().join(" ");
  return JSON.stringify([audience, organization, scopes]);
}

/** What was asked for, as the name of an access token tells it. */
export function askedForOf(key: string): AskedFor {
  const [audience, organization, scope] = JSON.parse(key) as [string, string, string];
  return { scope, audience: audience || undefined, organization: organization || undefined };
}
