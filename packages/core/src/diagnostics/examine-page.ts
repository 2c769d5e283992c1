import { withDeadline } from "../transport/deadline.js";
import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";

/** What this page itself stands in the way of; asks nobody. */
export function examinePage({ config, find }: Examination): Finding[] {
  const findings: Finding[] = [];
  const { origin } = window.location;
  if (!globalThis.crypto?.subtle) findings.push(find("insecure_context", { origin }));
  if (!canStore()) findings.push(find("storage_blocked", {}));
  const redirectUri = config.redirectUri();
  if (new URL(redirectUri).origin !== origin) {
    findings.push(find("foreign_redirect_uri", { redirectUri }));
  }
  return findings;
}

function canStore(): boolean {
  const key = "portico.diagnose";
  try {
    sessionStorage.setItem(key, key);
    const kept = sessionStorage.getItem(key) === key;
    sessionStorage.removeItem(key);
    return kept;
  } catch {
    return false;
  }
}

/** The headers that this page is served with, where its own server tells them again: HEAD on its address. */
export async function ownHeaders({ tenant, signal }: Examination): Promise<Headers> {
  const { origin, pathname } = window.location;
  try {
    return await withDeadline(tenant.requestDeadline, { signal }, async (ended) => {
      const own = await fetch(origin + pathname, { method: "HEAD", signal: ended });
      return own.headers;
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return new Headers();
  }
}

/** A page that is cut off from the windows it opens. */
export function examineHeaders({ find }: Examination, headers: Headers): Finding[] {
  const [policy = ""] = headers.get("cross-origin-opener-policy")?.split(";") ?? [];
  const cutsOff = ["same-origin", "same-origin-plus-coep", "noopener-allow-popups"];
  return cutsOff.includes(policy) ? [find("opener_policy", { policy })] : [];
}

/** Whether a page with these headers may be shown in a frame of its own origin. */
export function mayBeFramed(headers: Headers): boolean {
  const policy = headers.get("content-security-policy") ?? "";
  const [, ancestors] = /frame-ancestors([^;]*)/i.exec(policy) ?? [];
  if (ancestors !== undefined) return !/'none'/i.test(ancestors);
  return headers.get("x-frame-options")?.toLowerCase() !== "deny";
}
