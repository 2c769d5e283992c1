import type { Tenant } from "@portico/tenant";

// Node's own, of which every Buffer of the tenant is one; jsdom brings another.
globalThis.Uint8Array = Object.getPrototypeOf(Buffer.prototype).constructor;

/** What one page of `origin` reaches. */
export interface Network {
  /** `fetch` of the page (Fetch standard, CORS protocol). */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Loads what a browser would show for an address, through redirects; the page's own origin is not asked. */
  readonly load: (url: string, from: "frame" | "window") => Promise<LoadedPage>;
  /** Sends the form of a page that a window shows, with what is typed into it, and loads what comes then. */
  readonly submit: (
    page: LoadedPage,
    typed: Readonly<Record<string, string>>,
  ) => Promise<LoadedPage>;
  /** How many of both have begun so far, and have ended. */
  readonly traffic: () => { readonly begun: number; readonly ended: number };
  /** Whether the tenant's cookies are for its own windows alone. Default: no. */
  readonly hideCookies: (areHidden: boolean) => void;
}

/** A page as it has arrived; `at` is where redirects led. */
export interface LoadedPage {
  readonly at: string;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser's network with nobody on it but `tenant`, and its cookies. */
export function createNetwork(tenant: Tenant, origin: string): Network {
  const cookies = createCookies();
  let areHidden = false;
  let begun = 0;
  let ended = 0;

  async function counted<T>(work: Promise<T>): Promise<T> {
    begun += 1;
    try {
      return await work;
    } finally {
      ended += 1;
    }
  }

  async function send(request: Request, withCookies: boolean): Promise<Response> {
    if (new URL(request.url).origin !== tenant.url) throw new TypeError("Nobody is there.");
    if (withCookies) cookies.addTo(request.headers);
    const response = await tenant.fetch(request);
    if (withCookies) cookies.keep(response.headers);
    // With all of its body, as the tenant writes it in this very process.
    const body = response.status === 204 ? null : await response.arrayBuffer();
    return new Response(body, response);
  }

  async function ask(url: string, init: RequestInit): Promise<Response> {
    const withCookies = init.credentials === "include";
    const isReadable = ({ headers }: Response) => {
      const reader = headers.get("access-control-allow-origin");
      return reader === origin || (reader === "*" && !withCookies);
    };
    const request = new Request(url, init);
    request.headers.set("origin", origin);
    if (isPreflighted(request)) {
      const headers = { origin, "access-control-request-method": request.method };
      const allowed = await send(new Request(url, { method: "OPTIONS", headers }), false);
      if (!isReadable(allowed)) throw new TypeError("The preflight is refused.");
    }
    const response = await send(request, withCookies && !areHidden);
    if (!isReadable(response)) throw new TypeError("No page of this origin may read it.");
    return response;
  }

  async function load(
    url: string,
    from: "frame" | "window",
    init?: RequestInit,
  ): Promise<LoadedPage> {
    let at = url;
    let first = init;
    while (new URL(at).origin !== origin) {
      const request = new Request(at, first);
      first = undefined;
      const response = await send(request, from === "window" || !areHidden);
      const next = response.headers.get("location");
      if (next === null) return { at, headers: response.headers, text: await response.text() };
      at = new URL(next, at).href;
    }
    return { at, headers: new Headers(), text: "" };
  }

  async function submit(
    { at, text }: LoadedPage,
    typed: Readonly<Record<string, string>>,
  ): Promise<LoadedPage> {
    const form = new DOMParser().parseFromString(text, "text/html").querySelector("form");
    const body = new URLSearchParams();
    for (const { name, value } of form?.querySelectorAll("input") ?? []) body.set(name, value);
    for (const [name, value] of Object.entries(typed)) body.set(name, value);
    const action = new URL(form?.getAttribute("action") ?? "", at).href;
    return load(action, "window", {
      method: "POST",
      body,
      headers: { origin: new URL(at).origin },
    });
  }

  return {
    fetch: (url, init) => counted(Promise.race([ask(url, init), aborted(init.signal)])),
    load: (url, from) => counted(load(url, from)),
    submit: (page, typed) => counted(submit(page, typed)),
    traffic: () => ({ begun, ended }),
    hideCookies: (hidden) => {
      areHidden = hidden;
    },
  };
}

/** Fails once a signal is aborted, as `fetch` does. */
function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("Aborted.", "AbortError")));
  });
}

function isPreflighted({ headers }: Request): boolean {
  return headers.get("content-type") === "application/json" || headers.has("authorization");
}

/** Cookies of one host, whatever their attributes. */
function createCookies() {
  const values = new Map<string, string>();
  return {
    addTo(headers: Headers): void {
      const sent = [...values].map(([name, value]) => `${name}=${value}`).join("; ");
      if (sent) headers.set("cookie", sent);
    },
    keep(headers: Headers): void {
      for (const cookie of headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]*)=([^;]*)/.exec(cookie) ?? [];
        if (/max-age=0/i.test(cookie)) values.delete(name);
        else values.set(name, value);
      }
    },
  };
}
