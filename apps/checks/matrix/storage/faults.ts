import type { Page } from "@playwright/test";
import type { Compared } from "../sheet.js";

/** What a browser, or another script of the page, may do to whatever is kept in it. */
export type FaultId =
  | "read throws"
  | "write throws"
  | "quota"
  | "writes silently dropped"
  | "read throws on the way back"
  | "cleared mid-flow"
  | "malformed value"
  | "foreign value under our key"
  | "expired entry"
  | "no channel and no locks";

/** One fault. */
export interface StorageFault {
  readonly id: FaultId;
  /** Whether the browser is like that from the start, or something happens while a flow is on its way. */
  readonly when: "always" | "half way";
}

/**
 * Portico keeps things in the two storages of the page. auth0-js keeps its own in cookies that the page can read, so
 * that the same happens to those: the browser refuses or drops them, or another script spoils them.
 */
export const storageFaults: readonly StorageFault[] = [
  { id: "read throws", when: "always" },
  { id: "write throws", when: "always" },
  { id: "quota", when: "always" },
  { id: "writes silently dropped", when: "always" },
  { id: "no channel and no locks", when: "always" },
  { id: "read throws on the way back", when: "half way" },
  { id: "cleared mid-flow", when: "half way" },
  { id: "malformed value", when: "half way" },
  { id: "foreign value under our key", when: "half way" },
  { id: "expired entry", when: "half way" },
];

/** How long a transaction lives, in milliseconds. */
export const halfAnHour = 30 * 60_000;

/** Brings a fault over the document that is in the page now. Time, for an expired entry, is not the document's. */
export async function inflict(page: Page, engine: Compared, fault: FaultId): Promise<void> {
  await page.evaluate(spoil, { fault, usesCookies: engine === "bare" });
}

/** What fills the storages; everything else in them is somebody's. */
export const filler = "filler";

/** Runs in the page, so it brings along all that it needs. */
function spoil({ fault, usesCookies }: { fault: FaultId; usesCookies: boolean }): void {
  // One document is spoilt once; after a redirect there is another.
  if (Object.hasOwn(window, "spoiltBy")) return;
  Object.assign(window, { spoiltBy: fault });
  if (usesCookies) spoilCookies();
  else spoilStorages();

  function refused(): never {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  }

  function spoilStorages(): void {
    const stores = [sessionStorage, localStorage];
    switch (fault) {
      case "read throws":
      case "read throws on the way back":
        for (const name of ["sessionStorage", "localStorage"]) {
          Object.defineProperty(window, name, { configurable: true, get: refused });
        }
        return;
      case "write throws":
        Storage.prototype.setItem = refused;
        return;
      case "quota":
        return stores.forEach(fill);
      case "writes silently dropped":
        Storage.prototype.setItem = () => {};
        return;
      case "cleared mid-flow":
        return stores.forEach((store) => store.clear());
      case "malformed value":
        return stores.forEach((store) => rewrite(store, (text) => text.slice(0, text.length / 2)));
      case "foreign value under our key":
        // It knows the state, and leaves out what the answer is held against.
        return stores.forEach((store) =>
          rewrite(store, (text) => {
            const all = [JSON.parse(text)].flat() as Record<string, unknown>[];
            return JSON.stringify(all.map(({ state, createdAt }) => ({ state, createdAt })));
          }),
        );
      case "no channel and no locks":
        Reflect.deleteProperty(window, "BroadcastChannel");
        Object.defineProperty(navigator, "locks", { configurable: true, value: undefined });
    }
  }

  function rewrite(store: Storage, write: (text: string) => string): void {
    const ours = Object.keys(store).filter((key) => /^portico\.(?!signed-out)/.test(key));
    for (const key of ours) store.setItem(key, write(store.getItem(key) ?? ""));
  }

  function fill(store: Storage): void {
    let text = "";
    for (let room = 2 ** 23; room >= 1; room /= 2) {
      try {
        store.setItem("filler", text + "x".repeat(room));
        text += "x".repeat(room);
      } catch {
        // Half as much may still fit.
      }
    }
  }

  function spoilCookies(): void {
    const prefix = "com.auth0.auth.";
    const names = document.cookie
      .split("; ")
      .map((pair) => pair.split("=")[0] ?? "")
      .filter((name) => name.startsWith(prefix));
    const give = (name: string, value: string) => (document.cookie = `${name}=${value}; path=/`);
    switch (fault) {
      case "read throws":
      case "read throws on the way back":
        return replaceCookie({ get: refused });
      case "write throws":
        return replaceCookie({ set: refused });
      case "quota":
      case "writes silently dropped":
        // A cookie for which there is no room is not set, and nobody is told.
        return replaceCookie({ set: () => {} });
      case "cleared mid-flow":
      case "expired entry":
        // A browser takes a cookie away when its time is over.
        return names.forEach((name) => give(name, "; Max-Age=0"));
      case "malformed value":
        return names.forEach((name) => give(name, "{"));
      case "foreign value under our key":
        return names.forEach((name) =>
          give(name, JSON.stringify({ state: name.slice(prefix.length) })),
        );
    }
  }

  function replaceCookie(accessors: PropertyDescriptor): void {
    const own = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
    Object.defineProperty(document, "cookie", {
      configurable: true,
      get: () => own?.get?.call(document) as string,
      set(value: string) {
        own?.set?.call(document, value);
      },
      ...accessors,
    });
  }
}
