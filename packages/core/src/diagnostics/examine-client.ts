import type { AuthErrorCode } from "../errors/error-details.js";
import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";
import type { SilentAnswer } from "./silent-answer.js";

/** Whether the tenant knows the application and talks to this page, by the ways it refuses a made-up code. */
export function examineClient(
  { tenant, find }: Examination,
  tokenRefusal: AuthErrorCode | undefined,
  silent: SilentAnswer | undefined,
): Finding | undefined {
  const { clientId } = tenant;
  switch (tokenRefusal) {
    case "network":
    case "origin_not_allowed":
      // The tenant itself is there, so it is this page that gets no answer.
      return find("origin_not_allowed", { origin: window.location.origin });
    case "access_denied":
      return find(isKnown(silent) ? "not_a_public_client" : "unknown_client", { clientId });
    default:
      return undefined;
  }
}

/** To an unknown application Auth0 shows a page, and a development tenant says `invalid_request`. */
function isKnown(silent: SilentAnswer | undefined): boolean {
  if (!silent || silent.kind === "silence") return false;
  return silent.kind === "signed-in" || silent.error !== "invalid_request";
}
