import { expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { Engine } from "../engine/engine.js";
import { customTokenExchange } from "./exchange-token.js";
import { logout } from "./logout.js";

const exchange = { subjectToken: "theirs", subjectTokenType: "urn:theirs" };
const claims = { iss: "i", sub: "auth0|ada", aud: "spa", exp: 1, iat: 1 };
const tokens: VerifiedTokens = { accessToken: "at", idToken: "id", expiresIn: 3600, claims };

/** A promise that the test settles. */
function later<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((yes) => {
    resolve = yes;
  });
  return { promise, resolve };
}

test("hands on what it knows and nothing else, and leaves its input alone", async () => {
  const exchangeToken = vi.fn<Engine["exchangeToken"]>(async () => tokens);
  const context = fakeContext({ exchangeToken });
  const params = Object.freeze({
    ...exchange,
    extra: Object.freeze({ device: "kiosk" }),
    audience: "api",
    organization: "acme",
    foo: "canary",
    clientSecret: "canary",
  });
  await customTokenExchange(context, params);
  expect(exchangeToken.mock.calls[0]?.slice(0, 2)).toEqual([
    { ...exchange, extra: { device: "kiosk" } },
    { scope: "openid", audience: "api", organization: "acme" },
  ]);
});

test("begins a session, tells the other tabs, and is a sign-in of no known kind", async () => {
  const tell = vi.fn();
  const set = vi.fn();
  const context = fakeContext(
    { exchangeToken: async () => tokens },
    {
      sync: { open: () => {}, tell, close: () => {} },
      lastSignIn: { get: () => undefined, set, clear: () => {} },
    },
  );
  expect(await customTokenExchange(context, exchange)).toMatchObject({
    kind: "authenticated",
    session: { user: { sub: claims.sub } },
  });
  expect(context.session.tokens).toMatchObject({ seenSilently: false });
  expect(tell).toHaveBeenCalledExactlyOnceWith({ type: "signed_in", sub: claims.sub });
  expect(set).toHaveBeenCalledExactlyOnceWith({});
});

test("a sign-out outweighs one that began before it", async () => {
  const answer = later<VerifiedTokens>();
  const context = fakeContext({ exchangeToken: () => answer.promise });
  const result = customTokenExchange(context, exchange);
  await logout(context, { local: true });
  answer.resolve(tokens);
  await expect(result).rejects.toMatchObject({ code: "aborted" });
  expect(context.session.get()).toMatchObject({ status: "anonymous", reason: "signed_out" });
});
