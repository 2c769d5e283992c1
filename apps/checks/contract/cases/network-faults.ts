import type { NewFaultRule } from "@portico/tenant";

/** A fault, what every call that meets it ends as, and whether it takes the deadline to find out. */
export interface NetworkFault {
  readonly fault: NewFaultRule["fault"];
  /** Undefined where the call succeeds all the same. */
  readonly code: string | undefined;
  readonly untilDeadline?: boolean;
}

/** What can become of a request that page code sends. */
export const requestFaults: readonly NetworkFault[] = [
  { fault: "network", code: "network" },
  { fault: "no-cors", code: "network" },
  { fault: "hang", code: "timeout", untilDeadline: true },
  { fault: "body-hangs", code: "timeout", untilDeadline: true },
  { fault: "body-cut", code: "network" },
  { fault: "text403", code: "origin_not_allowed" },
  { fault: "empty403", code: "access_denied" },
  { fault: { kind: "429-global", retryAfter: 7 }, code: "rate_limited" },
  { fault: { kind: "429-global", retryAfter: "soon" }, code: "rate_limited" },
  { fault: "html500", code: "server" },
  { fault: "json500", code: "server" },
  { fault: "empty500", code: "server" },
  { fault: "html502", code: "server" },
  { fault: "json502", code: "server" },
  { fault: "empty503", code: "server" },
  { fault: "html200", code: "invalid_response" },
  { fault: "text200", code: "invalid_response" },
  { fault: "empty200", code: "invalid_response" },
  { fault: "empty204", code: "invalid_response" },
  { fault: "null200", code: "invalid_response" },
  { fault: "array200", code: "invalid_response" },
  { fault: "object200", code: "invalid_response" },
  { fault: "error200", code: "invalid_response" },
  { fault: "large200", code: "invalid_response" },
  { fault: "json-truncated", code: "invalid_response" },
];

/** Those in which the tenant does its work, so that a code is spent although its answer is lost. */
const spends: readonly unknown[] = ["no-cors", "body-hangs", "body-cut", "json-truncated"];
/** The others. */
export const sparingFaults = requestFaults.filter(({ fault }) => !spends.includes(fault));

/** What can become of the page in the hidden frame: it never says what is waited for. */
export const frameFaults: readonly NetworkFault[] = (
  [
    "network",
    "hang",
    "html500",
    "html200",
    "empty204",
    "xfo",
    "wm-silent",
    "wm-no-state",
    "wm-wrong-state",
    "wm-wrong-origin",
    "wm-html",
  ] as const
).map((fault) => ({ fault, code: "timeout", untilDeadline: true }));

/** What can become of the keys. */
export const keyFaults: readonly NetworkFault[] = [
  { fault: "jwks-down", code: "server" },
  { fault: "network", code: "network" },
  { fault: "hang", code: "timeout", untilDeadline: true },
  { fault: "jwks-garbage", code: "invalid_response" },
  { fault: "html200", code: "invalid_response" },
  { fault: "jwks-empty", code: "invalid_token" },
  { fault: "jwks-unknown-kid", code: "invalid_token" },
];

/** Those that need an answer with a body. */
const ofBodies: readonly unknown[] = ["body-hangs", "body-cut", "json-truncated"];

/** What can become of a request whose end nobody waits for, and whose answer is empty. */
export const unheardFaults: readonly NetworkFault[] = requestFaults
  .filter(({ fault }) => !ofBodies.includes(fault))
  .map(({ fault }) => ({ fault, code: undefined }));
