import { authError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import { request } from "../transport/request.js";
import type { Tenant } from "./tenant.js";

/** Where a caller is, by their address. */
export interface UserCountry {
  /** Two letters, ISO 3166-1. */
  readonly countryCode: string;
  readonly countryName?: string;
  readonly ipAddress?: string;
}

/** GET /user/geoloc/country, which phone number fields begin with. */
export async function userCountry(tenant: Tenant, { signal }: CallOptions): Promise<UserCountry> {
  const body = await request({
    url: `${tenant.origin}/user/geoloc/country`,
    endpoint: "legacy",
    deadline: tenant.requestDeadline,
    signal,
  });
  const { countryCode, countryName, ipAddress } = body;
  if (typeof countryCode !== "string" || !/^[A-Z]{2}$/.test(countryCode)) {
    throw authError("invalid_response");
  }
  return {
    countryCode,
    ...(typeof countryName === "string" && { countryName }),
    ...(typeof ipAddress === "string" && { ipAddress }),
  };
}
