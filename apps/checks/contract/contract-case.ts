import type { AuthConfig } from "@portico/core";
import type { Ended, EngineName, FakeScript } from "../harness/contract.js";
import type { Lab } from "./lab.js";

/** What a call has to end as: a part of its value, a code, or a developer's mistake. */
export type Expected =
  | { readonly value: unknown; readonly code?: undefined }
  | { readonly mistake: unknown; readonly code?: undefined }
  | {
      readonly code: string;
      readonly details?: object;
      readonly retryable?: boolean;
      /** Milliseconds. */
      readonly retryAfter?: unknown;
    };

/** One promise of the contract. */
export interface ContractCase {
  readonly title: string;
  readonly config?: Partial<AuthConfig>;
  /** Brings tenant and page to where the call begins. */
  readonly given?: (lab: Lab) => unknown;
  readonly call: (lab: Lab) => Promise<Ended>;
  readonly expect: Expected;
  /** Who is signed in afterwards; as before the call if it fails, and somebody if it says so, unless given. */
  readonly session?: "authenticated" | "anonymous" | "starting";
  /** What else has to be true afterwards. */
  readonly afterwards?: (lab: Lab, ended: Ended) => unknown;
  /**
   * What stays in this tab's storage on purpose: a transaction on its way, a message that was sent, or the verifier of
   * a login ticket, which the page that the tenant may frame would answer with.
   */
  readonly leaves?: "transaction" | "message";
  /** The script of the engine without a network; absent where only a tenant can answer. */
  readonly fake?: FakeScript;
}

/** The cases of one flow. */
export interface Flow {
  readonly name: string;
  readonly cases: readonly ContractCase[];
}

/** Where an engine is known to end otherwise. */
export interface Gap {
  readonly engine: Exclude<EngineName, "portico">;
  readonly flow: string;
  readonly title: string;
  readonly instead: Expected;
  readonly reason: string;
}
