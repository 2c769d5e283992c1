import type { CallOptions } from "../transport/deadline.js";
import type { FlowContext, TokenParams } from "./flow-context.js";
import { validAccessToken } from "./renewal.js";
import { sessionAskedFor } from "./session-asked-for.js";

/** What `getAccessToken` takes. */
export interface AccessTokenParams extends TokenParams, CallOptions {
  /** How long the token has to last at least, in seconds; 60 if not given. */
  readonly minValidity?: number;
}

/**
 * An access token for an API: from memory, where one with more scopes does as well, else by refresh token, else
 * silently. Keep it no longer than the request that needs it. Throws `login_required` where nobody is signed in.
 */
export async function getAccessToken(
  context: FlowContext,
  params: AccessTokenParams = {},
): Promise<string> {
  const { signal, minValidity = 60 } = params;
  return validAccessToken(context, sessionAskedFor(context, params), {
    signal,
    minimum: minValidity * 1000,
  });
}
