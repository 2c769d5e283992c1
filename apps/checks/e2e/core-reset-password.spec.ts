import type { Page } from "@playwright/test";
import { solveCaptcha } from "./captcha.js";
import { call, keptByPage, openCore } from "./core-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

const password = "Long-enough-42";
const next = "Even-longer-than-43";

/** Somebody who is registered, and whom no other test knows. */
async function newUser(page: Page): Promise<string> {
  const email = newEmail();
  const { value } = await call(page, "signup", { email, password, signIn: false });
  expect(value).toEqual({ kind: "accepted", destination: email });
  return email;
}

test.describe("a reset of the password", () => {
  test("mails a link that really sets a new one", async ({ page, stack, context }) => {
    await openCore(page, stack);
    const email = await newUser(page);
    const outcome = await call(page, "resetPassword", { email: ` ${email} ` });
    expect(outcome).toEqual({ value: { kind: "accepted", destination: email } });
    const mail = await stack.tenant.inbox.wait({ to: email, kind: "reset" });

    const tenantPage = await context.newPage();
    await tenantPage.goto(mail.url ?? "");
    await tenantPage.locator("#password").fill(next);
    await tenantPage.locator("#repeat").fill(next);
    await tenantPage.locator("#go").click();
    await expect(tenantPage.locator("#go")).toHaveCount(0);

    const old = await call(page, "login", { email, password });
    expect(old.code).toBe("invalid_credentials");
    const fresh = await call(page, "login", { email, password: next });
    expect(fresh.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
  });

  test("ends alike for known and unknown addresses, in one request each", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    for (const email of [await newUser(page), newEmail()]) {
      stack.tenant.clearRequests();
      const outcome = await call(page, "resetPassword", { email });
      expect(outcome).toEqual({ value: { kind: "accepted", destination: email } });
      expect(requestsTo(stack)).toEqual(["POST /dbconnections/change_password"]);
    }
  });

  test("names the connection and the organization, of the call or of the configuration", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack, { organization: "analytical-society" });
    const sent = async (params: object) => {
      const asked = page.waitForRequest(/change_password$/);
      const outcome = await call(page, "resetPassword", params);
      return { outcome, body: (await asked).postDataJSON() as object };
    };
    const email = newEmail();
    const realm = "Username-Password-Authentication";
    const usual = await sent({ email, password: "canary-pw", foo: "canary-foo" });
    expect(usual.outcome.value).toMatchObject({ kind: "accepted" });
    expect(usual.body).toEqual({
      client_id: stack.clientId,
      connection: realm,
      email,
      organization: "analytical-society",
    });
    const other = await sent({ email, organization: "observatory", connection: "nowhere" });
    expect(other.body).toMatchObject({ organization: "observatory", connection: "nowhere" });
    expect(other.outcome.code).toBe("invalid_request");
  });

  test("takes the answer to the tenant's captcha, once", async ({ page, stack: usual }) => {
    const stack = await withTenant(usual, { captcha: "always" });
    await openCore(page, stack);
    const { email } = stack.user;
    expect((await call(page, "resetPassword", { email })).code).toBe("invalid_captcha");
    const solved = await solveCaptcha(page, stack, "change_password");
    const outcome = await call(page, "resetPassword", { email, ...solved });
    expect(outcome.value).toEqual({ kind: "accepted", destination: email });
    const again = await call(page, "resetPassword", { email, ...solved });
    expect(again.code).toBe("invalid_captcha");
    expect(again.error).not.toContain(solved.captcha);
    expect(await keptByPage(page)).not.toContain(solved.captcha);
    await stack.close();
  });

  test("that is limited tells the wait and is not sent again", async ({ page, stack }) => {
    await openCore(page, stack);
    const path = "/dbconnections/change_password";
    stack.tenant.faults.add({ match: { path }, fault: { kind: "429-global", retryAfter: 7 } });
    stack.tenant.clearRequests();
    const { error } = await call(page, "resetPassword", { email: newEmail() });
    expect(JSON.parse(error ?? "")).toMatchObject({ code: "rate_limited", retryAfter: 7000 });
    expect(requestsTo(stack)).toHaveLength(1);
  });

  test("without an address is refused before any request", async ({ page, stack }) => {
    await openCore(page, stack);
    stack.tenant.clearRequests();
    expect((await call(page, "resetPassword", { email: " " })).code).toBe("invalid_email");
    expect((await call(page, "resetPassword", {})).mistake).toContain("Nothing was sent.");
    expect(requestsTo(stack)).toEqual([]);
  });
});
