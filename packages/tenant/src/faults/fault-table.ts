import { tokenDefects, type TokenDefect } from "./token-defects.js";

/**
 * Where in a request a fault takes effect. A request meets at most one fault of each stage; what
 * a stage is about (a page, a cookie, an ID token) has to be there for its faults to be due.
 */
export type FaultStage = keyof typeof faultTable | "id-token";

/** Every fault but those of ID tokens, which have the names `token` and `token:<defect>`. */
export const faultTable = {
  /** In place of the answer: the tenant does nothing. A delayed request is answered as usual. */
  request: [
    "network",
    "hang",
    "delay",
    "text403",
    "empty403",
    "html500",
    "json500",
    "empty500",
    "html502",
    "json502",
    "empty503",
    "json-empty",
    "text200",
    "html200",
    "empty200",
    "empty204",
    "null200",
    "object200",
    "array200",
    "error200",
    "large200",
    "429-attempts",
    "429-suspicious",
    "429-global",
  ],
  /** A sign-in that is turned away, in the shape of the endpoint that was asked. */
  refusal: [
    "requires_verification",
    "requires_validation",
    "password_leaked",
    "blocked",
    "mfa_required",
  ],
  /** The key set only. */
  jwks: [
    "jwks-down",
    "jwks-unknown-kid",
    "jwks-slow",
    "jwks-garbage",
    "jwks-empty",
    "jwks-changed",
  ],
  /** The preflight of a request, never the request itself. */
  preflight: ["no-preflight"],
  /** The tenant does its work, and the answer never arrives; `rotate-lost`: the token endpoint's. */
  lost: ["answer-lost", "rotate-lost"],
  /** An answer that sets cookies. */
  cookies: ["cookie-lost"],
  /** An answer that carries tokens. */
  "token-response": ["expires-in-string", "expires-in-absent", "id-token-absent"],
  /** An answer that is a page. */
  page: ["coop", "xfo", "popup-close"],
  /** An answer in JSON. */
  json: ["json-truncated", "wrong-type"],
  /** An answer with a body, of whatever kind. */
  body: ["slow-bytes", "body-cut", "body-hangs"],
  /** An answer that pages of another origin read. */
  cors: ["no-cors", "cors-wrong-origin", "cors-star"],
  /** The page that answers `response_mode=web_message`. */
  message: [
    "wm-no-state",
    "wm-wrong-state",
    "wm-wrong-origin",
    "wm-silent",
    "wm-html",
    "wm-double",
    "wm-late",
  ],
} as const;

export const tokenFaults = tokenDefects.map((defect) => `token:${defect}` as const);

/** Faults that mean nothing without a number of milliseconds. */
export const timedFaults = ["delay", "jwks-slow", "slow-bytes", "wm-late"] as const;

type TableName = (typeof faultTable)[keyof typeof faultTable][number];

/** Faults that mean nothing without what they are to change. */
export const changingFaults = ["token", "jwks-changed"] as const;

const incomplete: readonly string[] = [...timedFaults, ...changingFaults];

/** Faults that a name alone asks for. */
export type PlainFaultName = Exclude<
  TableName,
  (typeof timedFaults | typeof changingFaults)[number]
>;

/** The names of one stage. */
export type FaultOf<Stage extends FaultStage> = Stage extends keyof typeof faultTable
  ? (typeof faultTable)[Stage][number]
  : IdTokenFault;

type IdTokenFault = "token" | `token:${TokenDefect}`;

export const plainFaultNames: readonly PlainFaultName[] = Object.values(faultTable)
  .flatMap((names): readonly TableName[] => names)
  .filter((name): name is PlainFaultName => !incomplete.includes(name));

export function faultsOf<Stage extends FaultStage>(stage: Stage): readonly FaultOf<Stage>[];
export function faultsOf(stage: FaultStage): readonly string[] {
  return stage === "id-token" ? ["token", ...tokenFaults] : faultTable[stage];
}
