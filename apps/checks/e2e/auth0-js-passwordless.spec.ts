import type { Page } from "@playwright/test";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import { attach, call, openAuth0Js, type Answer } from "./auth0-js-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";

const callbackWithHash = /auth0-js\.html#/;

/** Asks for a code or a link by auth0-js, and returns the message that is sent. */
async function start(page: Page, tenant: RunningTenant, options: Record<string, string>) {
  const to = options["email"] ?? options["phoneNumber"] ?? "";
  const after = tenant.inbox.list()[0]?.id ?? 0;
  const asked = await call(page, "passwordlessStart", { send: "code", ...options });
  expect(asked.error).toBeNull();
  return tenant.inbox.wait({ to, after });
}

/** Starts what leaves the page, and returns what auth0-js makes of the address it comes back to. */
async function comeBack(page: Page, stack: Stack, leave: () => unknown): Promise<Answer> {
  const back = page.waitForURL(callbackWithHash);
  leave();
  await back;
  await attach(page, stack);
  return call(page, "parseHash");
}

/** auth0-js answers such a call on failure only: on success it leaves the page. */
function leaveBy(page: Page, path: string, options: object): void {
  void call(page, path, options).catch(() => {});
}

function newPhoneNumber(): string {
  return `+1555${Math.floor(Math.random() * 1e10)}`;
}

test.describe("passwordless sign-in with the unmodified auth0-js 10.2.1", () => {
  test("a code by mail signs in through a login ticket", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const email = newEmail();
    const { code: verificationCode } = await start(page, stack.tenant, {
      connection: "email",
      email,
    });
    stack.tenant.clearRequests();
    const { error, result } = await comeBack(page, stack, () =>
      leaveBy(page, "passwordlessLogin", { connection: "email", email, verificationCode }),
    );
    expect(error).toBeNull();
    expect(result).toMatchObject({ idTokenPayload: { email, email_verified: true } });
    expect(requestsTo(stack)).toContain("POST /co/authenticate");
    expect((await call(page, "checkSession", {})).result).toMatchObject({
      idTokenPayload: { email },
    });
  });

  test("a code by text message signs in through a login ticket", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const phone = { connection: "sms", phoneNumber: newPhoneNumber() };
    const { code: verificationCode, kind } = await start(page, stack.tenant, phone);
    expect(kind).toBe("sms");
    const { error, result } = await comeBack(page, stack, () =>
      leaveBy(page, "passwordlessLogin", { ...phone, verificationCode }),
    );
    expect(error).toBeNull();
    expect(result).toMatchObject({
      idTokenPayload: { sub: expect.stringMatching(/^sms\|/) as unknown, name: phone.phoneNumber },
    });
  });

  test("a code is verified and then signs in by a redirect", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    for (const target of [
      { connection: "email", email: newEmail() },
      { connection: "sms", phoneNumber: newPhoneNumber() },
    ]) {
      const { code: verificationCode } = await start(page, stack.tenant, target);
      stack.tenant.clearRequests();
      const { error, result } = await comeBack(page, stack, () =>
        leaveBy(page, "passwordlessVerify", { ...target, verificationCode }),
      );
      expect(error).toBeNull();
      expect(result).toHaveProperty("idTokenPayload.sub");
      expect(requestsTo(stack)).toEqual(
        expect.arrayContaining([
          "POST /passwordless/verify",
          "GET /passwordless/verify_redirect",
        ]) as unknown,
      );
      await openAuth0Js(page, stack);
    }
  });

  test("a link opened in the same browser signs in, once", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const email = newEmail();
    const options = { connection: "email", email, send: "link" };
    const { url = "" } = await start(page, stack.tenant, options);
    const { error, result } = await comeBack(page, stack, () => page.goto(url));
    expect(error).toBeNull();
    expect(result).toMatchObject({ idTokenPayload: { email, email_verified: true } });
    await page.goto("about:blank");
    expect((await comeBack(page, stack, () => page.goto(url))).error).toMatchObject({
      error: "unauthorized",
      errorDescription: "The verification code has expired. Please try to login again.",
    });
  });

  test("a link opened in another browser is refused by auth0-js for its state", async ({
    page,
    stack,
    browser,
  }) => {
    await openAuth0Js(page, stack);
    const options = { connection: "email", email: newEmail(), send: "link" };
    const { url = "" } = await start(page, stack.tenant, options);
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    const { error } = await comeBack(other, stack, () => other.goto(url));
    expect(error).toMatchObject({ error: "invalid_token" });
    await elsewhere.close();
  });

  test("a wrong code is told from others, and the last try says so", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const target = { connection: "email", email: newEmail() };
    const { code } = await start(page, stack.tenant, target);
    const wrong = { ...target, verificationCode: code === "111111" ? "222222" : "111111" };
    expect((await call(page, "passwordlessLogin", { ...wrong })).error).toMatchObject({
      code: "access_denied",
      description: "Wrong email or verification code.",
    });
    expect((await call(page, "passwordlessVerify", { ...wrong })).error).toMatchObject({
      code: "invalid_user_password",
      description: "Wrong email or verification code.",
      statusCode: 401,
    });
    expect((await call(page, "passwordlessLogin", { ...wrong })).error).toMatchObject({
      code: "access_denied",
      description: "You've reached the maximum number of attempts. Please try to login again.",
    });
  });

  test("a start that is refused says why, and the language comes along", async ({
    page,
    stack,
  }) => {
    await openAuth0Js(page, stack);
    const refusal = async (options: Record<string, string>) => {
      const { error } = await call(page, "passwordlessStart", { send: "code", ...options });
      return error?.code;
    };
    expect(await refusal({ connection: "nowhere", email: newEmail() })).toBe("bad.connection");
    expect(await refusal({ connection: "email", email: "foo" })).toBe("bad.email");
    expect(await refusal({ connection: "sms", phoneNumber: "1" })).toBe("bad.phone_number");
    const unreachable = { connection: "sms", phoneNumber: "+15005550001" };
    expect(await refusal(unreachable)).toBe("sms_provider_error");
    const options = { connection: "email", email: newEmail(), xRequestLanguage: "de-AT" };
    expect(await start(page, stack.tenant, options)).toMatchObject({ locale: "de-AT" });
  });
});

test.describe("captchas with the unmodified auth0-js 10.2.1", () => {
  /** A tenant that asks for them, for the same pages. */
  async function startWaryTenant({ app }: Stack): Promise<RunningTenant> {
    const seed = sampleSeed([app]);
    for (const client of seed.clients) client.callbacks.push(`${app}/harness/auth0-js.html`);
    return startTenant({ port: 0, seed, scryptCost: 1024, captcha: "always" });
  }

  async function answerOf({ url, adminToken }: RunningTenant, state: string, purpose: string) {
    const response = await fetch(`${url}/_tenant/captcha?state=${state}`, {
      headers: { "x-tenant-token": adminToken },
    });
    return ((await response.json()) as Record<string, string>)[purpose];
  }

  test("nothing is asked for by default", async ({ page, stack }) => {
    await openAuth0Js(page, stack, { state: "s-1" });
    for (const path of [
      "client.getChallenge",
      "client.passwordless.getChallenge",
      "client.dbConnection.getSignupChallenge",
      "client.dbConnection.getPasswordResetChallenge",
    ]) {
      expect(await call(page, path)).toEqual({ error: null, result: { required: false } });
    }
  });

  test("a picture is shown, and its answer opens the start", async ({ page, stack }) => {
    const tenant = await startWaryTenant(stack);
    const state = "s-1";
    await openAuth0Js(page, { ...stack, tenant }, { state });
    const picture = await renderCaptcha(page);
    expect(picture).toEqual({ width: 190, height: 70 });
    const options = { connection: "email", email: newEmail(), send: "code" };
    const captcha = await answerOf(tenant, state, "passwordless");
    const wrong = await call(page, "passwordlessStart", { ...options, captcha: "WRONG" });
    expect(wrong.error).toMatchObject({ code: "invalid_captcha" });
    const late = await call(page, "passwordlessStart", { ...options, captcha });
    expect(late.error).toMatchObject({ code: "invalid_captcha" });

    await renderCaptcha(page);
    const again = await answerOf(tenant, state, "passwordless");
    const asked = await call(page, "passwordlessStart", { ...options, captcha: again });
    expect(asked.error).toBeNull();
    expect(tenant.inbox.list({ to: options.email })).toHaveLength(1);
    await tenant.close();
  });

  /** Shows the captcha as an application does; returns the size that the picture has. */
  function renderCaptcha(page: Page): Promise<{ width: number; height: number }> {
    return page.evaluate(async () => {
      const given: unknown = JSON.parse(localStorage.getItem("auth0-js-options") ?? "{}");
      const auth = new window.auth0.WebAuth(given as object);
      const place = document.body.appendChild(document.createElement("div"));
      await new Promise((resolve) => {
        auth.renderPasswordlessCaptcha(place, {}, resolve);
      });
      const image = place.querySelector("img");
      if (!image) throw new Error("auth0-js shows no picture.");
      await image.decode();
      return { width: image.naturalWidth, height: image.naturalHeight };
    });
  }
});
