"use client";

import type { AppState, AuthError, PopupFeatures, Session, TokenParams } from "@portico/react";
import type { ConnectionItem } from "../connections/connection-item.js";
import { useSocialLogin, type SocialLogin } from "../form/use-social-login.js";

/** What `useSocialButtons` takes. */
export interface SocialButtonsOptions extends TokenParams {
  /** The connections to offer, in their order. */
  readonly connections: readonly ConnectionItem[];
  /** Whether to leave the page or to open a window of its own; `redirect` if not given. */
  readonly mode?: "redirect" | "popup" | undefined;
  /** Size and place of the window. */
  readonly popup?: PopupFeatures | undefined;
  /** Marks how somebody last signed in at this browser; false if not given. Needs `rememberLastSignIn`. */
  readonly lastUsed?: boolean | undefined;
  /** Kept for the way back from a redirect. */
  readonly appState?: AppState | undefined;
  /** Called when somebody has signed in by a window; the session is there by then. */
  readonly onAuthenticated?: ((session: Session) => void) | undefined;
  /** Called with every failure, wherever it is shown, unless the sign-in was given up. */
  readonly onError?: ((error: AuthError) => void) | undefined;
  /** Called with the connection's name when its button was pressed, before anything else happens. */
  readonly onConnectionClick?: ((connection: string) => void) | undefined;
}

/** The buttons of providers without their looks: what to show for each, `choose`, and what became of it. */
export function useSocialButtons({ mode, ...options }: SocialButtonsOptions): SocialLogin {
  return useSocialLogin({ ...options, socialMode: mode });
}
