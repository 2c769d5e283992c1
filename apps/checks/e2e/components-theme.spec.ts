import type { Page } from "@playwright/test";
import { expect, openComponent, test } from "./component-page.js";

// The page is built as an app's is by default: for browsers that do not know light-dark() yet.

/** How bright the card is, from 0 to 1, and whether the field has an edge. */
function look(page: Page): Promise<{ readonly card: number; readonly edge: string }> {
  return page.evaluate(() => {
    const style = (part: string) =>
      getComputedStyle(document.querySelector(`[data-part=${part}]`)!);
    const context = new OffscreenCanvas(1, 1).getContext("2d")!;
    context.fillStyle = style("card").backgroundColor;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return { card: ((red + green + blue) / 765) * (alpha / 255), edge: style("input").borderStyle };
  });
}

test("a page that says nothing of colours gets light components, whatever the reader prefers", async ({
  page,
  site,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openComponent(page, site, "Login");
  expect(await look(page)).toEqual({ card: 1, edge: "solid" });
});

test("a theme around a component, or a class, decides for it alone", async ({ page, site }) => {
  await openComponent(page, site, "Login");
  const main = page.locator("main");
  await main.evaluate((element) => element.setAttribute("data-theme", "dark"));
  const { card, edge } = await look(page);
  expect(card).toBeLessThan(0.2);
  expect(card).toBeGreaterThan(0);
  expect(edge).toBe("solid");
  await main.evaluate((element) => {
    element.removeAttribute("data-theme");
    element.setAttribute("class", "dark");
  });
  expect((await look(page)).card).toBeLessThan(0.2);
  await main.evaluate((element) => element.setAttribute("class", "light"));
  expect((await look(page)).card).toBe(1);
});

test("of a theme within another one the nearest decides", async ({ page, site }) => {
  await openComponent(page, site, "Login");
  const themed = (outer: string, inner: string) =>
    page.evaluate(
      ([html, main]) => {
        document.documentElement.dataset["theme"] = html;
        document.querySelector("main")!.dataset["theme"] = main;
      },
      [outer, inner] as const,
    );
  await themed("dark", "light");
  expect((await look(page)).card).toBe(1);
  await themed("light", "dark");
  expect((await look(page)).card).toBeLessThan(0.2);
  await page.locator("[data-part=card]").evaluate((card) => {
    card.setAttribute("data-theme", "light");
  });
  expect((await look(page)).card).toBe(1);
});

test("a property that is set around a component wins over the theme's", async ({ page, site }) => {
  await openComponent(page, site, "Login");
  await page.locator("main").evaluate((element) => {
    element.style.setProperty("--portico-surface", "black");
    element.setAttribute("data-theme", "light");
  });
  expect((await look(page)).card).toBe(0);
});

test("whoever asks for more contrast gets edges as strong as the text", async ({ page, site }) => {
  await openComponent(page, site, "Login");
  const colours = () =>
    page.evaluate(() => {
      const input = getComputedStyle(document.querySelector("[data-part=input]")!);
      return { edge: input.borderTopColor, text: input.color };
    });
  const usual = await colours();
  expect(usual.edge).not.toBe(usual.text);
  await page.emulateMedia({ contrast: "more" });
  await expect.poll(async () => (await colours()).edge).toBe(usual.text);
});
