// @vitest-environment jsdom
import type { PasswordlessChallenge, PasswordlessStartParams } from "@portico/core";
import type { Tenant } from "@portico/tenant";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { captchaFor } from "./client-captcha.js";
import { clientId, failureOf, openPage, requestsTo } from "./client-page.js";

const email = "reader@example.com";
const phoneNumber = "+15551234567";
const now = Date.UTC(2030, 0, 1);
const startPath = "/passwordless/start";
const message = `portico.pending-message.id.portico.example.${clientId}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

const mailed = ({ inbox }: Tenant) => inbox.list()[0];
const codeIn = (tenant: Tenant) => mailed(tenant)?.code ?? "";

const challengeTo = (destination: string, more: Partial<PasswordlessChallenge> = {}) => ({
  type: "passwordless",
  connection: "email",
  channel: "email",
  destination,
  send: "code",
  resendAt: now + 30_000,
  ...more,
});

describe("passwordless.start", () => {
  test.each<[string, PasswordlessStartParams, object, string, Partial<PasswordlessChallenge>]>([
    ["a code by mail", { email: ` ${email} ` }, { connection: "email", email }, email, {}],
    [
      "a code by text message",
      { phoneNumber: "001 (555) 123-4567" },
      { connection: "sms", phone_number: phoneNumber },
      phoneNumber,
      { connection: "sms", channel: "sms" },
    ],
    [
      "a code with whatever is told for it",
      { email, send: "code", captcha: "c", captchaState: "s", authParams: { ui_locales: "fr" } },
      {
        connection: "email",
        email,
        captcha: "c",
        authParams: { ui_locales: "fr", state: "s" },
      },
      email,
      {},
    ],
  ])("sends %s, and waits for it", async (_what, params, sent, destination, more) => {
    const { client, browser, tenant } = await openPage();
    const challenge = challengeTo(destination, more);
    expect(await client.passwordless.start({ ...params, language: "pt-BR" })).toEqual({
      kind: "accepted",
      destination,
      challenge,
    });
    expect(browser.said(startPath)).toEqual([{ client_id: clientId, send: "code", ...sent }]);
    expect(tenant.inbox.list()).toMatchObject([{ to: destination, locale: "pt-BR" }]);
    expect(client.passwordless.pending()).toEqual(challenge);
    const kept: unknown = JSON.parse(sessionStorage.getItem(message) ?? "");
    expect(kept).toEqual({ ...challenge, until: now + 900_000 });
    expect([localStorage.length, client.session.get()]).toEqual([0, { status: "starting" }]);
  });

  test("is one request for each message, at the same time", async () => {
    const { client, tenant } = await openPage();
    const { start } = client.passwordless;
    const both = [start({ email }), start({ email })] as const;
    await Promise.all([...both, start({ email, send: "link" }), start({ phoneNumber })]);
    expect((await both[0]).challenge).toBe((await both[1]).challenge);
    expect(
      tenant.inbox
        .list()
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(["code", "link", "sms"]);
  });

  test.each<[string, PasswordlessStartParams, object]>([
    ["an address that is none", { email: "reader" }, { code: "invalid_email", status: 400 }],
    ["a blank address", { email: " " }, { code: "invalid_email" }],
    ["a number that is none", { phoneNumber: "12" }, { code: "invalid_phone_number" }],
    [
      "a number that cannot be reached",
      { phoneNumber: "+15005550001" },
      { code: "sms_provider_error", status: 400 },
    ],
    [
      "an unknown connection",
      { email, connection: "misspelt" },
      { code: "invalid_request", status: 400 },
    ],
  ])("waits for nothing after %s", async (_what, params, failure) => {
    const { client, tenant } = await openPage();
    expect(await failureOf(client.passwordless.start(params))).toEqual({
      name: "AuthError",
      details: {},
      ...failure,
    });
    expect(requestsTo(tenant)).toEqual("status" in failure ? [`POST ${startPath}`] : []);
    expect([client.passwordless.pending(), sessionStorage.length]).toEqual([undefined, 0]);
  });

  test.each(["code", "link"] as const)("takes the answer to a challenge for a %s", async (send) => {
    const { client, tenant } = await openPage({}, { captcha: "always" });
    expect(await failureOf(client.passwordless.start({ email, send }))).toMatchObject({
      code: "invalid_captcha",
    });
    const captcha = await captchaFor(tenant, "/passwordless", "passwordless");
    await client.passwordless.start({ email, send, captcha, captchaState: "s-1" });
    expect(tenant.inbox.list()).toMatchObject([{ to: email, kind: send }]);
    expect(JSON.stringify([sessionStorage, localStorage])).not.toContain(captcha);
  });

  test.each([
    ["empty200", "invalid_response"],
    ["object200", "invalid_response"],
    ["array200", "invalid_response"],
  ] as const)("takes no success from %s", async (fault, code) => {
    const { client, tenant } = await openPage();
    tenant.faults.add({ match: { path: startPath }, fault });
    expect(await failureOf(client.passwordless.start({ email }))).toMatchObject({ code });
    expect(client.passwordless.pending()).toBeUndefined();
  });
});

describe("passwordless.resend", () => {
  test("is held back, by the tenant as by the clock", async () => {
    const { client, tenant } = await openPage();
    const { challenge } = await client.passwordless.start({ email, language: "fr" });
    vi.setSystemTime(challenge.resendAt);
    const fault = { kind: "429-global", retryAfter: 60 } as const;
    tenant.faults.add({ match: { path: startPath }, fault });
    const limited = { name: "AuthError", code: "rate_limited", details: {}, retryAfter: 60_000 };
    expect(await failureOf(client.passwordless.resend(challenge))).toEqual({
      ...limited,
      status: 429,
    });
    const { pending } = client.passwordless;
    expect(pending()).toEqual({ ...challenge, resendAt: now + 90_000 });
    tenant.clearRequests();
    expect(await failureOf(client.passwordless.resend(challenge))).toEqual(limited);
    expect(tenant.requests()).toEqual([]);
    // What had been asked for goes along all the same.
    vi.setSystemTime(now + 90_000);
    await client.passwordless.resend(pending() ?? challenge);
    expect(mailed(tenant)).toMatchObject({ locale: "fr", ts: now + 90_000 });
    expect(pending()?.resendAt).toBe(now + 120_000);
  });

  test("makes the code of before worthless", async () => {
    const { client, tenant } = await openPage();
    const { challenge } = await client.passwordless.start({ email });
    const before = codeIn(tenant);
    vi.setSystemTime(challenge.resendAt);
    const again = await client.passwordless.resend(challenge);
    const wrong = client.passwordless.verify(again.challenge, { otp: before });
    expect(await failureOf(wrong)).toMatchObject({ code: "invalid_otp" });
    const right = client.passwordless.verify(challenge, { otp: codeIn(tenant) });
    expect(await right).toMatchObject({ kind: "authenticated" });
  });
});
