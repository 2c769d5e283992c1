import { managementAudience } from "../management/management-audience.js";
import type { CurrentUserScope } from "../management/management.js";
import type { AskedFor } from "../session/asked-for.js";
import type { FlowContext } from "./flow-context.js";
import { sessionAskedFor } from "./session-asked-for.js";

/** What an access token for the Management API is asked for with. */
export function managementAccess(
  context: FlowContext,
  scopes: readonly CurrentUserScope[],
): AskedFor {
  const audience = managementAudience(context.config.managementOrigin);
  return sessionAskedFor(context, { audience, scope: scopes.join(" ") });
}

/** Linking, and looking at what came of it, in one token: asked for before the proof, which changes the tenant's session. */
export const linkingScopes: readonly CurrentUserScope[] = [
  "read:current_user",
  "update:current_user_identities",
];
