import {
  type AppState,
  type AuthClient,
  type Authenticated,
  type PopupLoginParams,
} from "@portico/core";
import { createFlow, type FlowState } from "../flows/flow.js";
import type { ReadonlyStore } from "../flows/store.js";
import { idTokenClaims, type IdToken } from "./auth0-id-token.js";
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

/** What `useAuth0` gives beside the session; the same for every component of one client. */
export interface Auth0Binding {
  readonly methods: Auth0Methods;
  /** The window of `loginWithPopup`. */
  readonly popup: ReadonlyStore<FlowState<Authenticated>>;
}

const bindings = new WeakMap<AuthClient, Auth0Binding>();

/** The one binding of a client. */
export function auth0Binding(client: AuthClient): Auth0Binding {
  const binding = bindings.get(client) ?? bind(client);
  bindings.set(client, binding);
  return binding;
}

function bind(client: AuthClient): Auth0Binding {
  const popup = createFlow((params: PopupLoginParams) => client.loginWithPopup(params));
  let unfollow: (() => void) | undefined;

  return {
    popup,
    methods: {
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
      async loginWithPopup(options, config) {
        const { status } = await popup.run(fromPopupOptions(options, config));
        if (status === "succeeded") return;
        // Whoever has signed in or out since wants to hear of that failure no more.
        unfollow?.();
        unfollow = client.session.subscribe(() => {
          unfollow?.();
          if (popup.get().status === "failed") popup.reset();
        });
      },
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
    },
  };
}
