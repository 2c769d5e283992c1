import type { PopupWindow } from "../browser/popup-window.js";
import { provenIdentity, type ProvenIdentity } from "../identity/proven-identity.js";
import { userFromClaims } from "../identity/user.js";
import type { CallOptions } from "../transport/deadline.js";
import { askedFor, currentSession, type FlowContext } from "./flow-context.js";
import { hostedDetails, type PopupLoginParams } from "./hosted-login.js";
import { linkingScopes, managementAccess } from "./management-access.js";
import { validAccessToken } from "./renewal.js";

/** What `proveIdentity` takes. */
export type ProveIdentityParams = Omit<
  PopupLoginParams,
  "prompt" | "maxAge" | "scope" | "audience"
>;

/**
 * Lets the user sign in to another account in a window that the click itself has opened, and leaves the session of this page as it is:
 * GET /authorize with `prompt=login` and `max_age=0`. Throws as `loginWithPopup` does.
 */
export async function proveIdentity(
  context: FlowContext,
  popup: PopupWindow,
  params: ProveIdentityParams,
): Promise<ProvenIdentity> {
  const { config, engine } = context;
  const { organization, signal } = params;
  const madeFor = currentSession(context)?.user.sub;
  const request = {
    ...askedFor(context, { organization, scope: "openid profile email" }),
    ...hostedDetails(params),
    audience: undefined,
    prompt: "login",
    maxAge: 0,
    redirectUri: config.popupRedirectUri(),
  } as const;
  await fetchLinkingToken(context, { signal });
  const tokens = await engine.popupLogin(request, popup, { signal });
  // From here on the tenant answers silent requests for the other account, which says nothing about this page's user.
  if (tokens.claims.sub !== madeFor) context.session.updateTokens({ isProvenElsewhere: true });
  // No answer with `max_age` counts without the time.
  const { auth_time: authTime = tokens.claims.iat } = tokens.claims;
  const proof = { idToken: tokens.idToken, madeFor };
  return provenIdentity(userFromClaims(tokens.claims), authTime * 1000, proof);
}

/** Afterwards it could not be had any more: the tenant's session in this browser is then the other account's. */
async function fetchLinkingToken(context: FlowContext, options: CallOptions): Promise<void> {
  if (!currentSession(context)) return;
  const access = managementAccess(context, linkingScopes);
  await validAccessToken(context, access, { ...options, minimum: 900_000 });
}
