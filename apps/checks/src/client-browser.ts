import { runInNewContext } from "node:vm";
import type { Tenant } from "@portico/tenant";
import { vi } from "vitest";
import { createNetwork, type LoadedPage, type Network } from "./client-network.js";
import { requestsOver } from "./client-xhr.js";

/** How the browser and the page's own server are. */
export interface BrowserOptions {
  /** The page. Default `callback`. */
  readonly address?: string;
  /** What its server says with it; `away`: that answers no request of the page. */
  readonly headers?: Readonly<Record<string, string>> | "away";
  /** Directives of its Content-Security-Policy that keep it from the tenant. */
  readonly stopped?: readonly ("connect-src" | "frame-src")[];
  /** What becomes of windows. Default: they open; `relaying`: and a page of the app hands its response over there. */
  readonly windows?: "open" | "relaying" | "refused";
  /** Whether XMLHttpRequest goes the way of `fetch`. Default: it stays jsdom's own. */
  readonly xhr?: boolean;
}

/** A window that the page has opened. */
export interface OpenedWindow {
  closed: boolean;
  readonly features: string | undefined;
  /** Where it was led. */
  address: string | undefined;
  /** Types into the form that the tenant's page shows there, and sends it. */
  readonly submit: (typed: Typed) => Promise<void>;
}

/** What a user fills in, by the names of the fields. */
type Typed = Readonly<Record<string, string>>;

/** What jsdom leaves to the tests. */
export interface TestBrowser extends Pick<Network, "traffic" | "hideCookies"> {
  /** The frames that were added, whether or not they are gone. */
  readonly frames: readonly HTMLIFrameElement[];
  readonly windows: readonly OpenedWindow[];
  /** The addresses that the page has left for, while it stays where it is. */
  readonly left: readonly string[];
  /** Goes to an address, through redirects and a form if something is typed, as the page that is there then. */
  readonly visit: (address: string, typed?: Typed) => Promise<void>;
  /** What the bodies of the page's requests to a path have said, preflights aside. */
  readonly said: (path: string) => readonly object[];
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
  const sent: { readonly path: string; readonly body: object }[] = [];
  const ask = async (url: string, init: RequestInit) => {
    sent.push({ path: new URL(url).pathname, body: read(init.body) });
    if (isStopped("connect-src", url)) throw new TypeError("The page's policy stops it.");
    if (new URL(url).origin !== window.location.origin) return network.fetch(url, init);
    if (headers === "away") throw new TypeError("The server is gone.");
    return new Response(null, { headers });
  };
  vi.stubGlobal("fetch", ask);
  if (options.xhr) vi.stubGlobal("XMLHttpRequest", requestsOver(ask));
  vi.stubGlobal("open", (_url: string, _target: string, features?: string) => {
    if (options.windows === "refused") return null;
    const opened = openWindow(network, features, options.windows === "relaying");
    windows.push(opened);
    return opened;
  });
  const left: string[] = [];
  vi.stubGlobal(
    "location",
    watchLocation((address) => left.push(address)),
  );
  let isClosed = false;
  return {
    traffic: network.traffic,
    hideCookies: network.hideCookies,
    frames,
    windows,
    left,
    visit: async (to, typed) => {
      const page = await network.load(to, "window");
      const { at } = typed ? await network.submit(page, typed) : page;
      jsdom.reconfigure({ url: at });
    },
    said: (path) => sent.filter((one) => one.path === path).map(({ body }) => body),
    close: () => {
      isClosed = true;
      ignore();
      vi.unstubAllGlobals();
      sessionStorage.clear();
      localStorage.clear();
    },
    isClosed: () => isClosed,
  };
}

/** The members of a form, or of JSON. */
function read(body: RequestInit["body"]): object {
  if (body instanceof URLSearchParams) return Object.fromEntries(body);
  return typeof body === "string" ? (JSON.parse(body) as object) : {};
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

/** The page's address; it is not left. */
function watchLocation(leave: (address: string) => void): object {
  const { location } = window;
  return new Proxy(
    {},
    {
      get(_, name) {
        if (name === "assign") return leave;
        const value: unknown = Reflect.get(location, name);
        return typeof value === "function" ? value.bind(location) : value;
      },
      set: (_, name, value) => Reflect.set(location, name, value),
    },
  );
}

function openWindow(network: Network, features: string | undefined, isRelaying: boolean) {
  let loading: Promise<LoadedPage | undefined> = Promise.resolve(undefined);
  const show = async (shown: Promise<LoadedPage>) => {
    loading = shown.catch(() => undefined);
    const page = await loading;
    // It is in a group of windows of its own then.
    if (page?.headers.has("cross-origin-opener-policy")) opened.closed = true;
    else if (page) run(page, opened);
    if (page && isRelaying) relay(page, opened);
  };
  const opened = {
    closed: false,
    features,
    address: undefined as string | undefined,
    stop: () => {},
    close: () => {
      opened.closed = true;
    },
    location: {
      replace: (url: string) => {
        opened.address = url;
        return show(network.load(url, "window"));
      },
    },
    submit: async (typed: Typed) => {
      const page = await loading;
      if (page) await show(network.submit(page, typed));
    },
  };
  return opened;
}

/** Hands over the response in the address of a window, as the page that popups come back to does. */
function relay({ at }: LoadedPage, source: unknown): void {
  const { origin, search, hash } = new URL(at);
  const state = new URLSearchParams(hash ? hash.slice(1) : search).get("state");
  if (origin === window.location.origin)
    post({ type: "popup_response", state, search, hash }, origin, source);
}

/** Runs the scripts of a page that talks to this one. */
function run({ at, text }: LoadedPage, source: unknown): void {
  const postMessage = (data: unknown, target: string) => {
    if (target === window.location.origin) post(structuredClone(data), new URL(at).origin, source);
  };
  for (const script of new DOMParser().parseFromString(text, "text/html").scripts) {
    runInNewContext(script.text, { window: { parent: { postMessage } }, setTimeout });
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
