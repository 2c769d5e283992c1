/** The line between the tabs of one application. Every script of this origin may speak on it, so nothing is believed. */
export interface TabChannel {
  /** Separates applications and tenants that share an origin. */
  readonly name: string;
  /** Whether messages arrive here. */
  readonly isOpen: boolean;
  /** Does nothing where it already is open, or where the browser has no such thing or refuses it. */
  open(): void;
  /** Reaches every open tab but this one. */
  post(message: object): void;
  /** Calls `listener` with whatever the others post; returns how to stop. */
  listen(listener: (message: unknown) => void): () => void;
  close(): void;
}

/** A channel that is not open yet. */
export function createTabChannel(name: string): TabChannel {
  const listeners = new Set<(message: unknown) => void>();
  let channel: BroadcastChannel | undefined;

  return {
    name,
    get isOpen() {
      return channel !== undefined;
    },
    open() {
      if (channel) return;
      channel = opened(name);
      channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        for (const listener of listeners) listener(data);
      });
    },
    post(message) {
      // A page that only signs out, or has stopped, tells the others all the same.
      const line = channel ?? opened(name);
      line?.postMessage(message);
      if (line !== channel) line?.close();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}

function opened(name: string): BroadcastChannel | undefined {
  // Node has the channel too, and would wait for it for ever.
  if (typeof window === "undefined" || !("BroadcastChannel" in window)) return undefined;
  try {
    return new BroadcastChannel(`portico.session.${name}`);
  } catch {
    // A browser that is told to keep nothing may refuse this too; the tab then stays by itself.
    return undefined;
  }
}
