import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";

const harness = "/harness/auth0-lock.html";

interface LockChoice {
  readonly passwordless?: boolean;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The options that Lock needs for a tenant without https; nothing of the library is changed. */
async function openLock(page: Page, stack: Stack, choice: LockChoice = {}): Promise<void> {
  const { tenant, app, clientId } = stack;
  const setup = {
    passwordless: choice.passwordless ?? false,
    clientId,
    domain: tenant.url,
    options: {
      configurationBaseUrl: tenant.url,
      overrides: { __token_issuer: tenant.issuer },
      auth: { redirectUrl: app + harness, responseType: "token id_token" },
      // The defaults of these come from other hosts.
      theme: { logo: "data:," },
      avatar: null,
      // With it Lock throws when a login ends in its own page.
      autofocus: false,
      ...choice.options,
    },
  };
  await page.addInitScript((value) => {
    window.lockSetup = value;
    window.lockEvents = [];
  }, setup);
  tenant.clearRequests();
  await page.goto(app + harness);
  await page.evaluate(() => window.lock.show());
}

/** The detail of the first event of that name, once there is one. */
async function told(page: Page, event: string): Promise<unknown> {
  const found = await page.waitForFunction(
    (name) => window.lockEvents.find((entry) => entry.event === name),
    event,
  );
  return (await found.jsonValue())?.detail;
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.locator('.auth0-lock input[name="email"]').fill(email);
  await page.locator('.auth0-lock input[name="password"]').fill(password);
  await page.locator(".auth0-lock-submit").click();
}

// Lock's auth0-js finds fault with what Lock gives it.
test.use({
  knownNoise: [
    "Following parameters are not allowed on the `/authorize` endpoint: [is_submitting]",
  ],
});

const redirectless = { auth: { redirect: false, responseType: "token id_token" } };

test.describe("the unmodified auth0-lock 14.3.0", () => {
  test("reads its client's settings and logs in by redirect", async ({ page, stack }) => {
    await openLock(page, stack);
    await signIn(page, stack.user.email, stack.user.password);
    expect(await told(page, "authenticated")).toMatchObject({
      idTokenPayload: { email: stack.user.email },
    });
    const asked = [`GET /client/${stack.clientId}.js`, "POST /co/authenticate", "GET /authorize"];
    expect(requestsTo(stack)).toEqual(expect.arrayContaining(asked));
  });

  test("offers the last login again, for which no password is needed", async ({ page, stack }) => {
    await openLock(page, stack);
    await signIn(page, stack.user.email, stack.user.password);
    await told(page, "authenticated");
    await openLock(page, stack);
    await page.getByText(stack.user.email).click();
    expect(await told(page, "authenticated")).toMatchObject({
      idTokenPayload: { email: stack.user.email },
    });
    expect(requestsTo(stack)).not.toContain("POST /co/authenticate");
  });

  test("logs in without leaving the page", async ({ page, stack }) => {
    await openLock(page, stack, { options: redirectless });
    await signIn(page, stack.user.email, stack.user.password);
    expect(await told(page, "authenticated")).toMatchObject({
      idTokenPayload: { email: stack.user.email },
    });
    expect(requestsTo(stack)).toContain("POST /co/authenticate");
    expect(page.url()).toBe(stack.app + harness);
  });

  test("logs in by a social connection", async ({ page, stack }) => {
    await openLock(page, stack);
    await page.getByText("Sign in with Google").click();
    await page.getByRole("button", { name: "Grace Hopper" }).click();
    expect(await told(page, "authenticated")).toMatchObject({
      idTokenPayload: { email: "grace@example.com" },
    });
    expect(requestsTo(stack)).toContain("GET /login/callback");
  });

  test("says that a password is wrong", async ({ page, stack }) => {
    await openLock(page, stack);
    await signIn(page, newEmail(), "wrong");
    await expect(page.getByText("Wrong email or password.")).toBeVisible();
    expect(await told(page, "authorization_error")).toMatchObject({
      code: "invalid_user_password",
    });
  });

  test("signs up and is signed in", async ({ page, stack }) => {
    const email = newEmail();
    await openLock(page, stack, { options: { initialScreen: "signUp" } });
    await signIn(page, email, "Long-enough-42");
    expect(await told(page, "authenticated")).toMatchObject({ idTokenPayload: { email } });
    expect(requestsTo(stack)).toEqual(
      expect.arrayContaining(["POST /dbconnections/signup", "POST /co/authenticate"]),
    );
  });

  test("holds new passwords to the policy of its client's settings", async ({ page, stack }) => {
    await openLock(page, stack, { options: { initialScreen: "signUp" } });
    await page.locator('.auth0-lock input[name="password"]').fill("short");
    await expect(page.getByText("At least 8 characters in length")).toBeVisible();
  });

  test("asks for a link to choose a new password", async ({ page, stack }) => {
    await openLock(page, stack, { options: { initialScreen: "forgotPassword" } });
    await page.locator('.auth0-lock input[name="email"]').fill(stack.user.email);
    await page.locator(".auth0-lock-submit").click();
    await expect(page.getByText("We've just sent you an email")).toBeVisible();
    expect(requestsTo(stack)).toContain("POST /dbconnections/change_password");
    expect(stack.tenant.inbox.list({ to: stack.user.email, kind: "reset" })).toHaveLength(1);
  });

  test("says that it cannot work for a client that is unknown", async ({ page, stack }) => {
    await openLock(page, { ...stack, clientId: "unknown" });
    await expect(page.getByText("Something went wrong.")).toBeVisible();
    expect(requestsTo(stack)).toEqual(["GET /client/unknown.js"]);
  });
});

test.describe("Auth0LockPasswordless of the unmodified auth0-lock 14.3.0", () => {
  test("logs in by a code that is mailed", async ({ page, stack }) => {
    const email = newEmail();
    await openLock(page, stack, {
      passwordless: true,
      options: { allowedConnections: ["email"], passwordlessMethod: "code" },
    });
    await page.locator('.auth0-lock input[name="email"]').fill(email);
    await page.locator(".auth0-lock-submit").click();
    const { code = "" } = await stack.tenant.inbox.wait({ to: email, kind: "code" });
    await page.locator('.auth0-lock input[name="vcode"]').fill(code);
    await page.locator(".auth0-lock-submit").click();
    expect(await told(page, "authenticated")).toMatchObject({ idTokenPayload: { email } });
    expect(requestsTo(stack)).toContain("POST /passwordless/start");
  });

  test("logs in by a link that is mailed", async ({ page, stack }) => {
    const email = newEmail();
    await openLock(page, stack, {
      passwordless: true,
      options: { allowedConnections: ["email"], passwordlessMethod: "link" },
    });
    await page.locator('.auth0-lock input[name="email"]').fill(email);
    await page.locator(".auth0-lock-submit").click();
    const { url = "" } = await stack.tenant.inbox.wait({ to: email, kind: "link" });
    await page.goto(url);
    expect(await told(page, "authenticated")).toMatchObject({ idTokenPayload: { email } });
    expect(requestsTo(stack)).toContain("GET /passwordless/verify_redirect");
  });

  test("is told that a code is wrong", async ({ page, stack }) => {
    await openLock(page, stack, {
      passwordless: true,
      options: { allowedConnections: ["sms"] },
    });
    await page.locator('.auth0-lock input[name="phoneNumber"]').fill("5550123456");
    await page.locator(".auth0-lock-submit").click();
    const { to } = await stack.tenant.inbox.wait({ kind: "sms" });
    expect(to).toMatch(/^\+1\s?5550123456$/);
    await page.locator('.auth0-lock input[name="vcode"]').fill("000000");
    await page.locator(".auth0-lock-submit").click();
    expect(await told(page, "authorization_error")).toMatchObject({
      code: "invalid_user_password",
    });
  });
});
