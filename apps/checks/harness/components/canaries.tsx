// First, so that its layer lies below the components'.
import "./page.css";
import "@portico/components/styles.css";
import { en, Login, translate, UserMenu } from "@portico/components";
import { auth0JsEngine } from "@portico/core/auth0-js";
import { Auth0Provider, isAuthError, useUser } from "@portico/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, type ComponentType, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Leaky, Renewal, UserInfo } from "./hook-apps.js";
import { apps } from "./page.js";
import { textsOf } from "./texts.js";

/** What the page of a canary shows besides what every component's page does. */
export interface Canary {
  readonly engine: "portico" | "auth0-js";
  readonly app: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<string, unknown>> & { domain: string; clientId: string };
}

/** How the page stands, as a reader finds it. */
export interface Standing {
  /** Each time a component said that a call was over: `success`, or the code of its failure. */
  readonly ends: readonly string[];
  /** The dictionary's words for the latest failure. */
  readonly words: string;
  /** What live regions have said of failures since the cell began. */
  readonly spoken: readonly string[];
  readonly isPending: boolean;
  /** The name of the input that has the focus, or what else has it. */
  readonly focus: string;
  /** The names of inputs for secrets in which something stands. */
  readonly filled: readonly string[];
  /** The whole `sub` of whoever is signed in, or `nobody`. */
  readonly who: string;
  readonly frames: number;
}

declare global {
  interface Window {
    canary?: Canary;
    canaries: {
      /** Forgets what was told and said. */
      begin(): void;
      /** Puts a new component in the place of the one that is there. */
      renew(): void;
      look(): Standing;
      /** By sink, every text that can be found there. */
      sinks(): Record<string, string>;
    };
  }
}

const told: { readonly name: "success" | "error"; readonly given: unknown }[] = [];
const spoken: string[] = [];
const queryClient = new QueryClient();
const root = document.getElementById("root");
const reactRoot = root && createRoot(root);
let turn = 0;
const all: Record<string, ComponentType<never>> = { ...apps, Leaky, Leaving, Renewal, UserInfo };

const callbacks = {
  onSuccess: (given: unknown) => void told.push({ name: "success", given }),
  onError: (given: unknown) => void told.push({ name: "error", given }),
};

window.canaries = {
  begin() {
    told.length = 0;
    spoken.length = 0;
  },
  renew() {
    turn += 1;
    window.canaries.begin();
    flushSync(show);
  },
  look: () => ({
    ends: told.map(({ name, given }) => (isAuthError(given) ? given.code : name)),
    words: wordsOf(told.at(-1)?.given),
    spoken: [...spoken],
    isPending: document.querySelector("[data-state=pending], [data-state=held]") !== null,
    focus: nameOf(document.activeElement),
    filled: [...document.querySelectorAll<HTMLInputElement>("[name=password], [name=code]")]
      .filter(({ value }) => value !== "")
      .map(({ name }) => name),
    who: document.querySelector("footer")?.textContent ?? "",
    frames: document.querySelectorAll("iframe").length,
  }),
  sinks: () => ({
    document: document.documentElement.outerHTML,
    inputs: [...document.querySelectorAll("input")].map(({ value }) => value).join("\n"),
    React: textsOf(fiberOf(root)),
    queries: textsOf(queryClient.getQueryCache().getAll()),
    mutations: textsOf(queryClient.getMutationCache().getAll()),
    callbacks: textsOf(told.filter(({ name }) => name === "error").map(({ given }) => given)),
    storages: JSON.stringify([sessionStorage, localStorage].map((store) => Object.entries(store))),
    cookies: document.cookie,
    address: `${location.href}\n${document.referrer}\n${document.title}`,
    history: JSON.stringify([history.length, history.state]),
    window: window.name,
    performance: asked().join("\n"),
  }),
};

const addresses: string[] = [];
// The page's clock is a test's, and with it all that `performance` tells; an observer hears the browser's own.
const observer = new PerformanceObserver((list) => keepAddresses(list.getEntries()));
for (const type of ["resource", "navigation"]) observer.observe({ type, buffered: true });

function asked(): readonly string[] {
  keepAddresses(observer.takeRecords());
  return addresses;
}

function keepAddresses(entries: PerformanceEntryList): void {
  // A login ticket is spent by the one request whose address has it.
  addresses.push(...entries.map(({ name }) => name.replace(/(?<=[?&]login_ticket=)[^&]+/, "")));
}

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    const region = target instanceof Element ? target.closest("[role=alert]") : null;
    if (region && addedNodes.length > 0 && region.textContent) spoken.push(region.textContent);
  }
}).observe(document, { subtree: true, childList: true });

show();

function show(): void {
  if (window.canary) reactRoot?.render(page(window.canary));
}

function page({ engine, app, props, config }: Canary): ReactNode {
  const App = all[app] as ComponentType<object>;
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Auth0Provider {...config} {...(engine === "auth0-js" && { engine: auth0JsEngine() })}>
          <main>
            <App key={turn} {...props} {...callbacks} />
          </main>
          <Who />
        </Auth0Provider>
      </QueryClientProvider>
    </StrictMode>
  );
}

function Who(): ReactNode {
  return <footer>{useUser()?.sub ?? "nobody"}</footer>;
}

/** A menu to sign out by, and a form for whoever has. */
function Leaving(props: object): ReactNode {
  return useUser() ? <UserMenu {...props} /> : <Login />;
}

function wordsOf(given: unknown): string {
  return isAuthError(given) ? translate(en, given) : "";
}

function nameOf(element: Element | null): string {
  if (!element || element === document.body) return "";
  return element.getAttribute("name") ?? element.textContent;
}

function fiberOf(element: Element | null): unknown {
  const key = Object.keys(element ?? {}).find((name) => name.startsWith("__reactContainer$"));
  if (!element || !key) throw new Error("React has no root in this page.");
  return Reflect.get(element, key);
}
