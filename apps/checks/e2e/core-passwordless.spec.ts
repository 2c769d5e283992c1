import type { Page } from "@playwright/test";
import type { PasswordlessChallenge, PasswordlessStarted } from "@portico/core";
import type { CallResult } from "../harness/core.js";
import type { Stack } from "../stack/start-stack.js";
import { solveCaptcha } from "./captcha.js";
import { attachClient, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

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

/** Starts and reads what was sent. */
async function start(page: Page, { tenant }: Stack, params: object) {
  const { value, ...failed } = await passwordless(page, "start", params);
  expect(failed).toEqual({});
  const started = value as PasswordlessStarted;
  const message = await tenant.inbox.wait({ to: started.destination });
  return { ...started, message, otp: message.code ?? "" };
}

function wrong(otp: string): string {
  return otp === "111111" ? "222222" : "111111";
}

/** Opens an address and answers the callback there with a client of its own. */
async function landBy(page: Page, stack: Stack, open: () => Promise<unknown>, more = {}) {
  const back = page.waitForURL(/[?#&](code|access_token|error)=/);
  await open();
  await back;
  const redirectUri = `${stack.app}/harness/index.html`;
  const { tenant, clientId } = stack;
  await attachClient(page, { domain: tenant.url, clientId, redirectUri, ...more });
  return page.evaluate(() => window.portico.result(async () => window.portico.client?.start()));
}

function waiting(page: Page): Promise<PasswordlessChallenge | undefined> {
  return page.evaluate(() => window.portico.client?.passwordless.pending());
}

const newPhoneNumber = () => `+4930${Math.floor(Math.random() * 1e8 + 1e7)}`;

test.describe("a code", () => {
  for (const [responseType, via] of [
    ["code", "in-page"],
    ["token id_token", "in-page"],
    ["code", "otp-grant"],
  ] as const) {
    test(`by e-mail signs in ${via} with the response type ${responseType}`, async ({
      page,
      stack,
    }) => {
      await openCore(page, stack, { responseType });
      const email = newEmail();
      const { otp, ...started } = await start(page, stack, { email: `  ${email} ` });
      expect(started).toMatchObject({
        kind: "accepted",
        destination: email,
        challenge: { type: "passwordless", connection: "email", channel: "email", send: "code" },
      });
      expect(await waiting(page)).toEqual(started.challenge);
      const { value } = await passwordless(page, "verify", started.challenge, {
        otp: ` ${otp}`,
        via,
      });
      expect(value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
      expect(await waiting(page)).toBeUndefined();
      const kept = await keptByPage(page);
      expect(kept).not.toContain(otp);
      expect(kept).not.toContain("portico.");
    });
  }

  test("by text message goes to the number in E.164, however it was typed", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    const number = newPhoneNumber();
    const typed = `00${number.slice(1, 3)} (${number.slice(3, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`;
    const { otp, message, challenge } = await start(page, stack, { phoneNumber: typed });
    expect(message).toMatchObject({ kind: "sms", to: number });
    expect(challenge).toMatchObject({ channel: "sms", connection: "sms", destination: number });
    const { value } = await passwordless(page, "verify", challenge, { otp });
    expect(value).toMatchObject({ session: { user: { sub: expect.stringMatching(/^sms\|/) } } });
  });

  test("comes back from a redirect, with the app's state", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const { otp, challenge } = await start(page, stack, { email });
    const appState = { returnTo: "/projects" };
    const params = { otp, via: "redirect", appState };
    const outcome = await landBy(page, stack, async () => {
      // The page may be gone before the call has answered.
      void passwordless(page, "verify", challenge, params).catch(() => {});
    });
    expect(outcome.value).toMatchObject({
      kind: "authenticated",
      appState,
      session: { user: { email } },
    });
    expect(await waiting(page)).toBeUndefined();
  });

  test("is asked for in the reader's language, and sent as a code in so many words", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    const asked = page.waitForRequest(/\/passwordless\/start$/);
    const params = { email: newEmail(), language: "de-AT", authParams: { scope: "openid" } };
    const { message } = await start(page, stack, params);
    expect(message).toMatchObject({ kind: "code", locale: "de-AT" });
    const { email } = params;
    expect((await asked).postDataJSON()).toEqual({
      client_id: stack.clientId,
      connection: "email",
      send: "code",
      email,
      authParams: { scope: "openid" },
    });
  });

  for (const via of ["in-page", "otp-grant", "redirect"]) {
    test(`that is wrong is invalid_otp ${via}, and the right one still works`, async ({
      page,
      stack,
    }) => {
      await openCore(page, stack);
      const { otp, challenge } = await start(page, stack, { email: newEmail() });
      const refused = await passwordless(page, "verify", challenge, { otp: wrong(otp), via });
      expect(refused.code).toBe("invalid_otp");
      expect(refused.error).not.toContain(wrong(otp));
      const kept = await keptByPage(page);
      expect(kept).not.toContain("codeVerifier");
      expect(kept).not.toContain(wrong(otp));
      expect(await waiting(page)).toEqual(challenge);
      const { value } = await passwordless(page, "verify", challenge, { otp });
      expect(value).toMatchObject({ kind: "authenticated" });
    });
  }

  test("submitted three times at once is sent once and ends alike", async ({ page, stack }) => {
    await openCore(page, stack);
    const { otp, challenge } = await start(page, stack, { email: newEmail() });
    stack.tenant.clearRequests();
    const ends = await page.evaluate(
      ([sent, code]) => {
        const { client, result } = window.portico;
        const verify = () => result(async () => client?.passwordless.verify(sent, { otp: code }));
        return Promise.all([verify(), verify(), verify()]);
      },
      [challenge, otp] as const,
    );
    expect(ends.map(({ value }) => (value as { kind?: string }).kind)).toEqual(
      Array(3).fill("authenticated"),
    );
    expect(requestsTo(stack).filter((asked) => asked === "POST /co/authenticate")).toHaveLength(1);
  });

  test("beside a wrong one waits for its turn", async ({ page, stack }) => {
    await openCore(page, stack);
    const { otp, challenge } = await start(page, stack, { email: newEmail() });
    const ends = await page.evaluate(
      ([sent, codes]) => {
        const { client, result } = window.portico;
        return Promise.all(
          codes.map((code) => result(async () => client?.passwordless.verify(sent, { otp: code }))),
        );
      },
      [challenge, [wrong(otp), otp, wrong(otp)]] as const,
    );
    // The first wrong code is shared; what comes after the right one is not sent any more.
    expect(ends.map(({ code }) => code)).toEqual(["invalid_otp", undefined, "invalid_otp"]);
    expect(ends[1]?.value).toMatchObject({ kind: "authenticated" });
  });

  test("that is guessed ten times costs ten requests and opens nothing", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    const { otp, challenge } = await start(page, stack, { email: newEmail() });
    stack.tenant.clearRequests();
    for (let guess = 0; guess < 10; guess += 1) {
      const { code } = await passwordless(page, "verify", challenge, { otp: wrong(otp) });
      expect(code).toBe("invalid_otp");
    }
    expect(requestsTo(stack).filter((asked) => asked.startsWith("POST"))).toHaveLength(10);
    const late = await passwordless(page, "verify", challenge, { otp });
    expect(late.code).toBe("too_many_attempts");
    expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
  });

  test("wants a second factor of who has one, at the token endpoint", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = `mfa+${crypto.randomUUID()}@example.com`;
    const { otp, challenge } = await start(page, stack, { email });
    const { value } = await passwordless(page, "verify", challenge, { otp, via: "otp-grant" });
    expect(value).toMatchObject({ kind: "challenge", challenge: { type: "mfa" } });
    expect(await waiting(page)).toBeUndefined();
    expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
  });

  test("survives a reload, and forget drops it", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const { otp, challenge } = await start(page, stack, { email });
    await openCore(page, stack);
    const pending = await waiting(page);
    expect(pending).toEqual(challenge);
    expect(await keptByPage(page)).not.toContain(otp);
    await page.evaluate(() => window.portico.client?.passwordless.forget());
    expect(await waiting(page)).toBeUndefined();
    const { value } = await passwordless(page, "verify", challenge, { otp });
    expect(value).toMatchObject({ session: { user: { email } } });
  });

  test("is no longer waited for after a sign-out", async ({ page, stack }) => {
    await openCore(page, stack);
    await start(page, stack, { email: newEmail() });
    await page.evaluate(() => window.portico.client?.logout({ local: true }));
    expect(await waiting(page)).toBeUndefined();
  });
});

test.describe("a start", () => {
  test("is refused by its code", async ({ page, stack }) => {
    await openCore(page, stack);
    const refusal = async (params: object) => (await passwordless(page, "start", params)).code;
    expect(await refusal({ email: "foo" })).toBe("invalid_email");
    expect(await refusal({ email: newEmail(), connection: "nowhere" })).toBe("invalid_request");
    expect(await refusal({ phoneNumber: "+1 500 555 0001" })).toBe("sms_provider_error");
    stack.tenant.clearRequests();
    expect(await refusal({ phoneNumber: "030 901820" })).toBe("invalid_phone_number");
    expect(await refusal({ email: "  " })).toBe("invalid_email");
    expect(requestsTo(stack)).toEqual([]);
  });

  test("that is limited tells the wait, and moves when it may be sent again", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    await page.clock.install();
    const { challenge } = await start(page, stack, { email: newEmail() });
    stack.tenant.clearRequests();
    const early = await passwordless(page, "resend", challenge);
    expect(early.code).toBe("rate_limited");
    const wait = (JSON.parse(early.error ?? "") as { retryAfter: number }).retryAfter;
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(30_000);
    expect(requestsTo(stack)).toEqual([]);

    await page.clock.fastForward(30_000);
    const path = "/passwordless/start";
    stack.tenant.faults.add({ match: { path }, fault: { kind: "429-global", retryAfter: 45 } });
    const limited = await passwordless(page, "resend", challenge);
    expect(JSON.parse(limited.error ?? "")).toMatchObject({
      code: "rate_limited",
      status: 429,
      retryAfter: 45_000,
    });
    expect((await waiting(page))?.resendAt).toBeGreaterThan(challenge.resendAt + 40_000);
    // The challenge of before knows of it too.
    await page.clock.fastForward(31_000);
    stack.tenant.clearRequests();
    expect((await passwordless(page, "resend", challenge)).code).toBe("rate_limited");
    expect(requestsTo(stack)).toEqual([]);

    await page.clock.fastForward(15_000);
    const again = await passwordless(page, "resend", challenge);
    expect(again.value).toMatchObject({ kind: "accepted", destination: challenge.destination });
    expect(stack.tenant.inbox.list({ to: challenge.destination })).toHaveLength(2);
  });

  test("takes the answer to the tenant's captcha, for a code and for a link", async ({
    page,
    stack: usual,
  }) => {
    const stack = await withTenant(usual, { captcha: "always" });
    await openCore(page, stack);
    for (const send of ["code", "link"]) {
      const email = newEmail();
      expect((await passwordless(page, "start", { email, send })).code).toBe("invalid_captcha");
      const solved = await solveCaptcha(page, stack, "passwordless");
      const { message } = await start(page, stack, { email, send, ...solved });
      expect(await keptByPage(page)).not.toContain(solved.captcha);
      if (send === "code") continue;
      const landed = await landBy(page, stack, () => page.goto(message.url ?? ""));
      expect(landed.value).toMatchObject({ session: { user: { email } } });
    }
    await stack.close();
  });
});

test.describe("a link", () => {
  for (const responseType of ["code", "token id_token"] as const) {
    test(`opened in the same tab signs in, once, with ${responseType}`, async ({ page, stack }) => {
      await openCore(page, stack, { responseType });
      const email = newEmail();
      const appState = { returnTo: "/inbox" };
      const { message } = await start(page, stack, { email, send: "link", appState });
      const { url = "" } = message;
      const landed = await landBy(page, stack, () => page.goto(url), { responseType });
      expect(landed.value).toMatchObject({
        kind: "authenticated",
        appState,
        session: { user: { email } },
      });
      expect(page.url()).toBe(`${stack.app}/inbox`);
      expect(await keptByPage(page)).not.toContain("portico.");
      await page.goto("about:blank");
      const used = await landBy(page, stack, () => page.goto(url), { responseType });
      // It is spent, and whoever is signed in stays it.
      expect(used.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
    });
  }

  test("opened in a new tab signs in there, and the tab that asked for it follows", async ({
    page,
    stack,
    context,
  }) => {
    await openCore(page, stack);
    await page.evaluate(() => window.portico.client?.start());
    const email = newEmail();
    const { message } = await start(page, stack, { email, send: "link" });
    const kept = await keptByPage(page);
    expect(kept).not.toContain(new URL(message.url ?? "").searchParams.get("verification_code"));
    const other = await context.newPage();
    const landed = await landBy(other, stack, () => other.goto(message.url ?? ""));
    expect(landed.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
    await expect
      .poll(() => sessionState(page))
      .toMatchObject({ status: "authenticated", session: { user: { email } } });
    expect(await waiting(page)).toBeUndefined();
  });

  test("opened in another browser is transaction_lost, which an app can explain", async ({
    page,
    stack,
    browser,
  }) => {
    await openCore(page, stack, {}, stack.appElsewhere);
    const { message } = await start(page, stack, { email: newEmail(), send: "link" });
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    const redirectUri = `${stack.appElsewhere}/harness/index.html`;
    const landed = await landBy(other, stack, () => other.goto(message.url ?? ""), { redirectUri });
    expect(landed.value).toMatchObject({ kind: "anonymous", error: { code: "transaction_lost" } });
    expect(await sessionState(other)).toMatchObject({ status: "anonymous", reason: "unknown" });
    expect(other.url()).toBe(redirectUri);
    await elsewhere.close();
  });

  test("opened in another browser, where the tenant's cookies reach the app, finds who is signed in", async ({
    page,
    stack,
    browser,
  }) => {
    await openCore(page, stack);
    const email = newEmail();
    const { message } = await start(page, stack, { email, send: "link" });
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    const landed = await landBy(other, stack, () => other.goto(message.url ?? ""));
    expect(landed.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
    await elsewhere.close();
  });

  test("cannot be led elsewhere by parameters of one's own", async ({ page, stack }) => {
    await openCore(page, stack);
    const asked = page.waitForRequest(/\/passwordless\/start$/);
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
    const { message } = await start(page, stack, { email: newEmail(), send: "link", authParams });
    const { authParams: sent } = (await asked).postDataJSON() as {
      authParams: Record<string, string>;
    };
    expect(sent).toEqual({
      scope: "openid profile email",
      redirect_uri: `${stack.app}/harness/index.html`,
      response_type: "code",
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      ui_locales: "de",
    });
    expect(message.url).not.toContain("evil");
  });

  test("that is sent again has a state and a nonce of its own", async ({ page, stack }) => {
    await openCore(page, stack);
    await page.clock.install();
    const email = newEmail();
    const appState = { step: 2 };
    const first = await start(page, stack, { email, send: "link", language: "fr", appState });
    await page.clock.fastForward(30_000);
    const again = await page.evaluate(() => {
      const { client, result } = window.portico;
      const pending = client?.passwordless.pending();
      return result(async () => pending && client?.passwordless.resend(pending));
    });
    expect(again.value).toMatchObject({ kind: "accepted", destination: email });
    const [second] = stack.tenant.inbox.list({ to: email });
    expect(second).toMatchObject({ kind: "link", locale: "fr" });
    const [one, two] = [first.message, second].map(
      (message) => new URL(message?.url ?? "").searchParams,
    );
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(two?.get(name)).toBeTruthy();
      expect(two?.get(name)).not.toBe(one?.get(name));
    }
    const landed = await landBy(page, stack, () => page.goto(second?.url ?? ""));
    expect(landed.value).toMatchObject({ appState, session: { user: { email } } });
  });
});
