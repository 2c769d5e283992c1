import { authError } from "../errors/auth-error.js";
import type { Endpoint } from "../errors/wire-errors.js";
import type { CallOptions } from "../transport/deadline.js";
import { request, type JsonObject, type TenantRequest } from "../transport/request.js";
import { legacyCatalogue, type LegacyName } from "./legacy-catalogue.js";
import { rememberMfaRefusal } from "./mfa-refusal.js";
import type { Tenant } from "./tenant.js";

/** Asks a retired endpoint. Throws `legacy_endpoint_disabled` where the tenant has switched it off. */
export function legacyRequest(
  name: LegacyName,
  tenant: Tenant,
  asked: { readonly path: string; readonly endpoint?: Endpoint } & Pick<
    TenantRequest,
    "json" | "withCookies"
  >,
  { signal }: CallOptions,
): Promise<JsonObject> {
  const { path, endpoint = "legacy", ...rest } = asked;
  return request({
    ...rest,
    url: `${tenant.origin}${path}`,
    endpoint,
    deadline: tenant.requestDeadline,
    signal,
    forwardedFor: tenant.forwardedFor,
    readRefusal(_, info) {
      if (info.status !== 404 && info.status !== 410) return undefined;
      return authError("legacy_endpoint_disabled", { modern: legacyCatalogue[name].modern }, info);
    },
    onRefused: rememberMfaRefusal,
  });
}
