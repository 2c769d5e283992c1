import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { Engine } from "../engine/engine.js";
import { authError } from "../errors/auth-error.js";
import type { Transaction } from "../transaction/transaction.js";
import { completeCallback } from "./complete-callback.js";
import { logout } from "./logout.js";

const home = window.location.href;
const url = "?code=abc&state=s";
const arrive = (path: string) => window.history.replaceState(null, "", path);

beforeEach(() => arrive(`/any/page${url}`));
afterEach(() => arrive(home));

const transaction: Transaction = {
  state: "s",
  nonce: "n",
  codeVerifier: "v",
  redirectUri: "https://app.example/",
  responseType: "code",
  scope: "openid",
  connection: "github",
  createdAt: 0,
};

const tokens: VerifiedTokens = {
  accessToken: "at",
  idToken: "id",
  expiresIn: 3600,
  claims: { iss: "i", sub: "ada", aud: "spa", exp: 1, iat: 1 },
};

/** A page whose tenant answers when the test says so. */
function page(engine: Partial<Engine> = {}) {
  let answer!: (tokens: VerifiedTokens) => void;
  const answered = new Promise<VerifiedTokens>((resolve) => (answer = resolve));
  const takeTransaction = vi.fn<Engine["takeTransaction"]>(() => transaction);
  const redeem = vi.fn<Engine["redeem"]>(
    (_response, _transaction, { signal }) =>
      new Promise((resolve, reject) => {
        void answered.then(resolve);
        signal?.addEventListener("abort", () => reject(authError("aborted")));
      }),
  );
  const remembered = vi.fn<(signIn: object) => void>();
  const lastSignIn = { get: () => undefined, set: remembered, clear: () => {} };
  const context = fakeContext({ takeTransaction, redeem, ...engine }, { lastSignIn });
  return { context, takeTransaction, redeem, remembered, answer: () => answer(tokens) };
}

test("leaves a response alone that is for the window which has opened this one", async () => {
  Object.defineProperty(window, "opener", { value: window, configurable: true });
  const { context, takeTransaction } = page();
  const { pathname } = new URL(context.config.popupRedirectUri());
  arrive(`${pathname}?code=abc&state=popup.s`);
  expect(await completeCallback(context)).toEqual({ kind: "none" });
  expect(window.location.search).toBe("?code=abc&state=popup.s");
  expect(takeTransaction).not.toHaveBeenCalled();
  Object.defineProperty(window, "opener", { value: null, configurable: true });
});

test("cleans the address of whatever page it is called on, and redeems the response", async () => {
  const { context, answer, remembered } = page();
  const outcome = completeCallback(context);
  expect(window.location.pathname + window.location.search).toBe("/any/page");
  answer();
  expect(await outcome).toMatchObject({ kind: "authenticated", session: { user: { sub: "ada" } } });
  expect(remembered.mock.calls).toEqual([[{ connection: "github" }]]);
});

test.each([undefined, url])("two calls at a time redeem once and end alike: %s", async (given) => {
  const { context, answer, redeem } = page();
  const params = given === undefined ? {} : { url: given };
  const outcomes = [completeCallback(context, params), completeCallback(context, params)];
  answer();
  const [first, second] = await Promise.all(outcomes);
  expect(first).toMatchObject({ kind: "authenticated" });
  expect(first).toBe(second);
  expect(redeem).toHaveBeenCalledOnce();
});

describe("a caller that gives up", () => {
  test("hands over to the one that calls in the same turn", async () => {
    const { context, answer, redeem } = page();
    const controller = new AbortController();
    const first = completeCallback(context, { signal: controller.signal });
    controller.abort();
    const second = completeCallback(context);
    await expect(first).rejects.toMatchObject({ code: "aborted" });
    answer();
    expect(await second).toMatchObject({ kind: "authenticated" });
    expect(redeem).toHaveBeenCalledOnce();
  });

  test("ends the call where nobody else waits for it", async () => {
    const { context } = page();
    const controller = new AbortController();
    const outcome = completeCallback(context, { signal: controller.signal });
    controller.abort();
    await expect(outcome).rejects.toMatchObject({ code: "aborted" });
    expect(context.session.get()).toEqual({ status: "starting" });
  });

  test("before the call leaves the response where it is", async () => {
    const { context, takeTransaction } = page();
    const signal = AbortSignal.abort();
    await expect(completeCallback(context, { signal })).rejects.toMatchObject({ code: "aborted" });
    expect(window.location.search).toBe(url);
    expect(takeTransaction).not.toHaveBeenCalled();
  });

  test("leaves no listener behind", async () => {
    const { context, answer } = page();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const outcome = completeCallback(context, { signal });
    answer();
    await outcome;
    expect(added.mock.calls.length).toBe(1);
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });
});

test("a sign-out meanwhile outweighs it", async () => {
  const { context, answer } = page();
  const outcome = completeCallback(context);
  await logout(context, { local: true });
  answer();
  await expect(outcome).rejects.toMatchObject({ code: "aborted" });
  expect(context.session.get()).toMatchObject({ status: "anonymous" });
});

test("a state of one's own that did not come back spends no transaction", async () => {
  const { context, takeTransaction } = page();
  for (const response of [url, "?error=access_denied&state=s", "?code=a&state=s&state=t"]) {
    const outcome = completeCallback(context, { url: response, state: "t" });
    await expect(outcome).rejects.toMatchObject({ code: "invalid_callback" });
  }
  expect(takeTransaction).not.toHaveBeenCalled();
});

test("a nonce of one's own is the one that the token is held to", async () => {
  const { context, answer, redeem } = page();
  const outcome = completeCallback(context, { url, state: "s", nonce: "own" });
  answer();
  await outcome;
  expect(redeem.mock.calls[0]?.[1]).toMatchObject({ state: "s", nonce: "own", codeVerifier: "v" });
});

test("nothing is asked where there is no response", async () => {
  arrive("/any/page?tab=2#chapter");
  const { context, takeTransaction } = page();
  expect(await completeCallback(context)).toEqual({ kind: "none" });
  expect(takeTransaction).not.toHaveBeenCalled();
  expect(window.location.search + window.location.hash).toBe("?tab=2#chapter");
});
