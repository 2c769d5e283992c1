import { expect, test } from "./fixtures.js";
import { complaints } from "./violations.js";

const pages = [
  "/",
  "/sign-in",
  "/sign-in/panel",
  "/sign-up",
  "/sign-in/code",
  "/sign-in/link",
  "/sign-in/providers",
  "/sign-in/your-own",
  "/reset-password",
  "/organizations",
  "/organizations?invitation=ticket&organization=org_1&organization_name=guild",
  "/ways",
];

for (const [language, colorScheme, width] of [
  ["en", "light", 320],
  ["en", "dark", 1280],
  ["ar", "dark", 390],
  ["ar", "light", 1280],
] as const) {
  test(`every way in in ${language}, ${colorScheme}, ${width} px wide, is accessible and fits`, async ({
    page,
    stack,
  }) => {
    await page.addInitScript((name) => localStorage.setItem("atrium.language", name), language);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    const found: Record<string, string[]> = {};
    const titles = new Set<string>();
    for (const path of pages) {
      await page.goto(stack.app + path);
      const title = page.getByRole("heading", { level: 1 });
      await expect(title).toBeAttached();
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
      // The card speaks the page's language as well.
      const cards = page.locator("main [data-part=card]");
      for (const card of await cards.all()) await expect(card).toHaveAttribute("lang", language);
      found[path] = await complaints(page);
      titles.add(await page.title());
    }
    expect(Object.values(found).flat(), JSON.stringify(found)).toEqual([]);
    expect(titles.size).toBeGreaterThanOrEqual(pages.length - 1);
    expect([...titles].every((title) => title.endsWith(" · Atrium"))).toBe(true);
  });
}

test("the language is chosen in the footer, keeps what is typed, and is there the next time", async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.app}/sign-in`);
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByRole("button", { name: "العربية" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page).toHaveTitle("تسجيل الدخول · Atrium");
  await expect(page.getByLabel("البريد الإلكتروني")).toHaveValue("ada@example.com");
  await page.reload();
  await expect(page.getByLabel("البريد الإلكتروني")).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByLabel("E-mail")).toBeVisible();
});

test("the browser's language is spoken from the start", async ({ browser, stack }) => {
  const context = await browser.newContext({ locale: "ar-EG" });
  const page = await context.newPage();
  await page.goto(stack.app);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("كل مراجعة في موعدها.");
  await expect(page).toHaveTitle("كل مراجعة في موعدها · Atrium");
  await context.close();
});

test.describe("without a connection", () => {
  // The browser itself says that it was cut.
  test.use({ knownNoise: [/ERR_FAILED/] });

  test("a language that does not come changes nothing, and is told", async ({ page, stack }) => {
    await page.goto(`${stack.app}/sign-in`);
    await expect(page.getByLabel("E-mail")).toBeVisible();
    await page.route(/arabic.*\.js/, (route) => route.abort());
    await page.getByRole("button", { name: "العربية" }).click();
    await expect(page.getByText("That language didn’t load.")).toBeVisible();
    await expect(page.getByLabel("E-mail")).toBeVisible();
  });
});

test("every sample is found from the footer, with its source", async ({ page, stack }) => {
  await page.goto(stack.app);
  await page.getByRole("link", { name: "All the ways in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const samples = page.getByRole("main").getByRole("listitem");
  const paths = await samples
    .getByRole("link")
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  const shown = pages.filter((path) => !path.includes("?") && path !== "/ways");
  expect(shown.filter((path) => !paths.includes(path))).toEqual([]);
  for (const sample of await samples.all()) {
    await sample.getByText(/^apps\/demo\/src\//).click();
    await expect(sample.locator("pre")).toContainText("import ");
  }
  await samples.getByRole("link", { name: "A page of your own" }).click();
  await expect(page).toHaveURL(`${stack.app}/sign-in/your-own`);
});
