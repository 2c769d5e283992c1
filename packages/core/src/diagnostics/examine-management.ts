import { managementAudience } from "../management/management-audience.js";
import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";
import { silentAnswer, type SilentAnswer } from "./silent-answer.js";

/** Whether the tenant knows the Management API by the name that `client.management` asks for. */
export async function examineManagement(
  examination: Examination,
  silent: SilentAnswer,
): Promise<Finding[]> {
  const { config, find } = examination;
  const audience = managementAudience(config.managementOrigin);
  // Auth0's own hosts have it; a refusal or silence whatever is asked for says nothing about it.
  if (new URL(audience).hostname.endsWith(".auth0.com") || !answers(silent)) return [];
  const answer = await silentAnswer(examination, { audience });
  const isUnknown = answer.kind === "refused" && answer.error === "access_denied";
  return isUnknown ? [find("management_on_custom_domain", { audience })] : [];
}

function answers(silent: SilentAnswer): boolean {
  return (
    silent.kind === "signed-in" || (silent.kind === "refused" && silent.error === "login_required")
  );
}
