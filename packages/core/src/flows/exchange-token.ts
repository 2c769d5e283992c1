import type { TokenExchange } from "../authentication/token-exchange.js";
import type { CallOptions } from "../transport/deadline.js";
import type { FlowContext, TokenParams } from "./flow-context.js";
import type { Authenticated, Challenged } from "./outcome.js";

/** What `customTokenExchange` takes. */
export interface TokenExchangeParams extends TokenExchange, TokenParams, CallOptions {}

/** Signs in with a token of somebody else's that the tenant trusts: POST /oauth/token, RFC 8693. */
export async function customTokenExchange(
  _context: FlowContext,
  _params: TokenExchangeParams,
): Promise<Authenticated | Challenged> {
  throw new Error("stub");
}
