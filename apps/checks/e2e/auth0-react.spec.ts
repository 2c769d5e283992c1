import type { Page } from "@playwright/test";
import { decodeJwt } from "jose";
import { libraries, test } from "./auth0-react-pages.js";
import { expect, requestsTo, signInAtTenant } from "./fixtures.js";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Answers the app's calls of its API, and gives the access tokens that they came with. */
async function answerApi(page: Page): Promise<string[]> {
  const tokens: string[] = [];
  await page.route("**/api/projects", async (route) => {
    const { authorization = "" } = route.request().headers();
    tokens.push(authorization.replace("Bearer ", ""));
    await route.fulfill({ body: `answer ${tokens.length}` });
  });
  return tokens;
}

for (const library of libraries) {
  test.describe(`an app for @auth0/auth0-react, with ${library}`, () => {
    test("logs in by redirect and comes back where it was told to", async ({
      page,
      stack,
      builds,
    }) => {
      await page.goto(builds[library]);
      await expect(page.getByRole("heading")).toHaveText("Nobody is logged in");
      await button(page, "Log in").click();
      await signInAtTenant(page, stack);
      await expect(page.getByRole("heading")).toContainText("Hello ");
      await expect(page).toHaveURL(`${builds[library]}/?from=orders`);
      await expect(page).toHaveTitle(`Back with ${stack.user.email}`);
    });

    test("keeps whoever is logged in over a reload", async ({ page, stack, builds }) => {
      await page.goto(builds[library]);
      await button(page, "Log in").click();
      await signInAtTenant(page, stack);
      await expect(page.getByRole("heading")).toContainText("Hello ");
      await page.reload();
      await expect(page.getByRole("heading")).toContainText("Hello ");
    });

    test("sends whoever opens a protected page to the login, and back to it", async ({
      page,
      stack,
      builds,
    }) => {
      await page.goto(`${builds[library]}/profile`);
      await signInAtTenant(page, stack);
      await expect(page).toHaveURL(`${builds[library]}/profile`);
      await expect(page.getByRole("heading")).toContainText("Profile of ");
      await expect(page.getByText(stack.user.email)).toBeVisible();
      await expect(page.getByRole("status")).toHaveText(`${stack.tenant.url}/`);
    });

    test("opens the tenant's sign-up with what was asked for", async ({ page, builds }) => {
      await page.goto(builds[library]);
      const asked = page.waitForRequest(/\/authorize\?.*screen_hint/);
      await button(page, "Sign up").click();
      const query = new URL((await asked).url()).searchParams;
      expect(Object.fromEntries(query)).toMatchObject({
        screen_hint: "signup",
        login_hint: "new@example.com",
        ui_locales: "en",
        redirect_uri: builds[library],
        scope: "openid profile email offline_access",
        response_type: "code",
      });
      await expect(page).toHaveURL(/\/u\/signup/);
    });

    test("logs in by a popup", async ({ page, stack, builds }) => {
      await page.goto(builds[library]);
      const opened = page.waitForEvent("popup");
      await button(page, "Log in with popup").click();
      await signInAtTenant(await opened, stack);
      await expect(page.getByRole("heading")).toContainText("Hello ");
      await expect.poll(() => page.context().pages()).toEqual([page]);
    });

    test("shows what a login was refused with", async ({ page, builds }) => {
      await page.goto(builds[library]);
      await button(page, "Log in with GitHub").click();
      await page.getByText("Make it fail or wait").click();
      await button(page, "Deny").click();
      await expect(page.getByRole("alert")).toHaveText("Oops… access_denied");
      await expect(page.getByRole("heading")).toHaveText("Nobody is logged in");
    });

    test("gets a token for an API, once, and another when it asks for one", async ({
      page,
      stack,
      builds,
    }) => {
      const tokens = await answerApi(page);
      await page.goto(builds[library]);
      await button(page, "Log in").click();
      await signInAtTenant(page, stack);
      await button(page, "Projects").click();
      await button(page, "Call").click();
      await expect(page.getByRole("status")).toHaveText("answer 1");
      stack.tenant.clearRequests();
      await button(page, "Call").click();
      await expect(page.getByRole("status")).toHaveText("answer 2");
      expect(requestsTo(stack)).toEqual([]);
      await button(page, "Call with a new token").click();
      await expect(page.getByRole("status")).toHaveText("answer 3");
      expect(requestsTo(stack)).toContain("POST /oauth/token");
      const [first = "", second] = tokens;
      expect(second).toBe(first);
      const { aud, scope } = decodeJwt(first);
      expect(aud).toContain("https://api.portico.example");
      expect(scope).toContain("read:projects");
    });

    test("gets a token by a popup", async ({ page, stack, builds }) => {
      const tokens = await answerApi(page);
      await page.goto(builds[library]);
      await button(page, "Log in").click();
      await signInAtTenant(page, stack);
      await button(page, "Projects").click();
      // The tenant knows who is there, so the window closes by itself.
      await button(page, "Call after a popup").click();
      await expect(page.getByRole("status")).toHaveText("answer 1");
      expect(decodeJwt(tokens[0] ?? "").aud).toContain("https://api.portico.example");
    });

    test("says why there is no token", async ({ page, builds }) => {
      await page.goto(`${builds[library]}/projects`);
      await button(page, "Call").click();
      await expect(page.getByRole("status")).toHaveText(/login_required|missing_refresh_token/);
    });

    test("logs out here and at the tenant", async ({ page, stack, builds }) => {
      await page.goto(builds[library]);
      await button(page, "Log in").click();
      await signInAtTenant(page, stack);
      const left = page.waitForRequest(/\/v2\/logout\?/);
      await button(page, "Log out").click();
      expect(new URL((await left).url()).searchParams.get("returnTo")).toBe(builds[library]);
      await expect(page.getByRole("heading")).toHaveText("Nobody is logged in");
      await button(page, "Log in").click();
      await expect(page.locator("#username")).toBeVisible();
    });

    test("logs out on this page alone", async ({ page, stack, builds }) => {
      await page.goto(builds[library]);
      await button(page, "Log in").click();
      await signInAtTenant(page, stack);
      await button(page, "Log out here").click();
      await expect(page.getByRole("heading")).toHaveText("Nobody is logged in");
      // The tenant still knows who is there.
      await button(page, "Log in").click();
      await expect(page.getByRole("heading")).toContainText("Hello ");
    });
  });
}
