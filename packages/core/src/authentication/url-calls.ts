import { callerOf, type AuthenticationContext } from "./authentication-context.js";
import {
  authorizeUrl,
  logoutUrl,
  type AuthorizeParameters,
  type LogoutTarget,
  type ResponseType,
} from "./authorize-url.js";

/** What `buildAuthorizeUrl` takes; an ID token from the front channel needs a nonce. */
export type AuthorizeUrlParams = AuthorizeParameters & {
  /** Another application than the configured one. */
  readonly clientId?: string | undefined;
} & (
    | { readonly responseType: Exclude<ResponseType, `${string}id_token`> }
    | { readonly responseType: ResponseType; readonly nonce: string }
  );

/** Addresses at the tenant; nothing is sent. */
export interface UrlCalls {
  /** Where a browser asks for a sign-in: /authorize. Keep `state`, `nonce` and the verifier for the callback. */
  buildAuthorizeUrl(params: AuthorizeUrlParams): string;
  /** Where a browser ends the tenant's session: /v2/logout. */
  buildLogoutUrl(target?: LogoutTarget & { readonly clientId?: string | undefined }): string;
}

/** Binds the addresses to a client. */
export function urlCalls(context: AuthenticationContext): UrlCalls {
  return {
    buildAuthorizeUrl({ clientId, ...parameters }) {
      return authorizeUrl(callerOf(context, { clientId }), parameters);
    },
    buildLogoutUrl({ clientId, ...target } = {}) {
      return logoutUrl(callerOf(context, { clientId }), target);
    },
  };
}
