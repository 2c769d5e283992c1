import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";

/** Whether a fresh ID token is signed as it has to be, and issued at about this moment. */
export function examineIdToken({ config, find }: Examination, idToken: string): Finding[] {
  const { alg } = partOf(idToken, 0);
  const { iat } = partOf(idToken, 1);
  const findings: Finding[] = [];
  if (alg !== "RS256") findings.push(find("unsupported_algorithm", {}));
  const seconds = typeof iat === "number" ? Math.round(iat - Date.now() / 1000) : 0;
  // An answer takes a moment, and times are whole seconds.
  const tolerated = Math.max(config.leeway, seconds < 0 ? 30 : 1);
  if (Math.abs(seconds) > tolerated) {
    findings.push(find("clock_skew", { seconds, leeway: Math.abs(seconds) + 10 }));
  }
  return findings;
}

function partOf(token: string, at: number): Readonly<Record<string, unknown>> {
  const text = token.split(".")[at] ?? "";
  try {
    const part: unknown = JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof part === "object" && part !== null ? { ...part } : {};
  } catch {
    return {};
  }
}
