import type { NewFaultRule } from "@portico/tenant";

/** An answer that no fault switch of the tenant gives: it never reaches the tenant. */
export interface GivenAnswer {
  readonly status: number;
  readonly json: object;
}

/** What goes wrong with a request, and what every call that meets it ends as. */
export interface NetworkFault {
  /** Unique among all faults. */
  readonly id: string;
  readonly fault: NewFaultRule["fault"] | GivenAnswer;
  /** Undefined where the call succeeds all the same. */
  readonly code: string | undefined;
  /** Whether only a deadline can tell. */
  readonly untilDeadline?: boolean;
  /** The least and the most that the error has to say, in milliseconds; nothing at all if not given. */
  readonly retryAfter?: readonly [least: number, most: number];
}

/** Each of these by its own name, with one code for all. */
function named(
  code: string | undefined,
  ...names: readonly Extract<NewFaultRule["fault"], string>[]
): NetworkFault[] {
  return names.map((fault) => ({ id: fault, fault, code }));
}

/** Asked too often, and when to ask again. The date first: page clocks only ever go ahead of the tenant's. */
const limits: readonly NetworkFault[] = [
  {
    id: "429, wait until a date",
    fault: { kind: "429-global", retryAfter: 50, asDate: true },
    code: "rate_limited",
    retryAfter: [1, 50_000],
  },
  {
    id: "429, wait 7 seconds",
    fault: { kind: "429-global", retryAfter: 7, rateLimit: true },
    code: "rate_limited",
    retryAfter: [7000, 7000],
  },
  {
    id: "429, wait for ever",
    fault: { kind: "429-global", retryAfter: "999999999999" },
    code: "rate_limited",
    retryAfter: [60_000, 60_000],
  },
  {
    id: "429, wait for a word",
    fault: { kind: "429-global", retryAfter: "soon" },
    code: "rate_limited",
  },
  { id: "429, says not how long", fault: { kind: "429-global" }, code: "rate_limited" },
  { id: "429, too many attempts", fault: { kind: "429-attempts" }, code: "too_many_attempts" },
];

/** Refusals in JSON that say nothing which is known, or say it in another shape than a text. */
const refusals: readonly NetworkFault[] = [
  { id: "401, {}", fault: { kind: "json-empty", status: 401 }, code: "access_denied" },
  { id: "400, {}", fault: { kind: "json-empty", status: 400 }, code: "server" },
  {
    id: "401, an unknown word",
    fault: { status: 401, json: { error: "toString", error_description: "<img src=x>" } },
    code: "access_denied",
  },
  {
    id: "400, a description that is an object",
    fault: {
      status: 400,
      json: {
        name: "PasswordStrengthError",
        code: "invalid_password",
        description: { rules: [{ code: "lengthAtLeast", format: [8] }], verified: false },
        policy: "* At least 8 characters in length",
        statusCode: 400,
      },
    },
    code: "server",
  },
];

/** What can become of a request that page code sends. */
export const requestFaults: readonly NetworkFault[] = [
  ...limits,
  ...named("network", "network", "answer-lost", "no-cors", "body-cut"),
  { id: "hang", fault: "hang", code: "timeout", untilDeadline: true },
  { id: "body-hangs", fault: "body-hangs", code: "timeout", untilDeadline: true },
  ...refusals,
  ...named("origin_not_allowed", "text403"),
  ...named("access_denied", "empty403"),
  ...named("server", "html500", "json500", "empty500", "html502", "json502", "empty503"),
  ...named("invalid_response", "html200", "text200", "empty200", "empty204", "null200"),
  ...named("invalid_response", "array200", "object200", "error200", "large200", "json-truncated"),
];

/** Those in which the tenant does its work, so that a code is spent although its answer is lost. */
const spends = new Set(["answer-lost", "no-cors", "body-hangs", "body-cut", "json-truncated"]);
/** The others. */
export const sparingFaults = requestFaults.filter(({ id }) => !spends.has(id));

/** What can become of the page in the hidden frame: it never says what is waited for. */
export const frameFaults: readonly NetworkFault[] = [
  ...named("timeout", "network", "hang", "body-cut", "body-hangs", "empty403", "html500"),
  ...named("timeout", "html200", "text200", "empty204", "object200", "large200", "xfo"),
  ...named("timeout", "wm-silent", "wm-no-state", "wm-wrong-state", "wm-wrong-origin", "wm-html"),
].map((fault) => ({ ...fault, untilDeadline: true }));

/** What can become of the keys. */
export const keyFaults: readonly NetworkFault[] = [
  ...named("server", "jwks-down", "html500", "json500", "html502", "json502", "empty503"),
  ...named("network", "network", "answer-lost", "body-cut", "no-cors"),
  { id: "hang", fault: "hang", code: "timeout", untilDeadline: true },
  { id: "body-hangs", fault: "body-hangs", code: "timeout", untilDeadline: true },
  ...named("access_denied", "empty403"),
  { id: "429, says not how long", fault: { kind: "429-global" }, code: "rate_limited" },
  ...named("invalid_response", "jwks-garbage", "html200", "text200", "empty200", "empty204"),
  ...named("invalid_response", "null200", "array200", "object200", "large200", "json-truncated"),
  ...named("invalid_token", "jwks-empty", "jwks-unknown-kid"),
];

/** Those that need an answer with a body. */
const ofBodies = new Set(["body-hangs", "body-cut", "json-truncated"]);

/** What can become of a request whose end nobody waits for, and whose answer is empty. */
export const unheardFaults: readonly NetworkFault[] = requestFaults
  .filter(({ id }) => !ofBodies.has(id))
  .map(({ id, fault }) => ({ id, fault, code: undefined }));

/** What can become of a page that the browser leaves for. */
export const pageFaults: readonly NetworkFault[] = [
  ...named(undefined, "network", "hang", "empty403", "html500", "empty503", "empty204", "html200"),
  { id: "429, says not how long", fault: { kind: "429-global" }, code: undefined },
];
