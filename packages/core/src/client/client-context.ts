import type { FlowContext } from "../flows/flow-context.js";
import type { ResolvedConfig } from "./auth-config.js";

/** What stands behind a client, for the rooms of this package that look after one. */
export interface ClientContext {
  readonly context: FlowContext;
  readonly config: ResolvedConfig;
}

const contexts = new WeakMap<object, ClientContext>();

/** Notes what a client was made of. */
export function rememberContext(
  client: object,
  context: FlowContext,
  config: ResolvedConfig,
): void {
  contexts.set(client, { context, config });
}

/** What a client was made of; undefined for one that `createAuthClient` did not make. */
export function contextOf(client: object): ClientContext | undefined {
  return contexts.get(client);
}
