import { createAuthClient, isAuthError, type AuthClient, type AuthConfig } from "@portico/core";
import { auth0JsEngine } from "@portico/core/auth0-js";
import { createFakeEngine, fakeError, type FakeEngineOptions } from "@portico/core/testing";
import { BareError, openBareClient, type BareClient, type Callbacks } from "./bare-client.js";

/** The engines that one contract holds for. */
export type EngineName = "portico" | "auth0-js" | "fake";

/** What a page can call: a client on one of the engines, or auth0-js itself, which others are measured by. */
export type CalledName = EngineName | "bare";

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
  /** It was thrown before the call gave anything to wait for. */
  readonly threw?: true;
}

/** A call that may never end. */
export interface Watched {
  readonly ended?: Ended;
  /** How often it ended: more than once only where callbacks are called. */
  readonly times: number;
}

declare global {
  interface Window {
    contract: {
      open(config: AuthConfig, engine: CalledName, script: FakeScript): Promise<void>;
      call(method: string, args: readonly unknown[], keepAs?: string): Promise<Ended>;
      /** Begins a call that nobody waits for. */
      begin(method: string, args: readonly unknown[], keepAs?: string): void;
      /** How the call that was begun last stands. */
      look(): Watched;
      client: AuthClient;
    };
  }
}

const kept = new Map<string, unknown>();
const callbacks: Callbacks = { count: 0 };
let watched: { ended?: Ended } = {};

window.contract = {
  client: undefined as unknown as AuthClient,
  async open(config, engine, script) {
    if (engine === "bare") {
      const bare: BareClient = await openBareClient(config, callbacks);
      window.contract.client = bare as unknown as AuthClient;
      return;
    }
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
    let threw = true;
    try {
      const given = owner[name ?? group]?.(...args.map(resolve));
      threw = false;
      const value = await given;
      if (keepAs) kept.set(keepAs, value);
      return { value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) };
    } catch (error) {
      const dump = dumpOf(error instanceof BareError ? error.given : error);
      if (error instanceof BareError) return { code: codeOf(error.given), dump };
      if (!isAuthError(error)) return { mistake: String(error), dump, ...(threw && { threw }) };
      const { code, details, retryable, retryAfter } = error;
      return { code, details, retryable, dump, ...(retryAfter !== undefined && { retryAfter }) };
    }
  },
  begin(method, args, keepAs) {
    const one: { ended?: Ended } = (watched = {});
    callbacks.count = 0;
    void window.contract.call(method, args, keepAs).then((ended) => (one.ended = ended));
  },
  look: () => ({ ...watched, times: Math.max(callbacks.count, watched.ended ? 1 : 0) }),
};

/** auth0-js has no list of codes; where it has none for an error, it is a word of its own. */
function codeOf(given: unknown): string {
  const { code, error } = Object(given) as { code?: unknown; error?: unknown };
  const told = code ?? error;
  return typeof told === "string" ? told : "none";
}

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
