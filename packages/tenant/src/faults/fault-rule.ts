import type { PlainFaultName } from "./fault-table.js";
import type { KeySetChanges, TokenChanges } from "./token-changes.js";
import type { TokenDefect } from "./token-defects.js";

/** A fault without settings, by its name. */
export type FaultName = PlainFaultName | `token:${TokenDefect}`;

/** What goes wrong: by its name, or with settings. */
export type Fault = FaultName | FaultWithSettings;

export type FaultWithSettings =
  /** Milliseconds before the answer, the key set or the message. */
  | { readonly kind: "delay" | "jwks-slow" | "wm-late"; readonly ms: number }
  /** Milliseconds before each piece of the body; `size` in bytes, default 16. */
  | { readonly kind: "slow-bytes"; readonly ms: number; readonly size?: number }
  /** `status` from 400 to 499, default 400. */
  | { readonly kind: "json-empty"; readonly status?: number }
  | ({ readonly kind: "429-attempts" | "429-suspicious" | "429-global" } & LimitHeaders)
  /** An ID token that is wrong in what is spelled out, and really signed. */
  | ({ readonly kind: "token" } & TokenChanges)
  | ({ readonly kind: "jwks-changed" } & KeySetChanges);

export interface LimitHeaders {
  /** Seconds, or a text that is sent as it is. Default: no `Retry-After`. */
  readonly retryAfter?: number | string;
  /** Sends the seconds as an HTTP-date (RFC 9110 section 10.2.3). */
  readonly asDate?: boolean;
  /** Sends `X-RateLimit-Limit`, `-Remaining` and `-Reset` too. */
  readonly rateLimit?: boolean;
}

/** Which requests a rule is about; what is left out matches everything. */
export interface FaultMatch {
  /** In any case. `OPTIONS`: preflights, which are spared otherwise. */
  readonly method?: string;
  /** As a whole. Paths below `/_tenant/` are spared unless they are named here. */
  readonly path?: string;
  readonly clientId?: string;
  /** `grant_type` of a request to the token endpoint. */
  readonly grantType?: string;
  /** The user name, e-mail address or phone number that the request is about, in any case. */
  readonly username?: string;
  /** A part of it, such as a key that one test has put into its addresses. */
  readonly usernameIncludes?: string;
}

/** A fault to plant: which requests it meets, after how many, and how often. */
export interface NewFaultRule {
  /** Takes the place of the rule that has this name. Default: a new name. */
  readonly id?: string;
  readonly match?: FaultMatch;
  /** Default 1. */
  readonly times?: number | "always";
  /** Matching requests to let pass first. */
  readonly after?: number;
  readonly fault: Fault;
}

/** A planted fault, with what was left out filled in. */
export interface FaultRule extends Required<NewFaultRule> {
  /** How often it was applied. */
  readonly hits: number;
}
