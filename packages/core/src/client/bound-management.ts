import type { FlowContext } from "../flows/flow-context.js";
import { managementAudience } from "../management/management-audience.js";
import type { Management } from "../management/management.js";
import { callsOnDemand } from "../transport/calls-on-demand.js";
import { load } from "../transport/load.js";

/** The Management API with access tokens of the session, each with the scopes that its call needs. */
export function boundManagement(context: FlowContext): Management {
  const calls = callsOnDemand(
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
    async (signal) => {
      const { epoch } = context.session;
      const part = () => import("./session-management.js");
      return (await load(part, { signal })).sessionManagement(context, epoch, signal);
    },
  );
  const audience = managementAudience(context.config.managementOrigin);
  return { ...(calls as unknown as Omit<Management, "audience">), audience };
}
