import { watchSignOut, type FlowContext } from "../flows/flow-context.js";
import { callsOnDemand } from "../transport/calls-on-demand.js";
import { load } from "../transport/load.js";

/** What a client loads when somebody is about to sign in, or is signed in. */
export const signInPart = () => import("./sign-in-part.js");

/** Loads a part of the client. Throws `network`, or `aborted` if somebody has signed out while it was loading. */
export interface OnDemand {
  <Part>(part: () => Promise<Part>, signal?: AbortSignal): Promise<Part>;
}

/** A sign-out outweighs every call that began before it, those that still wait for their code included. */
export function createOnDemand(context: FlowContext): OnDemand {
  return async (part, signal) => {
    const assertStillWanted = watchSignOut(context);
    const loaded = await load(part, { signal });
    assertStillWanted();
    return loaded;
  };
}

type Flows<Names extends string> = Readonly<
  Record<Names, (context: FlowContext, ...given: never[]) => Promise<unknown>>
>;

type Bound<Flow> = Flow extends (context: FlowContext, ...given: infer Given) => infer Outcome
  ? (...given: Given) => Outcome
  : never;

/** Binds flows to a client, each of which loads the part that it stands in when it is called. */
export interface FlowsOnDemand {
  <Names extends string, Part extends Flows<Names>>(
    names: readonly Names[],
    part: () => Promise<Part>,
  ): { readonly [Name in Names]: Bound<Part[Name]> };
}

/** A sign-out, and the signal of a call, end the wait for its part too. */
export function createFlowsOnDemand(context: FlowContext): FlowsOnDemand {
  const onDemand = createOnDemand(context);
  return <Names extends string, Part extends Flows<Names>>(
    names: readonly Names[],
    part: () => Promise<Part>,
  ) => {
    const flows = callsOnDemand(names, (signal) => onDemand(part, signal), context);
    return flows as unknown as { readonly [Name in Names]: Bound<Part[Name]> };
  };
}
