/** A value that tells when it changes, as `useSyncExternalStore` reads it. */
export interface ReadonlyStore<Value> {
  get(): Value;
  subscribe(listener: () => void): () => void;
}

/** The same for whoever changes it. What it holds is frozen. */
export interface Store<Value> extends ReadonlyStore<Value> {
  set(next: Value): void;
}

export function createStore<Value>(first: Value): Store<Value> {
  let value = first;
  const listeners = new Set<() => void>();

  return {
    get: () => value,
    set(next) {
      if (next === value) return;
      value = Object.freeze(next);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
