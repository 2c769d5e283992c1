/** Where one tab's session outlives a reload. What is written holds tokens; `null` removes it. */
export interface SessionPort {
  /** What was last written for this tab; `null` where nothing is. */
  read(): string | null;
  /** Keeps a text for this tab alone, in the place of the one before; `null` removes it. */
  write(text: string | null): void;
}

/** A port that never throws: where nothing can be kept, the session lives in memory alone. `name` as for the tabs. */
export function createSessionPort(
  storage: "memory" | "session" | SessionPort,
  name: string,
): SessionPort | undefined {
  if (storage === "memory") return undefined;
  const port = storage === "session" ? sessionStoragePort(`portico.session.${name}`) : storage;
  return {
    read() {
      try {
        return port.read();
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        port.write(text);
      } catch {
        // What stands there still is older than the session, and its refresh token may be spent.
        if (text !== null) this.write(null);
      }
    },
  };
}

function sessionStoragePort(key: string): SessionPort {
  return {
    read: () => sessionStorage.getItem(key),
    write: (text) =>
      text === null ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, text),
  };
}
