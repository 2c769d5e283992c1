import { authError } from "../errors/auth-error.js";
import { validAccessToken } from "../flows/renewal.js";
import { managementAccess, type FlowContext } from "../flows/flow-context.js";
import type { Management } from "../management/management.js";
import { load } from "../transport/load.js";
import { methodsOnDemand } from "./on-demand.js";

/** The Management API with access tokens of the session, each with the scopes that its call needs. */
export function boundManagement(context: FlowContext): Management {
  return methodsOnDemand(
    [
      "getUser",
      "updateUserMetadata",
      "patchUserAttributes",
      "listIdentities",
      "linkIdentity",
      "unlinkIdentity",
      "createDeviceCredential",
      "deleteDeviceCredential",
    ],
    async (signal): Promise<Management> => {
      const { epoch } = context.session;
      const part = () => import("../management/management-client.js");
      const { ManagementClient } = await load(part, { signal });
      const { managementOrigin: domain } = context.config;
      return new ManagementClient({
        domain,
        deadline: context.verification.tenant.requestDeadline,
        token: async (scopes) => {
          // The call was about whoever was signed in then; not every call names its user.
          if (context.session.epoch !== epoch) throw authError("aborted");
          const asked = managementAccess(context, scopes);
          return validAccessToken(context, asked, { minimum: 60_000, signal });
        },
      });
    },
  );
}
