import { authError } from "../errors/auth-error.js";
import type { FlowContext } from "../flows/flow-context.js";
import { managementAccess } from "../flows/management-access.js";
import { validAccessToken } from "../flows/renewal.js";
import { ManagementClient } from "../management/management-client.js";
import type { Management } from "../management/management.js";

/** The Management API for one call that began in `epoch`. */
export function sessionManagement(
  context: FlowContext,
  epoch: number,
  signal: AbortSignal | undefined,
): Management {
  const { config, session, verification } = context;
  return new ManagementClient({
    domain: config.managementOrigin,
    deadline: verification.tenant.requestDeadline,
    token: async (scopes) => {
      // The call was about whoever was signed in then; not every call names its user.
      if (session.epoch !== epoch) throw authError("aborted");
      return validAccessToken(context, managementAccess(context, scopes), {
        minimum: 60_000,
        signal,
      });
    },
  });
}
