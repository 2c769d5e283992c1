import type { AppState, AuthClient } from "@portico/core";
import { popupOf } from "../session/popup-sign-in.js";
import {
  fromLogoutOptions,
  fromPopupOptions,
  fromRedirectOptions,
  fromTokenOptions,
  type GetTokenSilentlyOptions,
  type LogoutOptions,
  type PopupConfigOptions,
  type PopupLoginOptions,
  type RedirectLoginOptions,
} from "./auth0-options.js";
import { idTokenClaims, type IdToken } from "./id-token.js";

/** One client's calls under the names that users of @auth0/auth0-react know. */
export interface Auth0Methods {
  /** Leaves for the tenant's login page. */
  readonly loginWithRedirect: (options?: RedirectLoginOptions) => Promise<void>;
  /**
   * Signs in by a window of its own. Call it in the click itself. It does not reject with an `AuthError`: why nobody
   * was signed in is in `error`.
   */
  readonly loginWithPopup: (
    options?: PopupLoginOptions,
    config?: PopupConfigOptions,
  ) => Promise<void>;
  /** Ends the session here, in the other tabs and at the tenant. */
  readonly logout: (options?: LogoutOptions) => Promise<void>;
  /** An access token for an API, renewed unseen when it has to be. Throws `login_required` and its like. */
  readonly getAccessTokenSilently: (options?: GetTokenSilentlyOptions) => Promise<string>;
  /** The same after a visit to the tenant's pages in a window. Call it in the click itself. */
  readonly getAccessTokenWithPopup: (
    options?: PopupLoginOptions,
    config?: PopupConfigOptions,
  ) => Promise<string>;
  /** Every claim of the ID token, which the client has verified; undefined where nobody is signed in. */
  readonly getIdTokenClaims: () => Promise<IdToken | undefined>;
  /**
   * Redeems the response of a redirect where the provider was told to leave it alone; the one in the page's address if
   * none is given. Throws an `Error` where there is none.
   */
  readonly handleRedirectCallback: (url?: string) => Promise<RedirectLoginResult>;
}

/** What has come back from a redirect. */
export interface RedirectLoginResult {
  /** What the app gave along. */
  readonly appState?: AppState | undefined;
}

const known = new WeakMap<AuthClient, Auth0Methods>();

/** The calls of this client: the same for every component. */
export function auth0Methods(client: AuthClient): Auth0Methods {
  const methods = known.get(client) ?? create(client);
  known.set(client, methods);
  return methods;
}

function create(client: AuthClient): Auth0Methods {
  return {
    async loginWithRedirect({ fragment, openUrl, ...options } = {}) {
      const params = fromRedirectOptions(options);
      if (!fragment && !openUrl) {
        await client.loginWithConnection(params);
        return;
      }
      const url = await client.buildAuthorizeUrl(params);
      const leave = openUrl ?? ((address) => window.location.assign(address));
      await leave(fragment ? `${url}#${fragment}` : url);
    },
    loginWithPopup: (options, config) => popupOf(client).open(fromPopupOptions(options, config)),
    async logout(options) {
      const params = fromLogoutOptions(options);
      await client.logout(params);
      if (options?.openUrl) await options.openUrl(client.buildLogoutUrl(params));
    },
    getAccessTokenSilently: (options) => client.getAccessToken(fromTokenOptions(options)),
    async getAccessTokenWithPopup(options, config) {
      const params = fromPopupOptions(options, config);
      await client.loginWithPopup(params);
      return client.getAccessToken(params);
    },
    async getIdTokenClaims() {
      const token = client.getIdToken();
      return token === undefined ? token : idTokenClaims(token);
    },
    async handleRedirectCallback(url) {
      const outcome = await client.completeCallback({ url });
      if (outcome.kind === "authenticated") return { appState: outcome.appState };
      throw new Error(
        "handleRedirectCallback found no response. Nobody was signed in. Give Auth0Provider skipRedirectCallback.",
      );
    },
  };
}
