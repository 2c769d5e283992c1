import { load } from "../transport/load.js";
import type { StorageNews } from "./storage-news.js";
import { createTabChannel } from "./tab-channel.js";

/** What tabs of one application tell each other. */
export type SessionNews =
  | { readonly type: "signed_out" }
  | { readonly type: "signed_in"; readonly sub: string }
  /** Something is different at the tenant; each tab looks for itself. */
  | { readonly type: "changed" };

/** Carries the news between the tabs of one browser. */
export interface SessionSync {
  /** Starts listening; does nothing where it already does. */
  open(onNews: (news: SessionNews) => void): void;
  tell(news: SessionNews): void;
  close(): void;
}

/** `name` separates applications and tenants that share an origin. */
export function createSessionSync(name: string, channel = createTabChannel(name)): SessionSync {
  let stop: (() => void) | undefined;
  let fallback: StorageNews | undefined;

  return {
    open(onNews) {
      if (stop) return;
      const hear = (message: unknown) => {
        if (isNews(message)) onNews(message);
      };
      channel.open();
      stop = channel.listen(hear);
      if (typeof window !== "undefined" && !("BroadcastChannel" in window)) openFallback(hear);
    },
    tell(news) {
      channel.post(news);
      fallback?.tell(news);
    },
    close() {
      stop?.();
      stop = undefined;
      channel.close();
      fallback?.close();
      fallback = undefined;
    },
  };

  function openFallback(hear: (message: unknown) => void): void {
    const opening = stop;
    load(() => import("./storage-news.js")).then(
      ({ openStorageNews }) => {
        // Closed while it was loading.
        if (opening === stop) fallback = openStorageNews(name, hear);
      },
      () => {},
    );
  }
}

function isNews(data: unknown): data is SessionNews {
  const { type, sub } = Object(data) as Record<string, unknown>;
  if (type === "signed_in") return typeof sub === "string";
  return type === "signed_out" || type === "changed";
}
