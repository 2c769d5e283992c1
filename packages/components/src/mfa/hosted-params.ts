import type { HostedParams } from "../form/use-hosted-way.js";

/** What goes along to the tenant's own page, without what else the options of a step may have. */
export function hostedParams(options: HostedParams): HostedParams {
  const { connection, audience, scope, organization, appState } = options;
  return { connection, audience, scope, organization, appState };
}
