import type { AppState, LoginVia, Session, TokenParams } from "@portico/react";

/** What every form that ends in a sign-in takes. */
export interface SignInOptions extends TokenParams {
  /** Called when somebody has signed in; the session is there by then. */
  readonly onAuthenticated?: ((session: Session) => void) | undefined;
  /** What the form starts with. Read once. */
  readonly defaultValues?: { readonly email?: string | undefined } | undefined;
  /** How the login travels; as the client is configured if not given. */
  readonly via?: LoginVia | undefined;
  /** The database connection; as the client is configured if not given. */
  readonly connection?: string | undefined;
  /** Kept for the way back from a redirect. */
  readonly appState?: AppState | undefined;
}
