import { afterEach, expect, test, vi } from "vitest";
import type { EngineConfig } from "../engine/engine.js";
import { auth0JsEngine } from "./auth0-js-engine.js";

const config: EngineConfig = {
  tenant: { origin: "https://tenant.example", clientId: "spa", requestDeadline: 1000 },
  verification: {} as EngineConfig["verification"],
  responseType: "code",
  redirectUri: () => "https://app.example/",
  silentDeadline: 1000,
  popupDeadline: 1000,
  name: "tenant.example.spa",
};

/** Counts how often auth0-js is loaded. */
function install(library: () => object = () => ({ default: { WebAuth: class {} } })) {
  const loaded = vi.fn<() => object>(library);
  vi.doMock("auth0-js", loaded);
  return loaded;
}

/** Behind whatever is being imported. */
const importsDone = () => vi.dynamicImportSettled();

afterEach(() => {
  vi.unstubAllGlobals();
  vi.doUnmock("auth0-js");
  vi.resetModules();
});

test.each([
  ["as soon as a client is made in a page", { preload: true }, 1],
  ["not before its first use where it is not asked for", { preload: false }, 0],
  ["not before its first use where nothing is said", undefined, 0],
] as const)("auth0-js is loaded %s", async (_when, options, times) => {
  vi.stubGlobal("window", {});
  const loaded = install();
  auth0JsEngine(options)(config);
  await importsDone();
  expect(loaded).toHaveBeenCalledTimes(times);
});

test("auth0-js is not loaded ahead on a server", async () => {
  const loaded = install();
  auth0JsEngine({ preload: true })(config);
  await importsDone();
  expect(loaded).not.toHaveBeenCalled();
});

test("what is not loaded ahead fails with the first call, and nowhere else", async () => {
  vi.stubGlobal("window", {});
  const failed = vi.fn<(reason: unknown) => void>();
  process.on("unhandledRejection", failed);
  try {
    const loaded = install(() => {
      throw new TypeError("Failed to fetch dynamically imported module");
    });
    const engine = auth0JsEngine({ preload: true });
    engine(config);
    await importsDone();
    await expect(engine.preload()).rejects.toMatchObject({ code: "network" });
    expect(loaded).toHaveBeenCalled();
    expect(failed).not.toHaveBeenCalled();
  } finally {
    process.off("unhandledRejection", failed);
  }
});

test("an app can load it when it likes, and learns that it is none", async () => {
  const loaded = install();
  expect(await auth0JsEngine().preload()).toBeUndefined();
  expect(loaded).toHaveBeenCalledOnce();
  install(() => ({ default: {}, WebAuth: undefined }));
  await expect(auth0JsEngine().preload()).rejects.toThrow("Install auth0-js 10.2.1.");
});

test("a silent login is given up while auth0-js is on its way", async () => {
  const loaded = install(() => new Promise(() => {}));
  const caller = new AbortController();
  const login = auth0JsEngine()(config).silentLogin({ scope: "openid" }, { signal: caller.signal });
  const ended = login.catch((error: unknown) => error);
  await vi.waitFor(() => expect(loaded).toHaveBeenCalled(), { timeout: 10_000 });
  caller.abort();
  expect(await ended).toMatchObject({ code: "aborted" });
});
