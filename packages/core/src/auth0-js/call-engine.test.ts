import { inspect } from "node:util";
import { beforeEach, expect, test, vi } from "vitest";
import { isAuthError } from "../errors/auth-error.js";
import { callEngine, type EngineCall } from "./call-engine.js";
import type { WebAuthCallback } from "./web-auth.js";

const made = vi.hoisted(() => ({ instances: [] as object[], parts: {} as object }));

vi.mock("auth0-js", () => ({
  default: {
    WebAuth: class {
      constructor() {
        Object.assign(this, made.parts);
        made.instances.push(this);
      }
    },
  },
}));

const tenant = { origin: "https://tenant.example", clientId: "spa", requestDeadline: 1000 };
const text = (result: unknown) => (typeof result === "string" ? result : undefined);

function call(more: Partial<EngineCall<string>> & Pick<EngineCall<string>, "invoke">) {
  return callEngine(tenant, { endpoint: "signup", read: text, ...more });
}

/** The parts that have to be there; `end` answers a request. */
function parts(end: (callback: WebAuthCallback) => unknown = () => {}, abort = () => {}) {
  const send = () => ({ end, request: { abort } });
  const request = () => ({ get: send, post: send });
  return {
    client: { request: request(), buildAuthorizeUrl: () => "" },
    crossOriginAuthentication: { request: request(), storage: {} },
    transactionManager: { storage: {} },
  };
}

beforeEach(() => {
  made.instances.length = 0;
  made.parts = parts();
});

test("the first of several answers counts", async () => {
  const answer = call({
    invoke(_, done) {
      done(null, "first");
      done(null, "second");
      done(new Error("third"));
    },
  });
  expect(await answer).toBe("first");
});

test.each([
  ["an error over a success", { invoke: (_: unknown, done: WebAuthCallback) => done({}) }],
  ["a result of another kind", { invoke: (_: unknown, done: WebAuthCallback) => done(null, 1) }],
  ["nothing", { invoke: (_: unknown, done: WebAuthCallback) => done(null) }],
  [
    "a result that throws when it is read",
    {
      invoke: (_: unknown, done: WebAuthCallback) => done(null, "x"),
      read: () => {
        throw new Error("secret");
      },
    },
  ],
])("%s is an invalid response", async (_, given) => {
  await expect(call(given)).rejects.toMatchObject({ code: "invalid_response" });
});

test("what it throws at once is a request that it would not send", async () => {
  const invoke = () => {
    throw new TypeError("password must be a string: hunter2");
  };
  const error: unknown = await call({ invoke }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "invalid_request" });
  expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain("hunter2");
});

test("what never answers ends at the deadline, and its request with it", async () => {
  vi.useFakeTimers();
  try {
    const abort = vi.fn<() => void>();
    made.parts = parts(() => {}, abort);
    const answer = call({
      invoke: ({ client }, done) => client.request.post("/").end(done),
    });
    const failed = answer.catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await failed).toMatchObject({ code: "timeout", details: { deadline: 1000 } });
    expect(abort).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

test("a call that was given up before never reaches auth0-js", async () => {
  const invoke = vi.fn<EngineCall<string>["invoke"]>();
  const signal = AbortSignal.abort();
  await expect(call({ invoke, signal })).rejects.toMatchObject({ code: "aborted" });
  expect(invoke).not.toHaveBeenCalled();
});

test("a refused request never reaches auth0-js' callback, nor its body the error", async () => {
  const request = { _data: { password: "hunter2" } };
  const response = {
    status: 429,
    body: { error: "too_many_requests", error_description: "hunter2" },
    headers: { "retry-after": "7" },
    req: request,
  };
  made.parts = parts((callback) => callback(Object.assign(new Error("hunter2"), { response })));
  const callback = vi.fn<WebAuthCallback>();
  const error: unknown = await call({
    invoke: ({ client }) => client.request.post("/").end(callback),
  }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "rate_limited", status: 429, retryAfter: 7000 });
  expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain("hunter2");
  expect(callback).not.toHaveBeenCalled();
});

test.each([
  ["nothing at all", undefined],
  ["a text", "hunter2"],
  ["a cut connection", { crossDomain: true, status: undefined }],
  ["a status alone", { status: 500 }],
])("a failure that is %s says that no answer came", async (_, failure) => {
  made.parts = parts((callback) => callback(failure ?? true));
  const invoke: EngineCall<string>["invoke"] = ({ client }, done) =>
    client.request.get("/").end(done);
  await expect(call({ invoke })).rejects.toMatchObject({ code: "network" });
});

test("an answer that could not be read is judged by its status", async () => {
  const invoke: EngineCall<string>["invoke"] = ({ client }, done) =>
    client.request.get("/").end(done);
  made.parts = parts((callback) => callback({ parse: true, status: 200, rawResponse: "hunter2" }));
  await expect(call({ invoke })).rejects.toMatchObject({ code: "invalid_response", status: 200 });
  made.parts = parts((callback) => callback({ parse: true, status: 502 }));
  await expect(call({ invoke })).rejects.toMatchObject({ code: "server", status: 502 });
});

test("what auth0-js throws over a success ends the call and not the page", async () => {
  made.parts = parts((callback) => callback(null, { body: null }));
  const invoke: EngineCall<string>["invoke"] = ({ client }) =>
    client.request.post("/").end(() => {
      throw new TypeError("body is null");
    });
  await expect(call({ invoke })).rejects.toMatchObject({ code: "invalid_response" });
});

test("an error whose details would show a secret is replaced by one without any", async () => {
  const response = {
    status: 400,
    body: {
      code: "invalid_password",
      name: "PasswordStrengthError",
      description: { rules: [{ code: "lengthAtLeast", format: [73829164], verified: false }] },
    },
  };
  made.parts = parts((callback) => callback({ response }));
  const error: unknown = await call({
    secrets: ["73829164"],
    readRefusal: (await import("../errors/signup-refusal.js")).signupRefusal,
    invoke: ({ client }, done) => client.request.post("/").end(done),
  }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "server", details: {} });
  expect(JSON.stringify(error)).not.toContain("73829164");
});

test("every call has an instance of its own, which keeps nothing in cookies", async () => {
  const invoke = (_: unknown, done: WebAuthCallback) => done(null, "x");
  await call({ invoke });
  await call({ invoke });
  expect(made.instances).toHaveLength(2);
  const { transactionManager } = made.instances[0] as ReturnType<typeof parts>;
  expect(transactionManager.storage).toHaveProperty("setItem");
});

test.each(["client", "crossOriginAuthentication", "transactionManager"] as const)(
  "an auth0-js without its %s is not used, because it could not be guarded",
  async (part) => {
    made.parts = { ...parts(), [part]: undefined };
    const invoke = vi.fn<EngineCall<string>["invoke"]>();
    const error: unknown = await call({ invoke }).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain("Install auth0-js 10.2.1");
    expect(isAuthError(error)).toBe(false);
    expect(invoke).not.toHaveBeenCalled();
  },
);
