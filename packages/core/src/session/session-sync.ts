/** What tabs of one application tell each other. */
export type SessionNews =
  | { readonly type: "signed_out" }
  | { readonly type: "signed_in"; readonly sub: string };

/** Carries the news between the tabs of one browser. */
export interface SessionSync {
  /** Starts listening; does nothing where it already does. */
  open(onNews: (news: SessionNews) => void): void;
  tell(news: SessionNews): void;
  close(): void;
}

/** `name` separates applications and tenants that share an origin. */
export function createSessionSync(name: string): SessionSync {
  let channel: BroadcastChannel | undefined;

  return {
    open(onNews) {
      // Node has the channel too, and would wait for it for ever.
      if (channel || typeof window === "undefined" || !("BroadcastChannel" in window)) return;
      try {
        channel = new BroadcastChannel(`portico.session.${name}`);
      } catch {
        // A browser that is told to keep nothing may refuse this too; the tab then stays by itself.
        return;
      }
      channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        if (isNews(data)) onNews(data);
      });
    },
    tell(news) {
      channel?.postMessage(news);
    },
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}

function isNews(data: unknown): data is SessionNews {
  if (typeof data !== "object" || data === null || !("type" in data)) return false;
  if (data.type === "signed_out") return true;
  return data.type === "signed_in" && "sub" in data && typeof data.sub === "string";
}
