import type { AuthErrorCode } from "../errors/error-details.js";
import { comesBack } from "./callback-frame.js";
import { mayBeFramed } from "./examine-page.js";
import { examineIdToken } from "./examine-id-token.js";
import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";
import { silentAnswer, type SilentAnswer } from "./silent-answer.js";

/** What is known already when a silent login is judged. */
export interface KnownBefore {
  /** How the token endpoint refused a code that nobody gave out. */
  readonly tokenRefusal: AuthErrorCode | undefined;
  /** The headers of this page. */
  readonly headers: Headers;
}

/** Why a silent login is answered as it is. */
export async function examineSilentLogin(
  examination: Examination,
  answer: SilentAnswer,
  known: KnownBefore,
): Promise<Finding[]> {
  switch (answer.kind) {
    case "signed-in":
      return answer.idToken === undefined ? [] : examineIdToken(examination, answer.idToken);
    case "silence":
      return [await explainSilence(examination, known)];
    default:
      return explainRefusal(examination, answer.error, known);
  }
}

async function explainSilence(
  examination: Examination,
  { headers }: KnownBefore,
): Promise<Finding> {
  const { config, tenant, find } = examination;
  const redirectUri = config.redirectUri();
  if (await comesBack(examination)) return find("frames_refused", { origin: tenant.origin });
  // Where this page may not be framed, its callback cannot be seen to come back either.
  const code = mayBeFramed(headers) ? "callback_not_allowed" : "no_silent_answer";
  return find(code, { redirectUri });
}

async function explainRefusal(
  examination: Examination,
  error: string,
  known: KnownBefore,
): Promise<Finding[]> {
  const { config, find } = examination;
  const { audience, organization } = config;
  const { origin, hostname } = window.location;
  switch (error) {
    case "consent_required":
      return isLoopback(hostname)
        ? [find("loopback_consent", { origin })]
        : [find("consent_required", { audience })];
    case "access_denied":
      return audience !== undefined && (await isOtherwise(examination, error, "audience"))
        ? [unknownAudience(examination, audience)]
        : [];
    case "invalid_request":
      return organization !== undefined && (await isOtherwise(examination, error, "organization"))
        ? [find("unknown_organization", { organization })]
        : [];
    case "unauthorized_client":
      return [await explainUnauthorized(examination, known)];
    default:
      return [];
  }
}

/** Whether the tenant answers something else once a parameter is left out. */
async function isOtherwise(
  examination: Examination,
  error: string,
  parameter: "audience" | "organization",
): Promise<boolean> {
  const answer = await silentAnswer(examination, { [parameter]: undefined });
  return answer.kind !== "refused" || answer.error !== error;
}

function unknownAudience({ find }: Examination, audience: string): Finding {
  const isManagement = audience.endsWith("/api/v2/");
  return find(isManagement ? "management_on_custom_domain" : "unknown_audience", { audience });
}

/** Either the callback is not allowed, or the response type. */
async function explainUnauthorized(
  examination: Examination,
  { tokenRefusal }: KnownBefore,
): Promise<Finding> {
  const { config, find } = examination;
  const notAllowed = find("callback_not_allowed", { redirectUri: config.redirectUri() });
  if (config.responseType === "code") {
    return tokenRefusal === "unauthorized_client"
      ? find("grant_off", { grant: "authorization_code" })
      : notAllowed;
  }
  const byCode = await silentAnswer(examination, { responseType: "code" });
  const isSame = byCode.kind === "refused" && byCode.error === "unauthorized_client";
  return isSame ? notAllowed : find("grant_off", { grant: "implicit" });
}

/** Auth0 counts these names as development. */
function isLoopback(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
