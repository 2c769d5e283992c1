"use client";

import { useSyncExternalStore } from "react";

/** Code that is loaded when it is first needed, and once. */
export interface OnDemand<Code> {
  /** The code, from when it is there. */
  readonly get: () => Code | undefined;
  /** Loads it, unless it is there or on its way. Rejects where it can't be had; the next call tries again. */
  readonly load: () => Promise<Code>;
  /** Loads it, and tells when it is there. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes what `fetchCode` imports a thing of its own. */
export function onDemand<Code>(fetchCode: () => Promise<Code>): OnDemand<Code> {
  const listeners = new Set<() => void>();
  let code: Code | undefined;
  let loading: Promise<Code> | undefined;
  return {
    get: () => code,
    load,
    subscribe(listener) {
      listeners.add(listener);
      // What stands in its place stays; what is wrong is for whoever serves the page.
      if (!code) load().catch((error: unknown) => reportError(error));
      return () => listeners.delete(listener);
    },
  };

  function load(): Promise<Code> {
    loading ??= fetchCode().then(arrive, (error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  function arrive(loaded: Code): Code {
    code = loaded;
    for (const listener of listeners) listener();
    return loaded;
  }
}

/**
 * The code, from when it is there; undefined on a server and in the page that it sent, until React takes over. Nothing
 * suspends: React would complain of a server that renders at one go, and of a form that changes before the code is there.
 */
export function useOnDemand<Code>({ get, subscribe }: OnDemand<Code>): Code | undefined {
  return useSyncExternalStore(subscribe, get, onServer);
}

function onServer(): undefined {
  return undefined;
}
