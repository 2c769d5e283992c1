import type { PopupFeatures } from "../browser/popup-window.js";
import type { RedirectRequest } from "../engine/engine.js";
import type { CallOptions } from "../transport/deadline.js";
import type { TokenParams } from "./flow-context.js";

/** What a visit at the tenant's pages may ask for; all of it optional. */
export interface HostedLoginParams extends TokenParams {
  /** A social, enterprise or database connection; without one the tenant's page lets the user choose. */
  readonly connection?: string | undefined;
  /** Further scopes at the identity provider. */
  readonly connectionScope?: readonly string[] | undefined;
  /** The ticket of an invitation to the organization. */
  readonly invitation?: string | undefined;
  /** The e-mail address to fill in. */
  readonly loginHint?: string | undefined;
  /** Opens the tenant's page on its sign-up. */
  readonly screenHint?: "signup" | undefined;
  /** What the tenant must ask even of somebody who is signed in there; `none` asks nothing at all. */
  readonly prompt?: "none" | "login" | "consent" | "select_account" | undefined;
  /** Seconds since the last sign-in that are allowed; the answer is held to it. */
  readonly maxAge?: number | undefined;
  /** The kinds of authentication that are asked for, separated by spaces. */
  readonly acrValues?: string | undefined;
  /** Languages of the tenant's pages, best first, separated by spaces. */
  readonly uiLocales?: string | undefined;
  /** A nonce of one's own in the place of a random one. */
  readonly nonce?: string | undefined;
  /** Further parameters of `/authorize`, sent as they are; none of ours can be replaced by one. */
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/** What `loginWithPopup` takes; all of it optional. */
export interface PopupLoginParams extends HostedLoginParams, CallOptions {
  /** Size and place of the window. */
  readonly popup?: PopupFeatures | undefined;
}

/** The parameters that only matter at the tenant's pages: these and no others travel. */
export function hostedDetails(params: HostedLoginParams): Partial<RedirectRequest> {
  const { connection, connectionScope, invitation, loginHint, screenHint, prompt } = params;
  const { maxAge, acrValues, uiLocales, nonce, extra } = params;
  return {
    connection,
    connectionScope,
    invitation,
    loginHint,
    screenHint,
    prompt,
    maxAge,
    acrValues,
    uiLocales,
    nonce,
    extra,
  };
}
