// @vitest-environment jsdom
import type { AuthClient, PasswordlessChallenge } from "@portico/core";
import { describe, expect, test, vi } from "vitest";
import { failureOf, openPage } from "./client-page.js";

const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };
const { email } = ada;
const challenge: PasswordlessChallenge = {
  type: "passwordless",
  connection: "email",
  channel: "email",
  destination: email,
  send: "code",
  resendAt: 0,
};

const calls: readonly [string, (client: AuthClient) => Promise<unknown>][] = [
  ["login", (client) => client.login(ada)],
  ["loginWithConnection", (client) => client.loginWithConnection()],
  ["buildAuthorizeUrl", (client) => client.buildAuthorizeUrl()],
  ["loginWithPopup", (client) => client.loginWithPopup()],
  ["signup", (client) => client.signup(ada)],
  ["resetPassword", (client) => client.resetPassword({ email })],
  ["passwordless.start", (client) => client.passwordless.start({ email })],
  ["passwordless.resend", (client) => client.passwordless.resend(challenge)],
  ["passwordless.verify", (client) => client.passwordless.verify(challenge, { otp: "1" })],
  ["passwordless.prove", (client) => client.passwordless.prove(challenge, { otp: "1" })],
  [
    "customTokenExchange",
    (client) => client.customTokenExchange({ subjectToken: "t", subjectTokenType: "u" }),
  ],
];

describe.each(calls)("%s", (_name, call) => {
  test("is for a page", async () => {
    const { client, tenant } = await openPage();
    vi.stubGlobal("window", undefined);
    const failure = await failureOf(call(client));
    vi.stubGlobal("window", globalThis);
    expect(failure).toEqual(
      new Error(
        "Portico was asked to sign in on a server. Nothing was sent. Call it in an effect or an event handler.",
      ),
    );
    expect(tenant.requests()).toEqual([]);
  });

  test.each([undefined, {}])("is for a page whose WebCrypto is not %j", async (crypto) => {
    const { client, browser, tenant } = await openPage();
    vi.stubGlobal("crypto", crypto);
    expect(await failureOf(call(client))).toEqual({
      name: "AuthError",
      code: "insecure_context",
      details: {},
    });
    expect([tenant.requests(), browser.windows, sessionStorage.length]).toEqual([[], [], 0]);
  });
});
