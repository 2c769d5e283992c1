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
