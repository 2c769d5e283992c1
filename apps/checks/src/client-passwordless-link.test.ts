// @vitest-environment jsdom
import type { Tenant } from "@portico/tenant";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { callback } from "./client-browser.js";
import { clientId, failureOf, openPage } from "./client-page.js";
import { parametersOf } from "./client-visit.js";

const email = "reader@example.com";
const api = "https://api.portico.example";
const now = Date.UTC(2030, 0, 1);
const startPath = "/passwordless/start";
const links = `portico.transactions.id.portico.example.${clientId}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

const mailed = ({ inbox }: Tenant) => inbox.list()[0];

describe("a link", () => {
  const send = "link" as const;

  test("comes back to whatever tab it is opened in", async () => {
    const { client, browser, tenant, makeClient } = await openPage({ rememberLastSignIn: true });
    const appState = { returnTo: "/inbox" };
    const params = { email, send, appState, audience: api, authParams: { ui_locales: "fr" } };
    const { challenge } = await client.passwordless.start(params);
    expect(challenge).toEqual({
      type: "passwordless",
      connection: "email",
      channel: "email",
      destination: email,
      send,
      resendAt: now + 30_000,
    });
    const [body] = browser.said(startPath);
    expect(body).toEqual({
      client_id: clientId,
      connection: "email",
      send,
      email,
      authParams: {
        ui_locales: "fr",
        scope: "openid profile email",
        audience: api,
        redirect_uri: callback,
        response_type: "code",
        state: expect.stringMatching(/^[\w-]{43}$/),
        nonce: expect.stringMatching(/^[\w-]{43}$/),
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        code_challenge_method: "S256",
      },
    });
    // In another tab, which shares no sessionStorage.
    sessionStorage.clear();
    expect(localStorage.getItem(links)).not.toBeNull();
    await browser.visit(mailed(tenant)?.url ?? "");
    const other = makeClient({});
    expect(await other.start({ onRedirectCallback: () => {} })).toMatchObject({
      kind: "authenticated",
      session: { user: { email }, audience: api },
      appState,
    });
    expect(other.lastSignIn()).toEqual({ connection: "email", at: now });
    expect(localStorage.getItem(links)).toBeNull();
  });

  test("brings tokens where those are asked for", async () => {
    const { client, browser, tenant, makeClient } = await openPage({
      responseType: "token id_token",
    });
    await client.passwordless.start({ email, send, captcha: "c", captchaState: "own-state" });
    const [body] = browser.said(startPath) as [{ authParams: object }];
    expect(body).toMatchObject({ captcha: "c", authParams: { state: "own-state" } });
    expect(Object.keys(body.authParams).toSorted()).toEqual([
      "nonce",
      "redirect_uri",
      "response_type",
      "scope",
      "state",
    ]);
    await browser.visit(mailed(tenant)?.url ?? "");
    expect(await makeClient({}).start()).toMatchObject({ session: { user: { email } } });
  });

  test("cannot be led elsewhere by parameters of one's own", async () => {
    const { client, browser, tenant } = await openPage();
    const authParams = {
      redirect_uri: "https://evil.example/",
      response_type: "token",
      response_mode: "form_post",
      state: "fixed",
      nonce: "fixed",
      scope: "evil",
      audience: "evil",
      code_challenge: "fixed",
      ui_locales: "de",
    };
    await client.passwordless.start({ email, send, authParams });
    const [{ authParams: sent }] = browser.said(startPath) as [{ authParams: object }];
    expect(sent).toEqual({
      scope: "openid profile email",
      redirect_uri: callback,
      response_type: "code",
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      ui_locales: "de",
    });
    expect(mailed(tenant)?.url).not.toContain("evil");
  });

  test("that is sent again has a state and a nonce of its own", async () => {
    const { client, browser, tenant, makeClient } = await openPage();
    const appState = { step: 2 };
    const params = { email, send, language: "fr", appState } as const;
    const { challenge } = await client.passwordless.start(params);
    const first = mailed(tenant);
    vi.setSystemTime(challenge.resendAt);
    expect(await client.passwordless.resend(challenge)).toMatchObject({ destination: email });
    const second = mailed(tenant);
    expect(second).toMatchObject({ kind: "link", locale: "fr" });
    const [one, two] = [first, second].map((message) => parametersOf(message?.url));
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(two?.[name]).toBeTruthy();
      expect(two?.[name]).not.toBe(one?.[name]);
    }
    await browser.visit(second?.url ?? "");
    expect(await makeClient({}).start({ onRedirectCallback: () => {} })).toMatchObject({
      appState,
      session: { user: { email } },
    });
  });

  test("that was not sent is not waited for", async () => {
    const { client, tenant } = await openPage();
    tenant.faults.add({ match: { path: startPath }, fault: "json500" });
    const failure = await failureOf(client.passwordless.start({ email, send }));
    expect(failure).toMatchObject({ code: "server", status: 500 });
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });
});
