import { accessTokenKey, type AskedFor } from "../session/asked-for.js";
import { askedForOf } from "../session/asked-for-of.js";
import { askedFor, type FlowContext, type TokenParams } from "./flow-context.js";

/**
 * Audience and scope of a call about the session: one that names nothing is about what its sign-in asked for, and whoever
 * signed in to an organization stays in it.
 */
export function sessionAskedFor(context: FlowContext, params: TokenParams): AskedFor {
  const { tokens } = context.session;
  const own = tokens && askedForOf(tokens.key);
  const { audience, scope, organization = own?.organization } = params;
  const asked = askedFor(context, { ...params, organization });
  const namesNothing = audience === undefined && scope === undefined;
  const isOwn = own && namesNothing && organization === own.organization;
  // The name of a token has its scopes in order; where the configuration says the same, it says it in its own words.
  return isOwn && tokens.key !== accessTokenKey(asked) ? own : asked;
}
