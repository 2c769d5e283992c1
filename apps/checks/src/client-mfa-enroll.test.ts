// @vitest-environment jsdom
import type { MfaEnrollParams } from "@portico/core";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { appCode } from "../harness/authenticator-app.js";
import {
  aborted,
  byPhone,
  grant,
  inAs,
  mfaToken,
  newcomer,
  openChallenged,
  wrongCode,
} from "./client-challenged.js";
import { asked, clientId, failureOf, turnsUntil } from "./client-page.js";

const now = Date.UTC(2030, 0, 1);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

describe("mfa.enroll", () => {
  const noSecret = { barcodeUri: undefined, secret: undefined };

  test("of an app shows its secret once, and the first code confirms it", async () => {
    const { client, browser, challenge, answered } = await openChallenged(newcomer);
    expect(challenge.enroll).toEqual(["otp", "sms", "push", "email"]);
    const enrolled = await client.mfa.enroll(challenge, { factor: "otp" });
    expect(enrolled).toEqual({
      factor: "otp",
      needsCode: true,
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      barcodeUri: expect.stringContaining("otpauth://totp/"),
      recoveryCodes: [expect.stringMatching(/^[A-Z2-7]{24}$/)],
    });
    expect(browser.said("/mfa/associate")).toEqual([{ authenticator_types: ["otp"] }]);
    const otp = appCode(enrolled.secret ?? "", now);
    expect(await client.mfa.verify(challenge, { otp })).toEqual(inAs(newcomer));
    expect(answered()).toMatchObject({ grant_type: grant("mfa-otp"), otp });
  });

  test.each<[MfaEnrollParams, object, string]>([
    [
      { factor: "sms", phoneNumber: "+15557654321" },
      { oob_channels: ["sms"], phone_number: "+15557654321" },
      "+15557654321",
    ],
    [
      { factor: "voice", phoneNumber: "+15557654321" },
      { oob_channels: ["voice"], phone_number: "+15557654321" },
      "+15557654321",
    ],
    [{ factor: "email" }, { oob_channels: ["email"] }, newcomer.email],
    [
      { factor: "email", email: "second@example.com" },
      { oob_channels: ["email"], email: "second@example.com" },
      "second@example.com",
    ],
  ])("of %j sends a code, which confirms it", async (params, sent, to) => {
    const { client, browser, tenant, challenge, answered } = await openChallenged(newcomer);
    const { recoveryCodes, ...enrolled } = await client.mfa.enroll(challenge, params);
    expect({ ...noSecret, ...enrolled }).toEqual({
      ...noSecret,
      factor: params.factor,
      needsCode: true,
    });
    expect(recoveryCodes).toHaveLength(1);
    expect(browser.said("/mfa/associate")).toEqual([{ authenticator_types: ["oob"], ...sent }]);
    const [message] = tenant.inbox.list();
    expect(message).toMatchObject({ to });
    const otp = message?.code ?? "";
    expect(await client.mfa.verify(challenge, { otp })).toEqual(inAs(newcomer));
    expect(answered()).toMatchObject({ grant_type: grant("mfa-oob"), binding_code: otp });
  });

  test.each(["sms", "voice"] as const)(
    "of a number that is none is refused, by %s",
    async (factor) => {
      const { client, challenge } = await openChallenged(newcomer);
      const enrolling = client.mfa.enroll(challenge, { factor, phoneNumber: "not a number" });
      expect(await failureOf(enrolling)).toMatchObject({ code: "invalid_phone_number" });
    },
  );

  test("is refused to whoever has a factor", async () => {
    const { client, challenge } = await openChallenged();
    expect(await failureOf(client.mfa.enroll(challenge, { factor: "otp" }))).toEqual({
      name: "AuthError",
      code: "access_denied",
      details: {},
      status: 403,
    });
  });
});

describe("a push", () => {
  /** A page that waits for the device of whoever has just enrolled it. */
  async function openWaiting() {
    const page = await openChallenged(newcomer);
    const { client, tenant, challenge } = page;
    const enrolled = await client.mfa.enroll(challenge, { factor: "push" });
    const ids = () => tenant.inbox.list({ kind: "push" }).map(({ id }) => id);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now });
    return { ...page, enrolled, push: () => ids()[0] ?? 0 };
  }

  test("is waited for until it is allowed", async () => {
    const page = await openWaiting();
    const { client, browser, tenant, challenge, enrolled, push, answered } = page;
    expect(enrolled).toEqual({
      factor: "push",
      needsCode: false,
      barcodeUri: expect.stringContaining("otpauth://"),
      recoveryCodes: [expect.any(String)],
    });
    expect(browser.said("/mfa/associate")).toEqual([
      { authenticator_types: ["oob"], oob_channels: ["auth0"] },
    ]);
    tenant.clearRequests();
    let outcome: object | undefined;
    const waiting = client.mfa.verify(challenge, {}).then(
      (value) => (outcome = value),
      (error: object) => (outcome = error),
    );
    await turnsUntil(browser, () => {
      const { begun, ended } = browser.traffic();
      // Time passes while nothing is under way.
      if (begun === ended) vi.advanceTimersByTime(100);
      if (browser.said("/oauth/token").length === 3) tenant.inbox.approve(push());
      return outcome !== undefined;
    });
    await waiting;
    expect(outcome).toEqual(inAs(newcomer));
    const answers = tenant.requests().filter(({ path }) => path === "/oauth/token");
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 200]);
    expect(answered()).toEqual({
      client_id: clientId,
      grant_type: grant("mfa-oob"),
      mfa_token: mfaToken,
      oob_code: expect.any(String),
    });
  });

  test("that is denied is asked about no more", async () => {
    const { client, tenant, challenge, push } = await openWaiting();
    tenant.inbox.deny(push());
    expect(await failureOf(client.mfa.verify(challenge, {}))).toEqual({
      name: "AuthError",
      code: "access_denied",
      details: {},
    });
    tenant.clearRequests();
    expect(await failureOf(client.mfa.verify(challenge, {}))).toBeInstanceOf(Error);
    expect(tenant.requests()).toEqual([]);
  });

  test("may be asked again of a device that has denied", async () => {
    const page = await openWaiting();
    const { client, tenant, push } = page;
    tenant.inbox.approve(push());
    expect(await client.mfa.verify(page.challenge, {})).toEqual(inAs(newcomer));
    const outcome = await client.login({ ...newcomer, via: "password-realm" });
    if (outcome.kind !== "challenge") throw new Error("The login was to be challenged.");
    const { challenge } = outcome;
    const devices = await client.mfa.authenticators(challenge);
    const device = {
      id: devices.find(({ factor }) => factor === "push")?.id ?? "",
      factor: "push",
    } as const;
    const isAsked = { factor: "push", needsCode: false };
    expect(await client.mfa.challenge(challenge, device)).toEqual(isAsked);
    tenant.inbox.deny(push());
    expect(await failureOf(client.mfa.verify(challenge, {}))).toMatchObject({
      code: "access_denied",
    });
    expect(await client.mfa.challenge(challenge, device)).toEqual(isAsked);
    tenant.inbox.approve(push());
    expect(await client.mfa.verify(challenge, {})).toEqual(inAs(newcomer));
  });

  test("is not waited for any more once the app gives up", async () => {
    const page = await openWaiting();
    const caller = new AbortController();
    const { signal } = caller;
    const ended = failureOf(page.client.mfa.verify(page.challenge, { signal }));
    await asked(page, "/oauth/token");
    caller.abort();
    expect(await ended).toEqual(aborted);
  });

  test("gives way to a code that is typed meanwhile", async () => {
    const page = await openWaiting();
    const { client, challenge } = page;
    const ended = failureOf(client.mfa.verify(challenge, {}));
    await asked(page, "/oauth/token");
    const typed = failureOf(client.mfa.verify(challenge, { otp: "123456" }));
    expect(await ended).toEqual(aborted);
    expect(await typed).toEqual(wrongCode);
  });

  test("that nobody has been asked is the developer's mistake", async () => {
    const { client, tenant, challenge, idOf } = await openChallenged(byPhone);
    const mistake = new Error(
      "verify was called without a code, and no device was asked that could answer instead. Nothing was sent. Pass { otp } or { recoveryCode }, or call challenge for a push factor first.",
    );
    expect(await failureOf(client.mfa.verify(challenge, {}))).toEqual(mistake);
    await client.mfa.challenge(challenge, await idOf("sms"));
    tenant.clearRequests();
    expect(await failureOf(client.mfa.verify(challenge, {}))).toEqual(mistake);
    expect(tenant.requests()).toEqual([]);
  });
});
