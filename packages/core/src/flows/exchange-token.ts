import type { TokenExchange } from "../authentication/token-exchange.js";
import type { CallOptions } from "../transport/deadline.js";
import { orChallenge } from "./or-challenge.js";
import {
  askedFor,
  assertRunnable,
  watchSignOut,
  type FlowContext,
  type TokenParams,
} from "./flow-context.js";
import { keepSignIn } from "./keep-tokens.js";
import type { Authenticated, Challenged } from "./outcome.js";

/** What `customTokenExchange` takes. */
export interface TokenExchangeParams extends TokenExchange, TokenParams, CallOptions {}

/** Signs in with a token of somebody else's that the tenant trusts: POST /oauth/token, RFC 8693. */
export async function customTokenExchange(
  context: FlowContext,
  params: TokenExchangeParams,
): Promise<Authenticated | Challenged> {
  assertRunnable();
  const { subjectToken, subjectTokenType, actorToken, actorTokenType, extra, signal } = params;
  if (!subjectToken || !subjectTokenType) {
    throw new Error(
      "customTokenExchange was called without a token or without its type. Nothing was sent. Pass { subjectToken, subjectTokenType }.",
    );
  }
  const exchange = { subjectToken, subjectTokenType, actorToken, actorTokenType, extra };
  const asked = askedFor(context, params);
  const assertStillWanted = watchSignOut(context);
  return orChallenge(asked, async () => {
    const tokens = await context.engine.exchangeToken(exchange, asked, { signal });
    assertStillWanted();
    return keepSignIn(context, tokens, asked, { seenSilently: false });
  });
}
