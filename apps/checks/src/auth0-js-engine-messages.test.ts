// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from "vitest";
import { asked, openEngine } from "./auth0-js-page.js";
import { callback } from "./client-browser.js";
import { captchaFor } from "./client-captcha.js";
import { clientId } from "./client-page.js";

const email = "reader@example.com";
const startPath = "/passwordless/start";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a message", () => {
  test.each([
    ["an address", { connection: "email", send: "code", email }, {}],
    [
      "a number",
      { connection: "sms", send: "code", phoneNumber: "+15551234567", captcha: "c" },
      { phone_number: "+15551234567" },
    ],
  ] as const)("to %s sends what it is told", async (_where, request, respelt) => {
    const { engine, browser, tenant } = await openEngine();
    expect(await engine.passwordlessStart(request, undefined, {})).toBeUndefined();
    const { phoneNumber: _, ...others } = { phoneNumber: undefined, ...request };
    expect(browser.said(startPath)).toEqual([{ client_id: clientId, ...others, ...respelt }]);
    expect(tenant.inbox.list()).toHaveLength(1);
    expect(sessionStorage).toHaveLength(0);
  });

  test("is in the reader's language, and takes the answer to a challenge", async () => {
    const { engine, browser, tenant } = await openEngine({}, { captcha: "always" });
    const asking = vi.spyOn(tenant, "fetch");
    const captcha = await captchaFor(tenant, "/passwordless", "passwordless");
    const request = { connection: "email", send: "code", email, language: "pt-BR" } as const;
    await engine.passwordlessStart({ ...request, captcha, captchaState: "s-1" }, undefined, {});
    expect(asking.mock.lastCall?.[0].headers.get("x-request-language")).toBe("pt-BR");
    expect(browser.said(startPath)).toEqual([
      {
        client_id: clientId,
        connection: "email",
        send: "code",
        email,
        captcha,
        authParams: { state: "s-1" },
      },
    ]);
    expect(tenant.inbox.list({ to: email })).toHaveLength(1);
  });

  test("with parameters of the app's own is sent by Portico itself, as they are spelt", async () => {
    const { engine, browser } = await openEngine();
    const authParams = { ui_locales: "de", ext_camelCase2: { deepCase: 1 } };
    const request = { connection: "email", send: "code", email, authParams } as const;
    await engine.passwordlessStart(request, undefined, {});
    expect(browser.said(startPath)).toEqual([
      { client_id: clientId, connection: "email", send: "code", email, authParams },
    ]);
  });

  test.each(["code", "token id_token"] as const)(
    "with a link signs in by %s",
    async (responseType) => {
      const { client, browser, tenant, makeClient } = await openEngine({ responseType });
      await client.passwordless.start({ email, send: "link", appState: { step: 2 } });
      const proof = { code_challenge: expect.any(String), code_challenge_method: "S256" };
      expect(browser.said(startPath)).toEqual([
        {
          client_id: clientId,
          connection: "email",
          send: "link",
          email,
          authParams: {
            scope: asked.scope,
            redirect_uri: callback,
            response_type: responseType,
            state: expect.any(String),
            nonce: expect.any(String),
            ...(responseType === "code" && proof),
          },
        },
      ]);
      await browser.visit(tenant.inbox.list()[0]?.url ?? "");
      expect(await makeClient({}).start({ onRedirectCallback: () => {} })).toMatchObject({
        session: { user: { email } },
        appState: { step: 2 },
      });
    },
  );
});
