/** What a login was like, as far as the tokens that come of it tell. */
export interface LoginFacts {
  /** Name of the connection. */
  readonly connection: string;
  readonly organization: { readonly id: string; readonly name: string } | null;
  /** Whether a second factor was given. */
  readonly mfa: boolean;
  /** What the login hook added. */
  readonly idTokenClaims: Readonly<Record<string, unknown>>;
  readonly accessTokenClaims: Readonly<Record<string, unknown>>;
}

/** Reads stored facts; what is missing was not the case. */
export function loginFactsOf(json: string): LoginFacts {
  return {
    connection: "",
    organization: null,
    mfa: false,
    idTokenClaims: {},
    accessTokenClaims: {},
    ...(JSON.parse(json) as Partial<LoginFacts>),
  };
}
