/** The one respect in which an ID token is wrong. */
export type TokenDefect = (typeof tokenDefects)[number];

export type FaultName =
  | (typeof requestFaults)[number]
  | (typeof messageFaults)[number]
  | (typeof headerFaults)[number]
  | `token:${TokenDefect}`;

export type Fault =
  | FaultName
  | { readonly kind: "delay"; readonly ms: number }
  /** `retryAfter` in seconds. */
  | { readonly kind: "429-attempts" | "429-global"; readonly retryAfter?: number };

/** Which requests a rule is about; what is left out matches everything. */
export interface FaultMatch {
  readonly method?: string;
  readonly path?: string;
  readonly clientId?: string;
  /** The user name or e-mail address that the request is about. */
  readonly username?: string;
}

export interface NewFaultRule {
  readonly id?: string;
  readonly match?: FaultMatch;
  /** Default 1. */
  readonly times?: number | "always";
  /** Matching requests to let pass first. */
  readonly after?: number;
  readonly fault: Fault;
}

export interface FaultRule extends Required<NewFaultRule> {
  /** How often it was applied. */
  readonly hits: number;
}

/** Where in a request a fault takes effect. */
export type FaultStage = "request" | "jwks" | "message" | "headers" | "id-token";

export const tokenDefects = [
  "wrong-key",
  "alg-none",
  "hs256",
  "wrong-issuer",
  "wrong-audience",
  "wrong-nonce",
  "missing-nonce",
  "expired",
  "future-iat",
  "missing-sub",
  "wrong-at-hash",
  "missing-at-hash",
  "unknown-kid",
] as const;

const requestFaults = [
  "network",
  "hang",
  "text403",
  "html500",
  "html502",
  "json-empty",
  "text200",
  "null200",
  "no-cors",
  "429-attempts",
  "429-global",
  "jwks-down",
] as const;

const messageFaults = ["wm-no-state", "wm-wrong-state", "wm-silent"] as const;
const headerFaults = ["coop", "xfo"] as const;

export function kindOf(fault: Fault): string {
  return typeof fault === "string" ? fault : fault.kind;
}

export function stageOf(fault: Fault): FaultStage {
  const kind = kindOf(fault);
  if (kind === "jwks-down") return "jwks";
  if (kind.startsWith("token:")) return "id-token";
  if (kind.startsWith("wm-")) return "message";
  return headerFaults.some((name) => name === kind) ? "headers" : "request";
}

/** Checks a rule that came as JSON; throws a plain Error that names the member. */
export function checkFaultRule(value: unknown): NewFaultRule {
  const rule = objectOf(value, "rule");
  checkFault(rule["fault"]);
  const match = objectOf(rule["match"] ?? {}, "match");
  for (const [name, member] of Object.entries(match)) {
    if (!["method", "path", "clientId", "username"].includes(name) || typeof member !== "string") {
      throw new Error(`match.${name} is not one of the strings method, path, clientId, username.`);
    }
  }
  const { times = 1, after = 0, id = "" } = rule;
  if (times !== "always" && !isCount(times)) throw new Error("times is no count and not 'always'.");
  if (!isCount(after)) throw new Error("after is no count.");
  if (typeof id !== "string") throw new Error("id is no string.");
  return rule as unknown as NewFaultRule;
}

function checkFault(fault: unknown): void {
  if (typeof fault === "string") {
    const tokenFaults = tokenDefects.map((defect) => `token:${defect}`);
    const known: readonly string[] = [
      ...requestFaults,
      ...messageFaults,
      ...headerFaults,
      ...tokenFaults,
    ];
    if (!known.includes(fault)) throw new Error(`fault "${fault}" is not known.`);
    return;
  }
  const { kind, ms, retryAfter = 0 } = objectOf(fault, "fault");
  if (kind === "delay" && isCount(ms)) return;
  if ((kind === "429-attempts" || kind === "429-global") && isCount(retryAfter)) return;
  throw new Error("fault is neither a known name nor a known object with a kind.");
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function objectOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new Error(`${name} is no object.`);
}
