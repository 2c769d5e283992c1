import { createAuthClient, isAuthError, type AuthClient, type AuthConfig } from "@portico/core";
import { auth0JsEngine } from "@portico/core/auth0-js";
import { createFakeEngine, fakeError, type FakeEngineOptions } from "@portico/core/testing";

/** The engines that one contract holds for. */
export type EngineName = "portico" | "auth0-js" | "fake";

/** How a call of the fake engine ends: as usual (`ok`), or with a code and its details. */
export type FakeStep = "ok" | readonly [code: string, details?: object];

/** For each method of the fake engine, how its calls end, one after the other. */
export type FakeScript = Readonly<Record<string, readonly FakeStep[]>>;

/** How a call ended, in a shape that leaves the page. */
export interface Ended {
  readonly value?: unknown;
  readonly code?: string;
  readonly details?: unknown;
  readonly retryable?: boolean;
  readonly retryAfter?: number;
  /** An exception that is no `AuthError`. */
  readonly mistake?: string;
  /** Everything that can be read from what was thrown. */
  readonly dump?: string;
}

declare global {
  interface Window {
    contract: {
      open(config: AuthConfig, engine: EngineName, script: FakeScript): void;
      call(method: string, args: readonly unknown[], keepAs?: string): Promise<Ended>;
      client: AuthClient;
    };
  }
}

const kept = new Map<string, unknown>();

window.contract = {
  client: undefined as unknown as AuthClient,
  open(config, engine, script) {
    const client = createAuthClient({ ...config, ...engineNamed(engine, script) });
    window.contract.client = client;
  },
  async call(method, args, keepAs) {
    const [group = "", name] = method.split(".");
    const { client } = window.contract;
    const owner = (name ? Reflect.get(client, group) : client) as Record<
      string,
      (...given: unknown[]) => unknown
    >;
    try {
      const value = await owner[name ?? group]?.(...args.map(resolve));
      if (keepAs) kept.set(keepAs, value);
      return { value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) };
    } catch (error) {
      const dump = dumpOf(error);
      if (!isAuthError(error)) return { mistake: String(error), dump };
      const { code, details, retryable, retryAfter } = error;
      return { code, details, retryable, dump, ...(retryAfter !== undefined && { retryAfter }) };
    }
  },
};

function engineNamed(name: EngineName, script: FakeScript): Partial<AuthConfig> {
  if (name === "portico") return {};
  if (name === "auth0-js") return { engine: auth0JsEngine() };
  const ends = Object.entries(script).map(([method, steps]) => [method, steps.map(endOf)]);
  const options = Object.fromEntries(ends) as FakeEngineOptions;
  return { engine: createFakeEngine(options) };
}

function endOf(step: FakeStep): unknown {
  if (step === "ok") return undefined;
  const [code, details = {}] = step;
  return (fakeError as (code: string, details: object) => Error)(code, details);
}

/** `{ kept: "sent.challenge" }` stands for that part of what an earlier call resolved: the object itself. */
function resolve(argument: unknown): unknown {
  const path = (argument as { kept?: unknown } | null)?.kept;
  if (typeof path !== "string") return argument;
  const [name = "", ...steps] = path.split(".");
  return steps.reduce<unknown>((value, step) => Reflect.get(value as object, step), kept.get(name));
}

/** All names and values, own and inherited, enumerable or not, as far as objects reach. */
function dumpOf(thrown: unknown): string {
  const seen = new Set<unknown>();
  const lines: string[] = [String(thrown), JSON.stringify(thrown)];
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== "object" || value === null) return void lines.push(String(value));
    if (seen.has(value) || depth > 6) return;
    seen.add(value);
    for (
      let level: object | null = value;
      level && level !== Object.prototype;
      level = Object.getPrototypeOf(level)
    ) {
      for (const key of Reflect.ownKeys(level)) {
        lines.push(String(key));
        if (key !== "constructor") walk(Reflect.get(value, key), depth + 1);
      }
    }
  };
  walk(thrown, 0);
  return lines.join("\n");
}
