type Call = (...given: never[]) => Promise<unknown>;

/**
 * Calls by name, each of which loads the part that it stands in when it is made. `first` is what each is given before
 * its own parameters; a signal among those is for the loading, too.
 */
export function callsOnDemand<Names extends string>(
  names: readonly Names[],
  part: (signal: AbortSignal | undefined) => Promise<{ readonly [Name in Names]: unknown }>,
  ...first: readonly unknown[]
): Readonly<Record<Names, Call>> {
  const call =
    (name: Names): Call =>
    async (...given) => {
      const calls = (await part(signalOf(given))) as Readonly<Record<Names, Call>>;
      return calls[name](...(first as never[]), ...given);
    };
  return Object.fromEntries(names.map((name) => [name, call(name)])) as Record<Names, Call>;
}

/** The signal among the parameters of a call, wherever it takes one. */
function signalOf(given: readonly unknown[]): AbortSignal | undefined {
  const signals = given.map((one) => (Object(one) as { readonly signal?: unknown }).signal);
  return signals.find((signal) => signal instanceof AbortSignal);
}
