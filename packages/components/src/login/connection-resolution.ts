/** Which connection a name belongs to, as far as it has been found out. It keeps the last answer alone. */
export interface ConnectionResolution {
  /** The connection of a name; undefined where it has none, or where nobody has asked yet. */
  readonly get: (identifier: string) => string | undefined;
  readonly isKnown: (identifier: string) => boolean;
  /** Asks, unless it is known or being asked already. Resolves when it is known or nobody waits any more. */
  readonly ask: (identifier: string, resolve: ResolveConnection) => Promise<void>;
  /** Gives up a question that is being asked. */
  readonly stop: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Finds out the connection that a name belongs to; undefined for those who sign in with a password. */
export type ResolveConnection = (
  identifier: string,
  options: { readonly signal: AbortSignal },
) => Promise<string | undefined> | string | undefined;

/** Makes one. */
export function createConnectionResolution(): ConnectionResolution {
  const listeners = new Set<() => void>();
  let known: { readonly identifier: string; readonly connection: string | undefined } | undefined;
  let asked: { readonly identifier: string; readonly answer: Promise<void> } | undefined;
  let asking: AbortController | undefined;

  return {
    get: (identifier) => (known?.identifier === identifier ? known.connection : undefined),
    isKnown: (identifier) => known?.identifier === identifier,
    async ask(identifier, resolve) {
      if (known?.identifier === identifier) return undefined;
      if (asked?.identifier === identifier) return asked.answer;
      stop();
      asking = new AbortController();
      asked = { identifier, answer: answer(identifier, resolve, asking.signal) };
      return asked.answer;
    },
    stop,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  async function answer(
    identifier: string,
    resolve: ResolveConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const abandoned = new Promise<undefined>((giveUp) => {
      signal.addEventListener("abort", () => giveUp(undefined), { once: true });
    });
    const found = attempt(() => resolve(identifier, { signal }), signal);
    const connection = await Promise.race([found, abandoned]);
    if (signal.aborted) return;
    asked = undefined;
    known = { identifier, connection };
    for (const listener of listeners) listener();
  }

  function stop(): void {
    asking?.abort();
    asked = undefined;
  }
}

/** Where it can't be found out there is the password, so nothing is shown of it. */
async function attempt(
  resolve: () => Promise<string | undefined> | string | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return await resolve();
  } catch (error) {
    if (!signal.aborted) reportError(error);
    return undefined;
  }
}
