import type { AuthErrorDetails } from "@portico/core";
import type { KeySetChanges, TokenChanges } from "@portico/tenant";

/** How an ID token reaches the app. */
export type EntryPoint = (typeof entryPoints)[number];

export const entryPoints = ["redirect", "popup", "silent", "token endpoint", "linking"] as const;

/** Why a token has to be refused; that what it came in has to be; or that it has to be accepted. */
export type Expectation =
  | AuthErrorDetails["invalid_token"]["reason"]
  | "invalid_callback"
  | "accepted";

/** What a row may need to know of the tenant and the app. */
export interface Known {
  readonly issuer: string;
  readonly clientId: string;
}

/** One ID token, which the tenant really signs, and what has to become of it wherever it arrives. */
export interface TokenRow {
  readonly id: string;
  readonly token?: TokenChanges | ((known: Known) => TokenChanges);
  /** In what the tenant's key set differs from the right one. */
  readonly keys?: KeySetChanges;
  /** The same, but only after the app has read the right one, and half a minute later. */
  readonly keysAfterwards?: KeySetChanges;
  /** Seconds of leeway that the app is configured with. */
  readonly leeway?: number;
  /** Seconds that the app asks for; whoever forges the token takes them off the request. */
  readonly maxAge?: number;
  readonly at: Readonly<Record<EntryPoint, Expectation>>;
  /** Seconds that the app is told its clock is behind. */
  readonly skew?: number;
}

/** Rows that are about one thing. */
export interface TokenClass {
  readonly title: string;
  readonly rows: readonly TokenRow[];
}

/** The same at every entry point, but for those that are named. */
export function everywhere(
  expectation: Expectation,
  others: Partial<TokenRow["at"]> = {},
): TokenRow["at"] {
  return {
    redirect: expectation,
    popup: expectation,
    silent: expectation,
    "token endpoint": expectation,
    linking: expectation,
    ...others,
  };
}
