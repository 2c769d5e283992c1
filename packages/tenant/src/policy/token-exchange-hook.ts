/** What a client presents for a token exchange (RFC 8693 section 2.1). */
export interface TokenExchangeEvent {
  readonly client: { readonly clientId: string; readonly name: string };
  readonly subjectToken: string;
  readonly subjectTokenType: string;
  readonly actorToken: string | undefined;
  readonly actorTokenType: string | undefined;
  readonly scope: string;
  readonly audience: string | null;
  /** Parameters that the tenant does not know. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Whom the subject token stands for, or why it does not. */
export type TokenExchangeDecision = { readonly userId: string } | { readonly deny: string };

/**
 * Stands in for the action that validates subject tokens at Auth0. Nothing: the token's type is
 * not one that it knows.
 */
export type TokenExchangeHook = (
  event: TokenExchangeEvent,
) => TokenExchangeDecision | undefined | Promise<TokenExchangeDecision | undefined>;
