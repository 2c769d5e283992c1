import type { AuthClient } from "../client/auth-client.js";
import { contextOf } from "../client/client-context.js";
import { authError } from "../errors/auth-error.js";
import { currentSession } from "../flows/flow-context.js";
import type { CallOptions } from "../transport/deadline.js";
import { diagnosisOf, stoppedAt, type Diagnosis } from "./diagnosis.js";
import { examineClient } from "./examine-client.js";
import { examineCookies } from "./examine-cookies.js";
import { examineCredentials } from "./examine-credentials.js";
import { examineGrants, probeTokenEndpoint } from "./examine-grants.js";
import { examineHeaders, examinePage, ownHeaders } from "./examine-page.js";
import { examineManagement } from "./examine-management.js";
import { examinePopupCallback } from "./examine-popup-callback.js";
import { examineSilentLogin } from "./examine-silent-login.js";
import { examineTenant } from "./examine-tenant.js";
import { examineWindow } from "./examine-window.js";
import type { Examination } from "./examination.js";
import { finding, type Finding, type FindingCode } from "./finding.js";
import { watchOwnPolicy, type PolicyWatch } from "./own-policy.js";
import { openProbeWindow, windowAnswer, type WindowAnswer } from "./probe-window.js";
import { silentAnswer, type SilentAnswer } from "./silent-answer.js";

export type { Diagnosis } from "./diagnosis.js";
export type { Finding, FindingCode, FindingDetails, FindingWords, Severity } from "./finding.js";

/** What `diagnose` takes. */
export interface DiagnoseOptions extends CallOptions {
  /** Also opens a small window at the tenant for a moment. Call it in the click itself then. */
  readonly interactive?: boolean | undefined;
}

/**
 * Finds out why sign-in does not work in this page, and the setting to change. It signs nobody in or out, creates
 * and sends nothing, and leaves the client as it is. Throws `aborted` only.
 */
export async function diagnose(
  client: AuthClient,
  options: DiagnoseOptions = {},
): Promise<Diagnosis> {
  const examination = examinationOf(client, options);
  // Before the first await, as browsers demand it.
  const popup = options.interactive ? openProbeWindow() : undefined;
  const policy = watchOwnPolicy(examination);
  try {
    return await examine(examination, policy, popup);
  } finally {
    policy.stop();
    popup?.close();
  }
}

function examinationOf(client: AuthClient, { signal }: DiagnoseOptions): Examination {
  const known = contextOf(client);
  if (!known) {
    throw new Error(
      "diagnose was given a client that createAuthClient did not make. Nothing was examined. Pass the app's own client.",
    );
  }
  if (typeof window === "undefined") {
    throw new Error(
      "diagnose was called on a server. Nothing was examined. Call it in the page that does not work.",
    );
  }
  if (signal?.aborted) throw authError("aborted");
  const { config, context } = known;
  return {
    config,
    tenant: context.verification.tenant,
    user: currentSession(context)?.user,
    signal,
    find: (code, details) => finding(code, details, config.clientId),
  };
}

async function examine(
  examination: Examination,
  policy: PolicyWatch,
  popup: Window | null | undefined,
): Promise<Diagnosis> {
  const page = examinePage(examination);
  if (has(page, "insecure_context")) return stoppedAt(page);
  const [headers, tenant] = await Promise.all([
    ownHeaders(examination),
    examineTenant(examination),
  ]);
  page.push(...examineHeaders(examination, headers));
  if (policy.isBlocked("connect-src")) {
    // For what the policy says about frames.
    await silentAnswer(examination);
    return stoppedAt([...page, ...policy.findings()]);
  }
  if (tenant) return stoppedAt([...page, tenant]);
  return examineApplication(examination, { page, headers, policy, popup });
}

interface Before {
  readonly page: readonly Finding[];
  readonly headers: Headers;
  readonly policy: PolicyWatch;
  readonly popup: Window | null | undefined;
}

/** What the tenant says to this application. */
async function examineApplication(
  examination: Examination,
  { page, headers, policy, popup }: Before,
): Promise<Diagnosis> {
  const isForeign = has(page, "foreign_redirect_uri");
  const [tokenRefusal, silent, inWindow] = await Promise.all([
    probeTokenEndpoint(examination),
    isForeign ? undefined : silentAnswer(examination),
    popup ? windowAnswer(examination, popup) : undefined,
  ]);
  const client = examineClient(examination, tokenRefusal, silent);
  if (client?.code === "unknown_client") return stoppedAt([...page, client]);
  const isRefused = client?.code === "origin_not_allowed";
  const judgesFrames = silent && !policy.isBlocked("frame-src");
  const known = { tokenRefusal, headers };
  const more = await Promise.all([
    isRefused ? [] : examineCredentials(examination),
    isRefused ? [] : examineGrants(examination),
    judgesFrames ? examineSilentLogin(examination, silent, known) : [],
    judgesFrames ? examinePopupCallback(examination, known) : [],
    judgesFrames ? examineManagement(examination, silent) : [],
  ]);
  const findings = [
    ...page,
    ...policy.findings(),
    ...(client ? [client] : []),
    ...more.flat(),
    ...(judgesFrames ? examineCookies(examination, silent, inWindow) : []),
    ...examineWindow(examination, page, { popup, inWindow }),
  ];
  return diagnosisOf(findings, uncheckedBy(silent, inWindow, has(findings, "different_site")));
}

/** Without a user at the tenant there is no ID token to look at, and without a window no way to compare. */
function uncheckedBy(
  silent: SilentAnswer | undefined,
  inWindow: WindowAnswer | undefined,
  isElsewhere: boolean,
): FindingCode[] {
  const hasToken = silent?.kind === "signed-in" && silent.idToken !== undefined;
  return [
    ...(hasToken ? [] : (["clock_skew", "unsupported_algorithm"] as const)),
    ...(inWindow === undefined ? (["popups_blocked", "popups_cut_off"] as const) : []),
    ...(isElsewhere && inWindow !== "signed-in" ? (["third_party_cookies_blocked"] as const) : []),
  ];
}

function has(findings: readonly Finding[], code: FindingCode): boolean {
  return findings.some((one) => one.code === code);
}
