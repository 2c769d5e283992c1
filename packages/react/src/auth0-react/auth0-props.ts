import type { AuthConfig } from "@portico/core";
import type { Auth0ProviderProps } from "../provider/auth0-provider.js";

/** What `Auth0Provider` takes: the properties of the one in `@portico/react` too. All of it is read once. */
export type Auth0ProviderOptions = Auth0ProviderProps & Auth0Props;

/** Properties of @auth0/auth0-react's provider that are called otherwise in `@portico/react`. */
export interface Auth0Props {
  /** What every login asks for, in the wire's spelling. */
  readonly authorizationParams?:
    | (Pick<AuthConfig, "audience" | "scope" | "organization"> & {
        readonly redirect_uri?: string | undefined;
      })
    | undefined;
  /** Adds `offline_access` to the scope; false if not given. */
  readonly useRefreshTokens?: boolean | undefined;
  /** Where a refresh token does not do, the tenant is asked silently; it is never otherwise. */
  readonly useRefreshTokensFallback?: true | undefined;
  /** `storage: "session"` outlives a reload; localStorage is not used for tokens. */
  readonly cacheLocation?: "memory" | undefined;
}

/** In our spelling; a ready client has its configuration. Throws an `Error` for tokens in localStorage. */
export function ownPropsFrom(props: Auth0ProviderOptions): Auth0ProviderProps {
  if (props.client) return props;
  const {
    authorizationParams,
    useRefreshTokens,
    useRefreshTokensFallback = true,
    cacheLocation = "memory",
    ...own
  } = props;
  if (cacheLocation !== "memory") {
    throw new Error(
      `Auth0Provider was given the cacheLocation "${String(cacheLocation)}". Every script could read tokens there. Leave it out, or use storage="session".`,
    );
  }
  const { redirect_uri: redirectUri = own.redirectUri, ...asked } = authorizationParams ?? {};
  const config = { ...own, ...asked, redirectUri };
  return {
    ...config,
    ...(useRefreshTokens && { scope: withRefreshTokens(config.scope) }),
    // What cannot be had is refused like every other key that there is not.
    ...(useRefreshTokensFallback ? {} : { useRefreshTokensFallback }),
  };
}

function withRefreshTokens(scope = "openid profile email"): string {
  return [...new Set(`${scope} offline_access`.split(" "))].join(" ");
}
