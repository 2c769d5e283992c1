import type { Tenant } from "../authentication/tenant.js";
import type { WebMessageRequest, WebMessageResponse } from "../browser/web-message.js";
import { callEngine } from "./call-engine.js";
import { guardMessages } from "./guard-messages.js";

const longestTimer = 2 ** 31 - 1;

/**
 * Has auth0-js ask `/authorize` in its hidden iframe and gives the answer as it came. Its own check of ID tokens is
 * left out: it takes tokens that Portico's refuses, fetches the keys anew for each, and calls a failed fetch a bad token.
 */
export async function askInFrame(
  tenant: Tenant,
  { url, origin, state, deadline, signal }: WebMessageRequest,
): Promise<WebMessageResponse> {
  const guard = guardMessages({ url, origin, state });
  try {
    return await callEngine(tenant, {
      endpoint: "authorize",
      deadline,
      signal,
      invoke(webAuth, done) {
        const finish = () => done(null, guard.response());
        webAuth.validateAuthenticationResponse = finish;
        webAuth.client.buildAuthorizeUrl = () => url;
        const options = {
          redirectUri: window.location.origin,
          state,
          // Given one, it keeps no transaction.
          nonce: state,
          // Never before our own deadline, which also ends its waiting.
          timeout: Math.min(deadline * 2, longestTimer),
        };
        webAuth.checkSession(options, finish);
      },
      read: () => guard.response(),
    });
  } finally {
    guard.end();
  }
}
