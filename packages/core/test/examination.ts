import { resolveConfig, type AuthConfig } from "../src/client/auth-config.js";
import type { Examination } from "../src/diagnostics/examination.js";
import { finding } from "../src/diagnostics/finding.js";

/** An application "abc" at the tenant id.example under examination, configured as the test says. */
export function examinationFor(
  config: Partial<AuthConfig> = {},
  replaced: Partial<Examination> = {},
): Examination {
  const resolved = resolveConfig({ domain: "id.example", clientId: "abc", ...config });
  return {
    config: resolved,
    tenant: { origin: resolved.origin, clientId: "abc", requestDeadline: 5000 },
    user: undefined,
    find: (code, details) => finding(code, details, "abc"),
    ...replaced,
  };
}
