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
    async (): Promise<Management> => {
      const { ManagementClient } = await load(() => import("../management/management-client.js"));
      const { managementOrigin: domain } = context.config;
      return new ManagementClient({
        domain,
        deadline: context.verification.tenant.requestDeadline,
        token: (scopes) =>
          validAccessToken(context, managementAccess(context, scopes), { minimum: 60_000 }),
      });
    },
  );
}
