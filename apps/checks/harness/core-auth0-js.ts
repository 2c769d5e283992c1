import "./core.js";
import { createAuthClient, isAuthError, type AuthConfig } from "@portico/core";
import { auth0JsEngine } from "@portico/core/auth0-js";

type Engine = ReturnType<NonNullable<AuthConfig["engine"]>>;

/** How a call of the engine ended, with everything that can be read from its failure. */
export interface EngineResult {
  readonly value?: unknown;
  readonly code?: string;
  readonly retryAfter?: number;
  readonly dump?: string;
}

declare global {
  interface Window {
    auth0JsEngine: typeof auth0JsEngine;
    /** The engine of the page's client, to call without the flows over it. */
    engine?: Engine;
    callEngine(method: string, args: readonly unknown[]): Promise<EngineResult>;
    /** Ends the calls of `callEngine`. */
    abortCalls(): void;
    /** What the unmodified auth0-js writes. */
    auth0JsLogoutUrls(options: object, targets: readonly object[]): Promise<readonly unknown[]>;
  }
}

let controller = new AbortController();

window.auth0JsEngine = auth0JsEngine;

// The same page as for Portico's own engine, with the other one unless a test brings one.
window.portico.createAuthClient = (config) =>
  createAuthClient({
    engine: (given) => (window.engine = auth0JsEngine()(given)),
    ...config,
  });

window.callEngine = async (method, args) => {
  const { signal } = controller;
  try {
    const call: unknown = Reflect.get(window.engine as Engine, method);
    const value: unknown = await (call as (...given: unknown[]) => unknown)(...args, { signal });
    return { value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) };
  } catch (error) {
    const dump = dumpOf(error);
    if (!isAuthError(error)) return { code: `no AuthError: ${String(error)}`, dump };
    const { code, retryAfter } = error;
    return { code, dump, ...(retryAfter !== undefined && { retryAfter }) };
  }
};

window.abortCalls = () => {
  controller.abort();
  controller = new AbortController();
};

window.auth0JsLogoutUrls = async (options, targets) => {
  const { default: auth0 } = await import("auth0-js");
  const { client } = new auth0.WebAuth(options);
  const write = Reflect.get(client, "buildLogoutUrl") as (target: object) => unknown;
  return targets.map((target) => write.call(client, target));
};

/** All names and values, own and inherited, enumerable or not, as far as objects reach. */
function dumpOf(thrown: unknown): string {
  const lines: string[] = [];
  const seen = new Set<unknown>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return void lines.push(String(value));
    if (seen.has(value)) return;
    seen.add(value);
    for (const key of Reflect.ownKeys(value)) {
      lines.push(String(key));
      walk(Reflect.get(value, key, thrown));
    }
    walk(Object.getPrototypeOf(value));
  };
  walk(thrown);
  return [...lines, String(thrown), JSON.stringify(thrown)].join("\n");
}
