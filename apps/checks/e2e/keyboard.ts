import { expect, type Locator } from "@playwright/test";

/** Moves on with Tab until the focus is at `target`; each stop on the way has to show that it has the focus. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  const stops: string[] = [];
  while (!(await isFocused(target))) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtFocus);
    stops.push(stop.name);
    expect(stop, `what has the focus after ${stops.join(", ")}`).toMatchObject({ isSeen: true });
    if (stops.length > 30) throw new Error(`Tab leads past it: ${stops.join(", ")}`);
  }
}

/** Goes to a field and types, as on a keyboard. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.type(text);
}

/** Goes to a button and presses it. */
export async function pressKey(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Waits until the focus has gone somewhere by itself, where it must be seen. */
export async function arrivedAt(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
  expect(await target.page().evaluate(lookAtFocus)).toMatchObject({ isSeen: true });
}

async function isFocused(target: Locator): Promise<boolean> {
  await target.waitFor();
  return target.evaluate((element) => element === document.activeElement);
}

/** Runs in the page: what has the focus, and whether a ring around it can be seen. */
function lookAtFocus(): { readonly name: string; readonly isSeen: boolean } {
  const focused = document.activeElement;
  // From the last stop the focus leaves the page for the browser's own controls.
  if (!focused || focused === document.body) return { name: "nothing", isSeen: true };
  // What comes in the place of a form takes the focus by itself, to be read; nothing can be done with it.
  if (focused.getAttribute("tabindex") === "-1" && !focused.matches("button, input, a")) {
    return { name: "what has come", isSeen: true };
  }
  const name = focused.getAttribute("name") ?? focused.textContent ?? focused.tagName;
  const { top, bottom, left, right, width } = focused.getBoundingClientRect();
  const isInside =
    width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < document.body.clientWidth;
  // A control may draw its ring around the frame that it stands in.
  const rings = [focused, focused.parentElement, focused.closest("[data-part=control]")];
  const hasRing = rings.some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
  });
  return { name, isSeen: isInside && hasRing };
}
