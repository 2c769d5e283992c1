import type { SignInEvents } from "../form/sign-in-events.js";
import type { HostedParams } from "../form/use-hosted-way.js";

/** What the form of a step takes: what goes along to the tenant's own page, and what it tells. */
export interface MfaStepOptions extends HostedParams, SignInEvents {}

/** These, without what else the options may have. */
export function stepOptions(options: MfaStepOptions): MfaStepOptions {
  const { connection, audience, scope, organization, invitation, appState } = options;
  const { onSubmit, onSuccess, onError } = options;
  const params = { connection, audience, scope, organization, invitation, appState };
  return { ...params, onSubmit, onSuccess, onError };
}
