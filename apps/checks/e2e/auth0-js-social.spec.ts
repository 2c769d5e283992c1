import type { Page } from "@playwright/test";
import { attach, call, openAuth0Js } from "./auth0-js-page.js";
import { expect, requestsTo, test } from "./fixtures.js";

const google = { connection: "google-oauth2" };

/** Picks an account, or another answer, on the page that plays a provider. */
async function answer(page: Page, name: string): Promise<void> {
  await expect(page.getByText("A stand-in for development")).toBeVisible();
  await page.getByRole("button", { name }).click();
}

/** It navigates and answers nobody. */
function leave(page: Page, options: object): void {
  void call(page, "authorize", options).catch(() => {});
}

/** The call opens the popup in the page; both run until the popup is done. */
async function withPopup(page: Page, options: object, act: (popup: Page) => Promise<void>) {
  const opened = page.waitForEvent("popup");
  const outcome = call(page, "popup.authorize", options);
  await act(await opened);
  return outcome;
}

test.describe("social login by the unmodified auth0-js 10.2.1", () => {
  test("goes to the provider and back, and keeps its session", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    stack.tenant.clearRequests();
    leave(page, google);
    await answer(page, "Grace Hopper");
    await page.waitForURL(/id_token=/);
    await attach(page, stack);
    const parsed = await call(page, "parseHash", {});
    expect(parsed.error).toBeNull();
    expect(parsed.result).toMatchObject({
      idTokenPayload: { sub: "google-oauth2|100000000000000000001", given_name: "Grace" },
    });
    expect(requestsTo(stack)).toEqual(expect.arrayContaining(["GET /login/callback"]));
    const checked = await call(page, "checkSession", {});
    expect(checked.result).toMatchObject({ idTokenPayload: { email: "grace@example.com" } });
  });

  test("tells the application that the reader said no", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    leave(page, { connection: "github" });
    await page.getByText("Make it fail or wait").click();
    await answer(page, "Deny");
    await page.waitForURL(/error=access_denied/);
    await attach(page, stack);
    expect((await call(page, "parseHash", {})).error).toMatchObject({ error: "access_denied" });
  });

  test("comes back from a popup, through a callback page or the tenant's own", async ({
    page,
    stack,
  }) => {
    await openAuth0Js(page, stack);
    const redirectUri = `${stack.app}/harness/auth0-js-popup.html`;
    const byPage = await withPopup(page, { ...google, redirectUri }, (popup) =>
      answer(popup, "Alan Turing"),
    );
    expect(byPage.error).toBeNull();
    expect(byPage.result).toMatchObject({ idTokenPayload: { email_verified: false } });
    const options = { connection: "github", owp: true };
    const byTenant = await withPopup(page, options, (popup) => answer(popup, "Konrad Zuse"));
    expect(byTenant.error).toBeNull();
    expect(byTenant.result).toMatchObject({ token_type: "Bearer" });
  });

  test("starts from a button of the hosted page, or from an address of the provider's domain", async ({
    page,
    context,
    stack,
  }) => {
    await openAuth0Js(page, stack);
    leave(page, {});
    await page.getByRole("button", { name: "Continue with GitHub" }).click();
    await page.getByText("Use another account").click();
    await page.getByLabel("Name").fill("Frances Allen");
    await page.getByLabel("E-mail").fill("frances@example.com");
    await answer(page, "Continue");
    await page.waitForURL(/id_token=/);
    await context.clearCookies();

    await openAuth0Js(page, stack);
    leave(page, {});
    await page.getByLabel("E-mail").fill("katherine@enterprise.example");
    await page.getByLabel("E-mail").press("Enter");
    await answer(page, "Katherine Johnson");
    await page.waitForURL(/id_token=/);
    await attach(page, stack);
    const parsed = await call(page, "parseHash", {});
    expect(parsed.result).toMatchObject({
      idTokenPayload: { sub: "samlp|enterprise|katherine" },
    });
  });
});
