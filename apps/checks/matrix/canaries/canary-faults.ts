import type { NewFaultRule } from "@portico/tenant";

/** What becomes of a request, and the code of the failure that the app is told of. */
export interface CanaryFault {
  readonly id: string;
  readonly fault: NewFaultRule["fault"];
  readonly code: string;
  /** It takes the deadline to find out. */
  readonly untilDeadline?: true;
  /** The tenant has done its work, so a code that was sent along is spent. */
  readonly spends?: true;
}

/** The twenty things that can become of a request that a page sends. */
export const canaryFaults: readonly CanaryFault[] = [
  // No answer.
  { id: "silent", fault: "hang", code: "timeout", untilDeadline: true },
  { id: "dropped", fault: "network", code: "network" },
  // Refused.
  { id: "401 {}", fault: { kind: "json-empty", status: 401 }, code: "access_denied" },
  { id: "403 without a body", fault: "empty403", code: "access_denied" },
  { id: "403 in plain text", fault: "text403", code: "origin_not_allowed" },
  { id: "400 {}", fault: { kind: "json-empty", status: 400 }, code: "server" },
  // Limited.
  {
    id: "429 with Retry-After",
    fault: { kind: "429-global", retryAfter: 7 },
    code: "rate_limited",
  },
  {
    id: "429 with a Retry-After that is none",
    fault: { kind: "429-global", retryAfter: "soon" },
    code: "rate_limited",
  },
  // Broken.
  { id: "500 HTML", fault: "html500", code: "server" },
  { id: "502 HTML called JSON", fault: "json502", code: "server" },
  // Successes that are none.
  { id: "200 HTML", fault: "html200", code: "invalid_response" },
  { id: "200 without JSON", fault: "empty200", code: "invalid_response" },
  { id: "204", fault: "empty204", code: "invalid_response" },
  { id: "200 null", fault: "null200", code: "invalid_response" },
  { id: "200 []", fault: "array200", code: "invalid_response" },
  { id: "200 {}", fault: "object200", code: "invalid_response" },
  { id: "200 with an empty error", fault: "error200", code: "invalid_response" },
  { id: "200 of 1 MB", fault: "large200", code: "invalid_response" },
  // The answer is lost on its way.
  { id: "no CORS headers", fault: "no-cors", code: "network", spends: true },
  {
    id: "a body that never ends",
    fault: "body-hangs",
    code: "timeout",
    untilDeadline: true,
    spends: true,
  },
];
