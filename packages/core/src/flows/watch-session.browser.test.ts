import { afterEach, describe, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { Engine } from "../engine/engine.js";
import { authError } from "../errors/auth-error.js";
import { beginSession } from "./keep-tokens.js";
import { watchSession } from "./watch-session.js";
// Loaded ahead, so that no test waits for it.
import "./keep-watch.js";

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

const claims = { iss: "i", sub: "ada", aud: "spa", exp: 1, iat: 1 };
const ada = { accessToken: "at", idToken: "id", expiresIn: 36_000, claims };
const bob = { ...ada, claims: { ...claims, sub: "bob" } };

describe("an interval of", () => {
  test.each([0, 1, 899, 899.9, -900, Number.NaN, Infinity])(
    "%s seconds is a mistake, and nothing is watched",
    (interval) => {
      const add = vi.spyOn(window, "addEventListener");
      expect(() => watchSession(fakeContext({}), { interval })).toThrow(
        /every .* seconds\. Nothing is watched\. Give .*900/,
      );
      expect(add).not.toHaveBeenCalled();
      add.mockRestore();
    },
  );
});

/** A page that watches; time goes on when the test says so. */
async function watched(silentLogin: Engine["silentLogin"], signedIn: boolean) {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
  const told = vi.fn();
  const context = fakeContext(
    { silentLogin },
    { sync: { open: () => {}, tell: told, close: () => {} } },
  );
  if (signedIn) beginSession(context, ada, { scope: "openid" }, true);
  else context.session.end();
  const stop = watchSession(context);
  // Until the code is there; a deadline stands beside it before.
  for (let turn = 0; turn < 20; turn += 1) await navigator.locks.query();
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  const pass = async () => {
    await vi.advanceTimersByTimeAsync(991_000);
    for (let turn = 0; turn < 20; turn += 1) await navigator.locks.query();
  };
  return { session: context.session, stop, pass, told };
}

test("a sign-out elsewhere ends the session here", async () => {
  const refuse = () => Promise.reject(authError("login_required"));
  const { session, stop, pass, told } = await watched(refuse, true);
  await pass();
  expect(session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
  expect(told.mock.calls).toEqual([[{ type: "changed" }]]);
  stop();
});

test("a sign-in elsewhere signs this page in", async () => {
  const { session, stop, pass } = await watched(async () => ada, false);
  await pass();
  expect(session.get()).toMatchObject({
    status: "authenticated",
    session: { user: { sub: "ada" } },
  });
  stop();
});

test("another user elsewhere is the user here", async () => {
  const silent: Engine["silentLogin"] = async ({ subject }) => {
    if (subject === "ada") throw authError("user_changed");
    return bob;
  };
  const { session, stop, pass, told } = await watched(silent, true);
  await pass();
  expect(session.get()).toMatchObject({ session: { user: { sub: "bob" } } });
  expect(told.mock.calls).toEqual([[{ type: "signed_in", sub: "bob" }]]);
  stop();
});

test("stopped, it asks nothing more, though it had not begun yet", async () => {
  const silent = vi.fn<Engine["silentLogin"]>(async () => ada);
  const { stop, pass } = await watched(silent, false);
  stop();
  stop();
  const early = watchSession(fakeContext({ silentLogin: silent }));
  early();
  await pass();
  expect(silent).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
