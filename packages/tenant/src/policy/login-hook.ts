/** What a login hook is told. */
export interface LoginEvent {
  readonly user: {
    readonly userId: string;
    readonly email: string | null;
    readonly emailVerified: boolean;
    readonly userMetadata: Readonly<Record<string, unknown>>;
    readonly appMetadata: Readonly<Record<string, unknown>>;
  };
  readonly client: { readonly clientId: string; readonly name: string };
  readonly connection: string;
  /** `id` and `name` of the organization that is signed in to. */
  readonly organization: { readonly id: string; readonly name: string } | null;
  /** `redirect`: `/authorize`. `token`: a grant at `/oauth/token` that signs somebody in. */
  readonly protocol: "redirect" | "token";
  readonly scope: string;
  readonly audience: string | null;
}

/** What a login hook decides; nothing: the login goes on. */
export interface LoginDecision {
  /** Refuses the login with `unauthorized` and this description. */
  readonly deny?: string;
  /** Asks for a second factor, whether or not the user enrolled one. */
  readonly mfa?: boolean;
  readonly idTokenClaims?: Readonly<Record<string, unknown>>;
  readonly accessTokenClaims?: Readonly<Record<string, unknown>>;
}

/** Stands in for Auth0's post-login actions. */
export type LoginHook = (
  event: LoginEvent,
) => LoginDecision | undefined | Promise<LoginDecision | undefined>;
