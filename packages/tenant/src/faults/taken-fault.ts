import type { Fault, LimitHeaders } from "./fault-rule.js";
import type { KeySetChanges, TokenChanges } from "./token-changes.js";

/** A fault that was taken for a request, with every setting that it may have. */
export interface TakenFault<Kind extends string> extends LimitHeaders, TokenChanges, KeySetChanges {
  readonly kind: Kind;
  readonly ms: number;
  /** Bytes. */
  readonly size: number;
  readonly status: number;
}

const defaults = { ms: 0, size: 16, status: 400 };

export function kindOf(fault: Fault): string {
  return typeof fault === "string" ? fault : fault.kind;
}

/** `kind` is the name that `fault` has. */
export function withSettings<Kind extends string>(fault: Fault, kind: Kind): TakenFault<Kind> {
  return { ...defaults, ...(typeof fault === "object" && fault), kind };
}
