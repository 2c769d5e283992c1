import { keptByPage, openCore, sessionState } from "./core-page.js";
import { landBy, passwordless, start, waiting } from "./core-passwordless-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";

function wrong(otp: string): string {
  return otp === "111111" ? "222222" : "111111";
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
