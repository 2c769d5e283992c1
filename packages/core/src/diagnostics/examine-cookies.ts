import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";
import type { WindowAnswer } from "./probe-window.js";
import type { SilentAnswer } from "./silent-answer.js";
import { isSameSite } from "./site-of.js";

/** Whether the tenant's cookies reach it from this page; `popup` is known where a window could be asked. */
export function examineCookies(
  { tenant, user, find }: Examination,
  silent: SilentAnswer,
  popup: WindowAnswer | undefined,
): Finding[] {
  const app = window.location.origin;
  const sites = { app, tenant: tenant.origin };
  const isUnknown = silent.kind === "refused" && silent.error === "login_required";
  if (isUnknown && popup === "signed-in") return [find("third_party_cookies_blocked", sites)];
  if (!isSameSite(new URL(app), new URL(tenant.origin))) return [find("different_site", sites)];
  const [connection = ""] = user?.sub.split("|") ?? [];
  const isSocial = connection !== "" && !ownConnections.includes(connection);
  return isUnknown && isSocial ? [find("development_keys", { connection })] : [];
}

/** Users of these have no keys at a provider. */
const ownConnections = ["auth0", "email", "sms"];
