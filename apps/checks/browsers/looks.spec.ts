import { expect, shows, signIn, test } from "./fixtures.js";
import type { Tab } from "./driver.js";

/** How light the card that the form stands on is, from 0 to 255. */
function lightness(tab: Tab): Promise<number> {
  return tab.run(() => {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const card = document.querySelector("form")?.closest("section");
    if (!context || !card)
      throw new Error("There is no card, or nothing to look at its colour with.");
    context.fillStyle = getComputedStyle(card).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data[1] ?? 0;
  });
}

test("the form follows the light and dark of the system", async ({ driven, stack }, info) => {
  for (const look of ["light", "dark"] as const) {
    const session = await driven.open(look);
    const tab = await session.newTab();
    await tab.goto(`${stack.app}/sign-in`);
    await shows(tab, "Password");
    if (look === "light") expect(await lightness(tab)).toBeGreaterThan(200);
    else expect(await lightness(tab)).toBeLessThan(80);
    await tab.screenshot(info.outputPath(`${look}.png`));
    await session.close();
  }
});

test("nothing is wider than the window", async ({ tab, stack }, info) => {
  for (const path of ["/", "/sign-in", "/sign-up", "/sign-in/code", "/sign-in/providers"]) {
    await tab.goto(stack.app + path);
    await shows(tab, "Sign in");
    const beyond = await tab.run(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, path).toBe(0);
  }
  await tab.goto(`${stack.app}/sign-in`);
  await signIn(tab, { email: stack.user.email, password: "Wrong-password-42" });
  await shows(tab, "That e-mail and password don't match.");
  await tab.screenshot(info.outputPath("error.png"));
});
