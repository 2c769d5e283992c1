import type { Page } from "@playwright/test";
import type { FaultName } from "@portico/tenant";
import { call, keptByPage, openCore, sessionState } from "./core-page.js";
import type { CallResult } from "../harness/core.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";

const canary = "canary-7d1e-Aa1";

const challenge = {
  type: "passwordless",
  connection: "email",
  channel: "email",
  destination: "ada@example.com",
  send: "code",
  resendAt: 0,
};

/** Calls one of `client.passwordless` in the page. */
function passwordless(page: Page, method: string, ...given: object[]): Promise<CallResult> {
  return page.evaluate(
    ([name, input]) => {
      const calls = window.portico.client?.passwordless as unknown as Record<
        string,
        (...input: object[]) => unknown
      >;
      return window.portico.result(async () => calls[name]?.(...input));
    },
    [method, given] as const,
  );
}

/** Where each flow's first request goes, and a call with a secret in it. */
const flows: Record<string, [path: string, run: (page: Page) => Promise<CallResult>]> = {
  signup: [
    "/dbconnections/signup",
    (page) => call(page, "signup", { email: newEmail(), password: canary, captcha: canary }),
  ],
  resetPassword: [
    "/dbconnections/change_password",
    (page) => call(page, "resetPassword", { email: newEmail(), captcha: canary }),
  ],
  "passwordless.start": [
    "/passwordless/start",
    (page) => passwordless(page, "start", { email: newEmail(), captcha: canary }),
  ],
  "passwordless.start of a link": [
    "/passwordless/start",
    (page) => passwordless(page, "start", { email: newEmail(), send: "link", captcha: canary }),
  ],
  "passwordless.verify": [
    "/co/authenticate",
    (page) => passwordless(page, "verify", challenge, { otp: canary }),
  ],
  "passwordless.verify by redirect": [
    "/co/authenticate",
    (page) => passwordless(page, "verify", challenge, { otp: canary, via: "redirect" }),
  ],
  "passwordless.verify by grant": [
    "/oauth/token",
    (page) => passwordless(page, "verify", challenge, { otp: canary, via: "otp-grant" }),
  ],
  customTokenExchange: [
    "/oauth/token",
    (page) =>
      call(page, "customTokenExchange", { subjectToken: canary, subjectTokenType: "urn:x" }),
  ],
};

const faults = {
  network: "network",
  "answer-lost": "network",
  "body-cut": "network",
  text403: "origin_not_allowed",
  empty403: "access_denied",
  html500: "server",
  json500: "server",
  html502: "server",
  json502: "server",
  empty503: "server",
  "429-global": "rate_limited",
  html200: "invalid_response",
  empty200: "invalid_response",
  empty204: "invalid_response",
  null200: "invalid_response",
  object200: "invalid_response",
  array200: "invalid_response",
  error200: "invalid_response",
  large200: "invalid_response",
} as const;

/** The flows whose request would succeed, so that half of an answer is half of a good one. */
const succeeding = ["signup", "passwordless.start", "passwordless.start of a link"];

for (const [flow, [path, run]] of Object.entries(flows)) {
  test(`${flow}: no bad answer is taken for a good one, repeated or told on`, async ({
    page,
    stack,
  }) => {
    test.setTimeout(120_000);
    await openCore(page, stack);
    const truncated = succeeding.includes(flow) ? { "json-truncated": "invalid_response" } : {};
    for (const [fault, code] of Object.entries({ ...faults, ...truncated })) {
      await test.step(fault, async () => {
        stack.tenant.faults.clear();
        const named = fault === "429-global" ? { kind: fault, retryAfter: 3 } : fault;
        const rule = { match: { path, method: "POST" }, fault: named as FaultName };
        const { id } = stack.tenant.faults.add(rule);
        stack.tenant.clearRequests();
        const outcome = await run(page);
        const hits = stack.tenant.faults.list().find((known) => known.id === id)?.hits;
        expect(hits).toBe(1);
        expect(outcome.mistake).toBeUndefined();
        expect(outcome.code).toBe(code);
        const error = JSON.parse(outcome.error ?? "") as { retryAfter?: number };
        if (code === "rate_limited") expect(error.retryAfter).toBe(3000);
        const asked = requestsTo(stack).filter((request) => request === `POST ${path}`);
        expect(asked).toHaveLength(1);
        expect(outcome.error).not.toContain(canary);
        const kept = await keptByPage(page);
        expect(kept).not.toContain(canary);
        expect(kept).not.toContain("codeVerifier");
        expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
      });
    }
  });

  test(`${flow}: ends at its deadline and at the caller's wish`, async ({ page, stack }) => {
    await openCore(page, stack, { deadlines: { request: 500 } });
    stack.tenant.faults.clear();
    const match = { path, method: "POST" };
    for (const fault of ["hang", "body-hangs"] as const) {
      stack.tenant.faults.add({ match, fault });
      const { code, error } = await run(page);
      expect(code).toBe("timeout");
      expect(error).not.toContain(canary);
    }
    expect(await page.locator("iframe").count()).toBe(0);
    expect(await keptByPage(page)).not.toContain("codeVerifier");
  });
}
