import { describe, expect, test, vi } from "vitest";
import { transactionsKey } from "../transaction/clear-transactions.js";
import { fakeContext } from "../../test/fake-context.js";
import type { Engine } from "../engine/engine.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { SessionNews } from "../session/session-sync.js";
import { databaseLogin } from "./database-login.js";
import { beginSession } from "./keep-tokens.js";
import { login } from "./login.js";
import { logout } from "./logout.js";
import { signup } from "./signup.js";

const ada = { email: "ada@example.com", password: "a password" };

/** A page whose engine answers as the test says. */
function page(engine: Partial<Engine>) {
  const told: SessionNews[] = [];
  const navigate = vi.fn<(url: string) => void>();
  const sync = {
    open: () => {},
    tell: (news: SessionNews) => void told.push(news),
    close: () => {},
  };
  const context = fakeContext(engine, { sync, navigate });
  return { context, told, navigate };
}

function tokensOf(sub: string): VerifiedTokens {
  const claims = { iss: "i", sub, aud: "spa", exp: 1, iat: 1 };
  return { accessToken: `at of ${sub}`, idToken: "id", expiresIn: 3600, claims };
}

/** A promise that the test settles. */
function later<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((yes) => {
    resolve = yes;
  });
  return { promise, resolve };
}

describe("a sign-out outweighs", () => {
  test.each(["in-page", "password-realm"] as const)(
    "a login %s that began before it",
    async (via) => {
      const answer = later<VerifiedTokens>();
      const work = () => answer.promise;
      const { context, told } = page({ loginInPage: work, loginByGrant: work });
      const result = login(context, { ...ada, via });
      await logout(context, { local: true });
      answer.resolve(tokensOf("ada"));
      await expect(result).rejects.toMatchObject({ code: "aborted" });
      expect(context.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
      expect(told).toEqual([{ type: "signed_out" }]);
    },
  );

  test("a login by redirect, which does not leave for the tenant any more", async () => {
    const answer = later<string>();
    const { context, navigate } = page({ loginUrl: () => answer.promise });
    const result = login(context, { ...ada, via: "redirect" });
    await logout(context);
    answer.resolve("the tenant, with a ticket");
    await expect(result).rejects.toMatchObject({ code: "aborted" });
    expect(navigate.mock.calls).toEqual([["the logout page"]]);
  });

  test("the login that was to follow a sign-up, and the account stays", async () => {
    const answer = later<void>();
    const loginInPage = vi.fn<Engine["loginInPage"]>(async () => tokensOf("ada"));
    const { context, told } = page({ signup: () => answer.promise, loginInPage });
    const result = signup(context, ada);
    await logout(context, { local: true });
    answer.resolve();
    expect(await result).toMatchObject({
      kind: "accepted",
      destination: ada.email,
      signInError: { code: "aborted" },
    });
    expect(loginInPage).not.toHaveBeenCalled();
    expect(context.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
    expect(told).toEqual([{ type: "signed_out" }]);
  });
});

test.each([
  ["in-page", true],
  ["password-realm", false],
] as const)("a login %s is kept and told to the other tabs", async (via, seenSilently) => {
  const work = async () => tokensOf("ada");
  const { context, told } = page({ loginInPage: work, loginByGrant: work });
  expect(await login(context, { ...ada, via })).toMatchObject({
    kind: "authenticated",
    session: { user: { sub: "ada" } },
  });
  expect(context.session.tokens).toMatchObject({ seenSilently });
  expect(told).toEqual([{ type: "signed_in", sub: "ada" }]);
});

test("a login trims the name and leaves the password as it is", async () => {
  const loginInPage = vi.fn<Engine["loginInPage"]>(async () => tokensOf("ada"));
  const { context } = page({ loginInPage });
  await login(context, { email: " ada@example.com ", password: " a password " });
  expect(loginInPage.mock.calls[0]?.[0]).toEqual({
    username: "ada@example.com",
    password: " a password ",
    realm: "users",
  });
});

test("a login by redirect leaves with a return path of this app alone", async () => {
  const loginUrl = vi.fn<Engine["loginUrl"]>(async () => "the tenant, with a ticket");
  const { context, navigate } = page({ loginUrl });
  const appState = { returnTo: "https://evil.example/", step: 2 };
  expect(await login(context, { ...ada, via: "redirect", appState })).toEqual({
    kind: "redirecting",
  });
  expect(loginUrl.mock.calls[0]?.[1]).toMatchObject({ appState: { returnTo: "/", step: 2 } });
  expect(navigate.mock.calls).toEqual([["the tenant, with a ticket"]]);
});

test("a sign-out forgets the redirects that still wait for their response", async () => {
  const { context } = page({});
  const key = transactionsKey(context.channel.name);
  sessionStorage.setItem(key, "[]");
  localStorage.setItem(key, "[]");
  await logout(context, { local: true });
  expect([sessionStorage.getItem(key), localStorage.getItem(key)]).toEqual([null, null]);
});

describe("called from JavaScript without what it needs", () => {
  const { context } = page({});
  // What the types forbid.
  const broken = (params: object) => params as typeof ada;

  test.each([
    ["login without an e-mail address", () => login(context, broken({ password: "p" }))],
    ["login without a password", () => login(context, broken({ email: "a@b.c" }))],
    ["signup without an e-mail address", () => signup(context, broken({ password: "p" }))],
    ["signup without a password", () => signup(context, broken({ email: "a@b.c" }))],
  ])("%s says so and sends nothing", async (_, call) => {
    await expect(call()).rejects.toThrow("Nothing was sent. Pass { email, password }.");
  });
});

test("a fresh proof that somebody else has overtaken in this page is dropped", async () => {
  const tokens = (sub: string): VerifiedTokens => ({
    accessToken: `at of ${sub}`,
    idToken: "id",
    expiresIn: 60,
    claims: { iss: "i", sub, aud: "spa", exp: 1, iat: 1 },
  });
  const context = fakeContext({
    loginInPage: async () => {
      beginSession(context, tokens("bob"), { scope: "openid" }, true);
      return tokens("ada");
    },
  });
  const credentials = { username: "ada@example.com", password: "p", realm: "users" };
  const asked = { scope: "openid", subject: "ada" };
  const outcome = databaseLogin(context, credentials, asked, { via: "in-page" });
  await expect(outcome).rejects.toMatchObject({ code: "aborted" });
  expect(context.session.get()).toMatchObject({ session: { user: { sub: "bob" } } });
});
