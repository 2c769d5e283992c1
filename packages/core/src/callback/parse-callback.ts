import type { AuthorizationResponse } from "./authorization-response.js";
import { parseResponse } from "./parse-response.js";

/**
 * Reads an authorization response from an address, a query (`?…`) or a fragment (`#…`); from this page's address, which
 * stays as it is, if none is given. It never throws and believes nothing: tokens in it are not verified yet.
 */
export function parseCallback(url?: string): AuthorizationResponse {
  const address: unknown = url ?? globalThis.location?.href;
  if (typeof address !== "string") return { kind: "none" };
  const search = address.replace(/#.*/s, "").replace(/[^?]*/, "");
  return parseResponse(search, address.replace(/[^#]*/, ""));
}
