import { afterEach, describe, expect, test, vi } from "vitest";
import { authError } from "../errors/auth-error.js";
import type { User } from "../identity/user.js";
import type { Session } from "./session.js";
import { accessTokenKey } from "./asked-for.js";
import { sessionFromTokens } from "./session-from-tokens.js";
import { createSessionStore, type SessionTokens } from "./session-store.js";

afterEach(() => vi.useRealTimers());

const session = (user: User, expiresAt = 1): Session => ({
  user,
  expiresAt,
  scope: ["openid"],
  hasRefreshToken: false,
});
const tokens = (over: Partial<SessionTokens> = {}): SessionTokens => ({
  idToken: "id",
  refreshToken: undefined,
  seenSilently: true,
  key: "default",
  ...over,
});
const access = (value: string) => ({ value, expiresAt: 1 });
const ada = (): User => ({ sub: "auth0|ada", name: "Ada" });

test("begins in starting, with nothing in it", () => {
  const store = createSessionStore();
  expect(store.get()).toEqual({ status: "starting" });
  expect(store.tokens).toBeUndefined();
});

test("gives the same frozen object until something changes", () => {
  const store = createSessionStore();
  const states = [store.get(), store.get()];
  expect(states[0]).toBe(states[1]);
  const begun = store.begin(session(ada()), tokens(), access("at"));
  const state = store.get();
  expect(state).toBe(store.get());
  expect(state).toEqual({ status: "authenticated", session: begun });
  expect(Object.isFrozen(state)).toBe(true);
  expect(Object.isFrozen(begun)).toBe(true);
  store.end("signed_out");
  expect(store.get()).toEqual({ status: "anonymous", reason: "signed_out" });
  expect(Object.isFrozen(store.get())).toBe(true);
});

test("keeps the user object over renewals, until something about the user changes", () => {
  const store = createSessionStore();
  const first = store.begin(session(ada()), tokens(), access("1")).user;
  expect(store.renew(session(ada(), 2), tokens(), access("2")).user).toBe(first);
  const renamed = store.renew(session({ ...ada(), name: "Ada L." }, 3), tokens(), access("3"));
  expect(renamed.user).not.toBe(first);
  expect(renamed.user.name).toBe("Ada L.");
});

test("counts sign-ins and sign-outs, and not renewals", () => {
  const store = createSessionStore();
  const epochs = [store.epoch];
  store.begin(session(ada()), tokens(), access("1"));
  epochs.push(store.epoch);
  store.renew(session(ada()), tokens(), access("2"));
  store.addAccessToken("api", access("3"));
  store.updateTokens({ refreshToken: "rt" });
  epochs.push(store.epoch);
  store.end();
  epochs.push(store.epoch);
  expect(epochs).toEqual([0, 1, 1, 2]);
});

test("holds an access token for each key, and forgets all with the session", () => {
  const store = createSessionStore();
  store.begin(session(ada()), tokens(), access("one"));
  store.addAccessToken("api", access("two"));
  expect(store.accessTokens.get("default")).toEqual(access("one"));
  expect(store.accessTokens.get("api")).toEqual(access("two"));
  expect(store.accessTokens.get("other")).toBeUndefined();
  store.end();
  expect(store.accessTokens.get("default")).toBeUndefined();
  expect(store.accessTokens.get("api")).toBeUndefined();
  expect(store.tokens).toBeUndefined();
});

test("nothing of one user is left when another signs in", () => {
  const store = createSessionStore();
  store.begin(session(ada()), tokens({ refreshToken: "rt" }), access("one"));
  store.addAccessToken("api", access("two"));
  store.begin(session({ sub: "auth0|bob" }), tokens(), access("three"));
  expect(store.accessTokens.get("api")).toBeUndefined();
  expect(store.tokens?.refreshToken).toBeUndefined();
});

test("replaces and drops a refresh token, and makes none up without a session", () => {
  const store = createSessionStore();
  store.updateTokens({ refreshToken: "rt" });
  expect(store.tokens).toBeUndefined();
  store.begin(session(ada()), tokens({ refreshToken: "one" }), access("at"));
  store.updateTokens({ refreshToken: "two" });
  expect(store.tokens?.refreshToken).toBe("two");
  store.updateTokens({ refreshToken: undefined });
  expect(store.tokens?.refreshToken).toBeUndefined();
});

test("what everybody may see holds no token", () => {
  const store = createSessionStore();
  const canary = "t0ken-canary";
  const secret = tokens({ idToken: canary, refreshToken: canary });
  store.begin(session(ada()), secret, access(canary));
  expect(JSON.stringify(store.get())).not.toContain(canary);
});

test("tells why nobody is signed in", () => {
  const store = createSessionStore();
  const error = authError("network", { online: false });
  store.end("unknown", error);
  expect(store.get()).toEqual({ status: "anonymous", reason: "unknown", error });
});

describe("listeners", () => {
  test("hear each change once, until they stop", () => {
    const store = createSessionStore();
    const heard = vi.fn();
    const stop = store.subscribe(heard);
    store.begin(session(ada()), tokens(), access("at"));
    store.renew(session(ada()), tokens(), access("at"));
    store.end();
    expect(heard).toHaveBeenCalledTimes(3);
    stop();
    stop();
    store.end();
    expect(heard).toHaveBeenCalledTimes(3);
  });

  test("may subscribe twice, and each stops for itself", () => {
    const store = createSessionStore();
    const heard = vi.fn();
    const stop = store.subscribe(heard);
    store.subscribe(heard);
    stop();
    store.end();
    expect(heard).toHaveBeenCalledOnce();
  });

  test("do not hear of tokens that change nothing to see", () => {
    const store = createSessionStore();
    store.begin(session(ada()), tokens(), access("at"));
    const heard = vi.fn();
    store.subscribe(heard);
    store.addAccessToken("api", access("two"));
    store.updateTokens({ refreshToken: "rt" });
    expect(heard).not.toHaveBeenCalled();
  });

  test("that throw spoil neither the sign-in nor the others, and are told of", () => {
    vi.useFakeTimers();
    const store = createSessionStore();
    const heard = vi.fn();
    store.subscribe(() => {
      throw new Error("the app's mistake");
    });
    store.subscribe(heard);
    expect(store.begin(session(ada()), tokens(), access("at")).user.sub).toBe("auth0|ada");
    expect(heard).toHaveBeenCalledOnce();
    expect(() => vi.runAllTimers()).toThrow("the app's mistake");
  });
});

describe("a session from tokens", () => {
  const now = 1_800_000_000_000;
  const claims = {
    iss: "https://tenant.example/",
    sub: "auth0|ada",
    aud: "spa",
    azp: "spa",
    exp: 1,
    iat: 1,
    nonce: "n",
    at_hash: "h",
    sid: "s",
    name: "Ada",
    email_verified: "true",
    "https://app.example/role": "admin",
  };
  const given = { accessToken: "at-canary", idToken: "id-canary", expiresIn: 60, claims };

  test("has the user without the protocol's claims", () => {
    const { user } = sessionFromTokens(given, { scope: "openid" }, now);
    expect(user).toEqual({
      sub: "auth0|ada",
      name: "Ada",
      email_verified: true,
      "https://app.example/role": "admin",
    });
    expect(Object.isFrozen(user)).toBe(true);
  });

  test("says when it ends, and holds no token", () => {
    const made = sessionFromTokens(given, { scope: "openid  email", audience: "api" }, now);
    expect(made).toMatchObject({
      expiresAt: now + 60_000,
      scope: ["openid", "email"],
      audience: "api",
      hasRefreshToken: false,
    });
    expect(made).not.toHaveProperty("authenticatedAt");
    expect(JSON.stringify(made)).not.toContain("canary");
  });

  test("goes by what was granted, not by what was asked", () => {
    const more = { scope: "openid", refreshToken: "rt", claims: { ...claims, auth_time: 5 } };
    expect(sessionFromTokens({ ...given, ...more }, { scope: "openid email" }, now)).toMatchObject({
      scope: ["openid"],
      hasRefreshToken: true,
      authenticatedAt: 5000,
    });
  });

  test("a claim called __proto__ harms nobody who copies the user", () => {
    const hostile: unknown = JSON.parse('{"sub":"x","__proto__":{"isAdmin":true}}');
    const merged = { ...claims, ...(hostile as typeof claims) };
    const { user } = sessionFromTokens({ ...given, claims: merged }, { scope: "openid" }, now);
    expect(Object.hasOwn(user, "__proto__")).toBe(false);
    expect(Object.assign({}, user)["isAdmin"]).toBeUndefined();
  });
});

test.each([
  [{ scope: "openid email" }, { scope: "email openid" }, true],
  [{ scope: "openid  email " }, { scope: "email openid", audience: "" }, true],
  [{ scope: "openid" }, { scope: "openid email" }, false],
  [{ scope: "openid", audience: "a" }, { scope: "openid" }, false],
  [{ scope: "b", audience: "a" }, { scope: "", audience: "a b" }, false],
])("%j and %j share an access token: %s", (one, other, same) => {
  expect(accessTokenKey(one) === accessTokenKey(other)).toBe(same);
});
