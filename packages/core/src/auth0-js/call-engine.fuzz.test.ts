import { inspect } from "node:util";
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import { isAuthError } from "../errors/auth-error.js";
import { signupRefusal } from "../errors/signup-refusal.js";
import { readTokenResponse } from "../authentication/token-response.js";
import { callEngine } from "./call-engine.js";
import type { WebAuth, WebAuthCallback } from "./web-auth.js";

const made = vi.hoisted(() => ({ parts: {} as object }));
vi.mock("auth0-js", () => ({
  default: {
    WebAuth: class {
      constructor() {
        Object.assign(this, made.parts);
      }
    },
  },
}));

const tenant = { origin: "https://tenant.example", clientId: "spa", requestDeadline: 60_000 };
/** Stands for the password that was sent, and comes back in whatever auth0-js makes of it. */
const canary = "c4nary-S3cret!";

/** A value that is made when it is needed. */
interface Value {
  readonly make: () => unknown;
}

const throwing = () => {
  throw new Error(canary);
};

/** Values that break whoever looks at them, the report of a failed run too: it gets their names. */
const traps: Readonly<Record<string, () => unknown>> = {
  "a cycle": () => {
    const cycle: Record<string, unknown> = { error: canary, status: 400, type: canary };
    return Object.assign(cycle, { response: cycle, body: cycle, parent: [cycle] });
  },
  "a response that throws": () => Object.defineProperty({}, "response", { get: throwing }),
  "a body that throws": () => ({
    response: Object.defineProperty({ status: 400 }, "body", { get: throwing }),
  }),
  "a body whose members throw": () => ({
    response: { status: 400, body: new Proxy({}, { get: throwing, has: throwing }) },
  }),
  "headers that throw": () => ({
    response: { status: 401, headers: new Proxy({}, { get: throwing }), body: {} },
  }),
  "an object that refuses everything": () =>
    new Proxy({}, { get: throwing, getPrototypeOf: throwing, ownKeys: throwing }),
  "a function that refuses everything": () =>
    new Proxy(() => {}, { get: throwing, apply: throwing }),
  "auth0-js's own error": () =>
    Object.assign(new Error(canary), { original: { response: { req: { _data: canary } } } }),
  "an object without a prototype": () => Object.create(null, { error: { value: canary } }),
  "an object that is no text": () => ({ toString: throwing, toJSON: throwing }),
  "an exception of the browser": () => new DOMException(canary),
  "a promise": () => Promise.resolve(canary),
};
const trap: fc.Arbitrary<Value> = fc
  .constantFrom(...Object.keys(traps))
  .map((name) => ({ make: () => traps[name]?.(), [fc.toStringMethod]: () => name }));

const text = fc.constantFrom(canary, "access_denied", "invalid_password", "request_error", "");
/** What superagent and auth0-js really hand over, with anything in its places. */
const failure = fc.record(
  {
    error: text,
    code: text,
    description: fc.oneof(text, fc.object({ maxDepth: 1 })),
    status: fc.constantFrom(200, 400, 401, 429, 500, "400", null),
    parse: fc.boolean(),
    response: fc.record(
      {
        status: fc.constantFrom<unknown>(200, 204, 400, 401, 403, 429, 500, canary),
        type: fc.constantFrom("text/plain", "application/json", canary),
        headers: fc.constantFrom<unknown>({ "retry-after": "3" }, { "retry-after": canary }, null),
        body: fc.oneof(
          fc.dictionary(fc.constantFrom("error", "code", "description", "name"), text),
          fc.constantFrom<unknown>(null, canary, [canary]),
        ),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const tokens = fc.record(
  {
    access_token: fc.constantFrom<unknown>("at", canary, 7, ""),
    id_token: fc.constantFrom<unknown>("a.b.c", {}, null),
    expires_in: fc.constantFrom<unknown>(60, "60", 0, Number.NaN, canary),
    token_type: fc.constantFrom<unknown>("Bearer", canary),
  },
  { requiredKeys: [] },
);
const shown = (given: unknown): Value & fc.WithToStringMethod => ({
  make: () => given,
  [fc.toStringMethod]: () => fc.stringify(given),
});
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: trap },
  { weight: 4, arbitrary: failure.map(shown) },
  { weight: 2, arbitrary: tokens.map(shown) },
  { weight: 2, arbitrary: fc.anything({ maxDepth: 2 }).map(shown) },
);

/** One thing that the engine does with a value: any number of them, in any order, make a call. */
const deed = fc.tuple(
  fc.constantFrom(
    "calls back with it",
    "answers with it",
    "is refused with it",
    "fails with it",
    "throws it",
  ),
  value,
);

test(
  "whatever auth0-js does, a call settles once, typed, and without what was sent",
  property,
  async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 4 }), async (deeds) => {
        const uncaught: unknown[] = [];
        const outcome = await run(deeds, uncaught);
        expect(uncaught).toEqual([]);
        seen.set(outcome.code, (seen.get(outcome.code) ?? 0) + 1);
        expect(inspect(outcome.shown, { depth: null, showHidden: true })).not.toContain(canary);
      }),
      fuzz,
    );
    expect(seen.size).toBeGreaterThan(3);
  },
);

type Deed = readonly [what: string, value: Value];

/** Has the engine do all of that in one call; `code` tells how it ended, and `shown` is what the app gets. */
async function run(deeds: readonly Deed[], uncaught: unknown[]) {
  const end = (callback: WebAuthCallback) => {
    for (const [what, { make }] of deeds) {
      const given = make();
      attempt(() => {
        if (what === "is refused with it") callback(given === undefined ? {} : given);
        if (what === "fails with it") callback(given ?? true, given);
        if (what === "answers with it") callback(null, given);
      });
    }
  };
  /** As in superagent: nobody catches what its callback throws. */
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      uncaught.push(error);
    }
  };
  made.parts = parts(end);
  try {
    const answer = await callEngine(tenant, {
      endpoint: "signup",
      readRefusal: signupRefusal,
      deadline: 1000,
      secrets: [canary],
      read: (result) => readTokenResponse(result as Record<string, unknown>).expiresIn,
      invoke(webAuth: WebAuth, done) {
        webAuth.client.request.post("").end(done);
        for (const [what, { make }] of deeds) {
          if (what === "calls back with it") done(make());
          if (what === "throws it") throw make();
        }
        // Whatever came before has settled the call already.
        done({ error: "last" });
      },
    });
    return { code: "answered", shown: answer };
  } catch (error) {
    if (!isAuthError(error)) throw error;
    return { code: error.code as string, shown: error };
  }
}

/** The parts of auth0-js that a call goes through. */
function parts(end: (callback: WebAuthCallback) => unknown) {
  const send = () => ({ end, request: { abort: () => {} } });
  const request = () => ({ get: send, post: send });
  return {
    client: { request: request(), buildAuthorizeUrl: () => "" },
    crossOriginAuthentication: { request: request(), storage: {} },
    transactionManager: { storage: {} },
  };
}
