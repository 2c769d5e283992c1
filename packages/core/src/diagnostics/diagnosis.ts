import { findingWords } from "./finding-words.js";
import type { Finding, FindingCode, Severity } from "./finding.js";

/** What is wrong, the most serious first. */
export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** What could not be judged: most of it because nobody is signed in at the tenant. */
  readonly unchecked: readonly FindingCode[];
}

/** Puts findings in order. */
export function diagnosisOf(
  findings: readonly Finding[],
  unchecked: readonly FindingCode[],
): Diagnosis {
  const order: readonly Severity[] = ["error", "warning", "hint"];
  const rank = ({ severity }: Finding) => order.indexOf(severity);
  const found = findings.map(({ code }) => code);
  return {
    findings: findings.toSorted((a, b) => rank(a) - rank(b)),
    unchecked: unchecked.filter((code) => !found.includes(code)),
  };
}

/** What is examined before anything is asked of the application. */
const first: readonly FindingCode[] = [
  "insecure_context",
  "storage_blocked",
  "foreign_redirect_uri",
  "opener_policy",
  "tenant_unreachable",
  "not_an_auth0_tenant",
  "blocked_by_own_policy",
];

/** A diagnosis that could go no further. */
export function stoppedAt(findings: readonly Finding[]): Diagnosis {
  const codes = Object.keys(findingWords) as FindingCode[];
  return diagnosisOf(
    findings,
    codes.filter((code) => !first.includes(code)),
  );
}
