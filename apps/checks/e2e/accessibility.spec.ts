import { expect, signIn, test } from "./fixtures.js";
import { complaints, violations } from "./violations.js";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`every page is accessible, ${colorScheme}, ${width} px wide`, async ({ page, stack }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      const found: Record<string, string[]> = {};
      const look = async (name: string) => {
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        found[name] = await complaints(page);
      };
      for (const path of ["/", "/sign-up", "/nowhere", "/sign-in?returnTo=/account"]) {
        await page.goto(stack.app + path);
        await look(path);
      }
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.getByLabel("E-mail")).toBeFocused();
      await look("empty fields");
      await signIn(page, stack.user.email, "wrong");
      await expect(page.getByRole("alert")).toHaveText("That e-mail and password don't match.");
      await look("wrong password");
      await signIn(page, stack.user.email, stack.user.password);
      await expect(page).toHaveURL(`${stack.app}/account`);
      await look("/account");
      await page.goto(`${stack.app}/projects`);
      await look("/projects");
      expect(found).toEqual(
        Object.fromEntries(Object.keys(found).map((name) => [name, [] as string[]])),
      );
      expect(Object.keys(found)).toHaveLength(8);
    });
  }
}

test("the tenant's own pages are accessible", async ({ page, stack }) => {
  await page.goto(`${stack.app}/sign-in`);
  await page.getByRole("button", { name: "Use the hosted sign-in page instead" }).click();
  await expect(page.locator("#username")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto(`${stack.tenant.url}/authorize?client_id=nobody`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
