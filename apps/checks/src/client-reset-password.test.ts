// @vitest-environment jsdom
import type { ResetPasswordParams } from "@portico/core";
import { describe, expect, test } from "vitest";
import { captchaFor } from "./client-captcha.js";
import { clientId, failureOf, openPage, requestsTo } from "./client-page.js";

const connection = "Username-Password-Authentication";
const resetPath = "/dbconnections/change_password";

describe("resetPassword", () => {
  test.each<[string, ResetPasswordParams, object, number]>([
    ["a known address", { email: " ada@example.com " }, {}, 1],
    ["an unknown one", { email: "nobody@example.com" }, {}, 0],
    [
      "whatever it is told",
      {
        email: "ada@example.com",
        connection: "crew",
        organization: "analytical-society",
        captcha: "c",
        captchaState: "s",
      },
      { connection: "crew", organization: "analytical-society", captcha: "c", state: "s" },
      0,
    ],
  ])("mails a link to %s, and ends alike", async (_what, params, sent, mails) => {
    const { client, browser, tenant } = await openPage();
    await tenant.seed({ clients: [], connections: [{ name: "crew" }] });
    const email = params.email.trim();
    expect(await client.resetPassword(params)).toEqual({ kind: "accepted", destination: email });
    expect(browser.said(resetPath)).toEqual([{ client_id: clientId, connection, email, ...sent }]);
    expect(tenant.inbox.list({ to: email, kind: "reset" })).toHaveLength(mails);
    expect(client.session.get()).toEqual({ status: "starting" });
  });

  test("asks with what the configuration says, and with nothing that it does not know", async () => {
    const { client, browser, tenant } = await openPage({
      organization: "observatory",
      databaseConnection: "crew",
    });
    await tenant.seed({ clients: [], connections: [{ name: "crew" }] });
    const stray = { password: "canary", foo: "canary" };
    await client.resetPassword({ email: "ada@example.com", ...stray });
    expect(browser.said(resetPath)).toEqual([
      {
        client_id: clientId,
        connection: "crew",
        email: "ada@example.com",
        organization: "observatory",
      },
    ]);
  });

  test("takes the answer to a challenge, once", async () => {
    const { client, tenant } = await openPage({}, { captcha: "always" });
    const params = { email: "ada@example.com" };
    expect(await failureOf(client.resetPassword(params))).toMatchObject({
      code: "invalid_captcha",
    });
    const captcha = await captchaFor(tenant, resetPath, "change_password");
    await client.resetPassword({ ...params, captcha, captchaState: "s-1" });
    expect(tenant.inbox.list({ kind: "reset" })).toHaveLength(1);
    const again = client.resetPassword({ ...params, captcha, captchaState: "s-1" });
    const failure = await failureOf(again);
    expect(failure).toMatchObject({ code: "invalid_captcha" });
    expect(JSON.stringify(failure)).not.toContain(captcha);
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
  });

  test("says how long to wait, and is sent once", async () => {
    const { client, tenant } = await openPage();
    const fault = { kind: "429-global", retryAfter: 7 } as const;
    tenant.faults.add({ match: { path: resetPath }, fault });
    expect(await failureOf(client.resetPassword({ email: "ada@example.com" }))).toEqual({
      name: "AuthError",
      code: "rate_limited",
      details: {},
      status: 429,
      retryAfter: 7000,
    });
    expect(requestsTo(tenant)).toEqual([`POST ${resetPath}`]);
  });

  test("ends at the caller's wish, and sends nothing for an address that is none", async () => {
    const { client, tenant } = await openPage();
    const params = { email: "ada@example.com", signal: AbortSignal.abort() };
    expect(await failureOf(client.resetPassword(params))).toMatchObject({ code: "aborted" });
    expect(await failureOf(client.resetPassword({ email: "  " }))).toMatchObject({
      code: "invalid_email",
    });
    expect(await failureOf(client.resetPassword({} as ResetPasswordParams))).toEqual(
      new Error(
        "resetPassword was called without an e-mail address. Nothing was sent. Pass { email }.",
      ),
    );
    expect(tenant.requests()).toEqual([]);
  });
});
