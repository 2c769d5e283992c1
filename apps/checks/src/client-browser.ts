import { runInNewContext } from "node:vm";
import type { Tenant } from "@portico/tenant";
import { vi } from "vitest";
import { createNetwork, type LoadedPage, type Network } from "./client-network.js";

/** How the browser and the page's own server are. */
export interface BrowserOptions {
  /** The page. Default `callback`. */
  readonly address?: string;
  /** What its server says with it; `away`: that answers no request of the page. */
  readonly headers?: Readonly<Record<string, string>> | "away";
  /** Directives of its Content-Security-Policy that keep it from the tenant. */
  readonly stopped?: readonly ("connect-src" | "frame-src")[];
  /** What becomes of windows. Default: they open. */
  readonly windows?: "open" | "refused";
}

/** A window that the page has opened. */
export interface OpenedWindow {
  closed: boolean;
  readonly features: string | undefined;
  /** Where it was led. */
  address: string | undefined;
}

/** What jsdom leaves to the tests. */
export interface TestBrowser extends Pick<Network, "traffic" | "hideCookies"> {
  /** The frames that were added, whether or not they are gone. */
  readonly frames: readonly HTMLIFrameElement[];
  readonly windows: readonly OpenedWindow[];
  readonly close: () => void;
  readonly isClosed: () => boolean;
}

/** The page of the tests, an Allowed Callback URL. */
export const callback = "https://app.portico.example/callback";

declare const jsdom: { reconfigure(settings: { url: string }): void };

/**
 * Makes jsdom load what it does not: requests that keep to CORS, frames and windows, and the messages that their scripts
 * post. Everything is asked of `tenant`; nobody answers elsewhere.
 */
export function openBrowser(tenant: Tenant, options: BrowserOptions = {}): TestBrowser {
  const { address = callback, headers = {}, stopped = [] } = options;
  jsdom.reconfigure({ url: address });
  const network = createNetwork(tenant, window.location.origin);
  const windows: OpenedWindow[] = [];
  const isStopped = (directive: "connect-src" | "frame-src", url: string) => {
    if (!stopped.includes(directive) || !url.startsWith(tenant.url)) return false;
    violate({ blockedURI: url, disposition: "enforce", effectiveDirective: directive });
    return true;
  };
  const { frames, ignore } = watchFrames(async (frame) => {
    const page = isStopped("frame-src", frame.src)
      ? undefined
      : await network.load(frame.src, "frame").catch(() => undefined);
    showIn(frame, page, mayBeFramed(headers));
  });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    if (isStopped("connect-src", url)) throw new TypeError("The page's policy stops it.");
    if (new URL(url).origin !== window.location.origin) return network.fetch(url, init);
    if (headers === "away") throw new TypeError("The server is gone.");
    return new Response(null, { headers });
  });
  vi.stubGlobal("open", (_url: string, _target: string, features?: string) => {
    if (options.windows === "refused") return null;
    const opened = openWindow(network, features);
    windows.push(opened);
    return opened;
  });
  let isClosed = false;
  return {
    traffic: network.traffic,
    hideCookies: network.hideCookies,
    frames,
    windows,
    close: () => {
      isClosed = true;
      ignore();
      vi.unstubAllGlobals();
    },
    isClosed: () => isClosed,
  };
}

/** Whether the page may be framed by itself. */
function mayBeFramed(headers: Readonly<Record<string, string>> | "away"): boolean {
  if (headers === "away") return false;
  const policy = headers["content-security-policy"] ?? "";
  return !policy.includes("frame-ancestors 'none'") && headers["x-frame-options"] === undefined;
}

/** Calls `load` for each frame that is added to the document. */
function watchFrames(load: (frame: HTMLIFrameElement) => Promise<void>) {
  const frames: HTMLIFrameElement[] = [];
  const observer = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLIFrameElement)) continue;
      frames.push(node);
      void load(node);
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  return { frames, ignore: () => observer.disconnect() };
}

/** Shows in a frame what has arrived for it, or the browser's own page in its place. */
function showIn(frame: HTMLIFrameElement, page: LoadedPage | undefined, ownPages: boolean): void {
  const isShown = page !== undefined && !page.headers.has("x-frame-options");
  if (isShown && frame.getAttribute("sandbox") === null) run(page, frame.contentWindow);
  const isOwn = isShown && ownPages && new URL(page.at).origin === window.location.origin;
  const shown = {
    get location() {
      if (isOwn) return { href: page.at };
      throw new DOMException("The page is of another origin.", "SecurityError");
    },
  };
  Object.defineProperty(frame, "contentWindow", { value: shown });
  frame.dispatchEvent(new Event("load"));
}

function openWindow(network: Network, features: string | undefined) {
  const opened = {
    closed: false,
    features,
    address: undefined as string | undefined,
    stop: () => {},
    close: () => {
      opened.closed = true;
    },
    location: {
      replace: async (url: string) => {
        opened.address = url;
        const page = await network.load(url, "window").catch(() => undefined);
        // It is in a group of windows of its own then.
        if (page?.headers.has("cross-origin-opener-policy")) opened.closed = true;
        else if (page) run(page, opened);
      },
    },
  };
  return opened;
}

/** Runs the scripts of a page that talks to this one. */
function run({ at, text }: LoadedPage, source: unknown): void {
  const postMessage = (data: unknown, target: string) => {
    if (target === window.location.origin) post(structuredClone(data), new URL(at).origin, source);
  };
  for (const script of new DOMParser().parseFromString(text, "text/html").scripts) {
    runInNewContext(script.text, { window: { parent: { postMessage } } });
  }
}

/** A message to this page as if `source`, a page of `origin`, had sent it. */
export function post(data: unknown, origin: string, source: unknown): void {
  const event = new MessageEvent("message", { data, origin });
  Object.defineProperty(event, "source", { value: source });
  window.dispatchEvent(event);
}

/** Tells the page of a request that a policy stops (CSP Level 3, section 5). */
export function violate(
  violation: Pick<
    SecurityPolicyViolationEvent,
    "blockedURI" | "disposition" | "effectiveDirective"
  >,
): void {
  document.dispatchEvent(Object.assign(new Event("securitypolicyviolation"), violation));
}
