import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { CallOptions } from "../transport/deadline.js";
import { callsOnDemand } from "../transport/calls-on-demand.js";
import { load } from "../transport/load.js";
import type { Engine, EngineConfig, SilentRequest } from "./engine.js";
import type { UrlOf } from "./transaction-of.js";

/** What the calls of one engine share. */
export interface Workings {
  readonly config: EngineConfig;
  readonly urlOf: UrlOf;
  /** Asks in a hidden iframe; a login ticket may go along. */
  readonly silentRequest: (
    asked: SilentRequest & { readonly loginTicket?: string; readonly realm?: string },
    options: CallOptions,
  ) => Promise<VerifiedTokens>;
}

/** Calls of the port that are made of code which is loaded on demand. */
export type EnginePart<Names extends keyof Engine> = {
  readonly [Name in Names]: (
    workings: Workings,
    ...given: Parameters<Engine[Name]>
  ) => ReturnType<Engine[Name]>;
};

/** Makes calls of the port, which load what they are made of when one of them is first called. */
export function createEngineCalls(workings: Workings) {
  return <Names extends Exclude<keyof Engine, "logoutUrl">>(
    names: readonly Names[],
    part: () => Promise<EnginePart<Names>>,
  ): Pick<Engine, Names> =>
    callsOnDemand(names, () => load(part), workings) as unknown as Pick<Engine, Names>;
}
