import { watchSignOut, type FlowContext } from "../flows/flow-context.js";
import { load } from "../transport/load.js";

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

type Methods<Names extends string> = Readonly<
  Record<Names, (...given: never[]) => Promise<unknown>>
>;

/** An object whose methods load what they are made of when one of them is first called. */
export function methodsOnDemand<Names extends string, Api extends Methods<Names>>(
  names: readonly Names[],
  api: (signal?: AbortSignal) => Promise<Api>,
): Pick<Api, Names> {
  const method =
    (name: Names) =>
    async (...given: never[]) =>
      (await api(signalOf(given)))[name](...given);
  return Object.fromEntries(names.map((name) => [name, method(name)])) as unknown as Pick<
    Api,
    Names
  >;
}

/** The signal among the parameters of a call, wherever it takes one. */
function signalOf(
  given: readonly ({ readonly signal?: unknown } | undefined)[],
): AbortSignal | undefined {
  const { signal } = given.find((one) => one?.signal) ?? {};
  return signal instanceof AbortSignal ? signal : undefined;
}
