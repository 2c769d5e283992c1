import type { HttpContext } from "../http/environment.js";
import type { FaultOf } from "./fault-table.js";
import { takeFault } from "./take-fault.js";

/** The members of an answer, some of which are tokens and what is said of them. */
export type TokenMembers = Readonly<Record<string, string | number>>;

const concerned: Readonly<Record<FaultOf<"token-response">, string>> = {
  "expires-in-string": "expires_in",
  "expires-in-absent": "expires_in",
  "id-token-absent": "id_token",
};

/** Spoils what the token endpoint or `/authorize` says of tokens; answers without are left alone. */
export function spoilTokenResponse(c: HttpContext, members: TokenMembers): TokenMembers {
  const fault = takeFault(c, "token-response", (kind) => Object.hasOwn(members, concerned[kind]));
  if (!fault) return members;
  const { [concerned[fault.kind]]: value, ...rest } = members;
  return fault.kind === "expires-in-string" ? { ...rest, expires_in: String(value) } : rest;
}
