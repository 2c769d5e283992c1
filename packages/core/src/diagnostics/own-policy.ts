import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";

/** What the page's Content-Security-Policy has kept from the tenant since the watch began. */
export interface PolicyWatch {
  findings(): Finding[];
  isBlocked(directive: string): boolean;
  stop(): void;
}

/** Notes each directive of the page's policy that stops a request to the tenant (CSP Level 3, section 5). */
export function watchOwnPolicy({ tenant: { origin }, find }: Examination): PolicyWatch {
  const directives = new Set<string>();
  const onViolation = (event: SecurityPolicyViolationEvent) => {
    const { blockedURI, disposition, effectiveDirective } = event;
    const isTenants = blockedURI === origin || blockedURI.startsWith(`${origin}/`);
    if (isTenants && disposition === "enforce") directives.add(effectiveDirective);
  };
  document.addEventListener("securitypolicyviolation", onViolation);
  return {
    findings: () =>
      [...directives].map((directive) => find("blocked_by_own_policy", { directive, origin })),
    isBlocked: (directive) => directives.has(directive),
    stop: () => document.removeEventListener("securitypolicyviolation", onViolation),
  };
}
