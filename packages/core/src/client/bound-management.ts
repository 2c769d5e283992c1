import type { FlowContext } from "../flows/flow-context.js";
import { validAccessToken } from "../flows/renewal.js";
import type { Management } from "../management/management.js";
import { load } from "../transport/load.js";

/** The Management API with access tokens of the session, each with the scopes that its call needs. */
export function boundManagement(context: FlowContext): Management {
  const bound = async () => {
    const { ManagementClient } = await load(() => import("../management/management-client.js"));
    const { managementOrigin: domain } = context.config;
    return new ManagementClient({
      domain,
      deadline: context.verification.tenant.requestDeadline,
      token: (scopes) => {
        const asked = { audience: `${domain}/api/v2/`, scope: ["openid", ...scopes].join(" ") };
        return validAccessToken(context, asked, { minimum: 60_000 });
      },
    });
  };
  return {
    getUser: async (...given) => (await bound()).getUser(...given),
    updateUserMetadata: async (...given) => (await bound()).updateUserMetadata(...given),
    patchUserAttributes: async (...given) => (await bound()).patchUserAttributes(...given),
    listIdentities: async (...given) => (await bound()).listIdentities(...given),
    linkIdentity: async (...given) => (await bound()).linkIdentity(...given),
    unlinkIdentity: async (...given) => (await bound()).unlinkIdentity(...given),
    createDeviceCredential: async (...given) => (await bound()).createDeviceCredential(...given),
    deleteDeviceCredential: async (...given) => (await bound()).deleteDeviceCredential(...given),
  };
}
