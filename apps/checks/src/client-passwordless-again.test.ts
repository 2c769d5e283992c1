// @vitest-environment jsdom
import type { AuthConfig } from "@portico/core";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { failureOf, openPage, requestsTo } from "./client-page.js";

const email = "reader@example.com";
const wrong = "000000";
const check = "POST /co/authenticate";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2030, 0, 1) });
});

/** A page that has sent a code, and what the message says. */
async function openSent(to = email, config: Partial<AuthConfig> = {}) {
  const page = await openPage(config);
  const { challenge } = await page.client.passwordless.start({ email: to });
  const otp = page.tenant.inbox.list()[0]?.code ?? "";
  const typing = (...codes: readonly string[]) =>
    codes.map((typed) => page.client.passwordless.verify(challenge, { otp: typed }));
  page.tenant.clearRequests();
  return { ...page, challenge, otp, typing };
}

describe("a code", () => {
  test("signs in by the implicit grant, too", async () => {
    const { typing, otp } = await openSent(email, { responseType: "token id_token" });
    expect(await typing(otp)[0]).toMatchObject({
      kind: "authenticated",
      session: { user: { email } },
    });
    expect(sessionStorage).toHaveLength(0);
  });

  test("that is given three times at once is sent once, and ends alike", async () => {
    const { typing, otp, tenant } = await openSent();
    const [one, ...others] = await Promise.all(typing(otp, otp, otp));
    expect(one).toMatchObject({ kind: "authenticated" });
    expect(others).toEqual([one, one]);
    expect(requestsTo(tenant).filter((sent) => sent === check)).toHaveLength(1);
  });

  test("beside a wrong one waits for its turn", async () => {
    const { typing, otp, tenant } = await openSent();
    const ends = await Promise.allSettled(typing(wrong, otp, wrong));
    // The first wrong code is shared; what comes after the right one is not sent any more.
    const refused = {
      status: "rejected",
      reason: expect.objectContaining({ code: "invalid_otp" }),
    };
    expect(ends).toMatchObject([refused, { value: { kind: "authenticated" } }, refused]);
    expect(requestsTo(tenant).filter((sent) => sent === check)).toHaveLength(2);
  });

  test("that is guessed ten times costs ten requests and opens nothing", async () => {
    const { client, typing, otp, tenant } = await openSent();
    for (let guess = 0; guess < 10; guess += 1) {
      for (const call of typing(wrong)) {
        expect(await failureOf(call)).toMatchObject({ code: "invalid_otp" });
      }
    }
    expect(requestsTo(tenant).filter((sent) => sent.startsWith("POST"))).toEqual(
      Array(10).fill(check),
    );
    for (const late of typing(otp)) {
      expect(await failureOf(late)).toMatchObject({ code: "too_many_attempts" });
    }
    expect(client.session.get()).toEqual({ status: "starting" });
  });

  test("wants a second factor of who has one, at the token endpoint", async () => {
    const { client, challenge, otp } = await openSent("mfa+reader@example.com");
    const outcome = await client.passwordless.verify(challenge, { otp, via: "otp-grant" });
    expect(outcome).toMatchObject({ kind: "challenge", challenge: { type: "mfa" } });
    expect(client.passwordless.pending()).toBeUndefined();
    expect(client.session.get()).toEqual({ status: "starting" });
  });
});

describe("a proof by code", () => {
  test("is none for a wrong code, and the right one still proves, once", async () => {
    const { client, challenge, otp } = await openSent();
    const prove = (typed: string) => client.passwordless.prove(challenge, { otp: typed });
    const refused = { code: "invalid_otp" };
    expect(await failureOf(prove(wrong))).toMatchObject(refused);
    expect(await prove(otp)).toMatchObject({ user: { email } });
    expect(await failureOf(prove(otp))).toMatchObject(refused);
  });

  test("is none for an account with a second factor", async () => {
    const { client, challenge, otp } = await openSent("mfa+reader@example.com");
    const proving = client.passwordless.prove(challenge, { otp });
    expect(await failureOf(proving)).toMatchObject({ code: "mfa_required" });
  });
});
