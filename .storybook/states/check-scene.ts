import axe from "axe-core";
import { expect, waitFor } from "storybook/test";
import { placeError, translate, type Messages } from "../../packages/components/src/index.js";
import type { Refusal } from "./scenes-of.js";
import { signs } from "./signs.js";

/** What a component says of a refusal, and where its reader goes on. Resolves the place, for whoever counts them. */
export async function checkRefusal(
  stage: HTMLElement,
  refusal: Refusal,
  words: Messages,
): Promise<string> {
  const { code, error, about } = refusal;
  const other = about.instead?.[code];
  if (other) {
    await waitFor(() => expect(stage.querySelector(other)).not.toBeNull());
    return other;
  }
  const place = placeError(code);
  if (place === "nowhere" && !about.tellsGivenUp) {
    await waitFor(() => expect(stage.querySelector(signs.pending)).toBeNull());
    await expect(stage.querySelector(signs.alert)).toBeNull();
    return place;
  }
  const expected = [translate(words, error), ...(about.ownWords?.(words) ?? [])];
  await waitFor(() => expect(expected).toContain(said(stage)));
  await expect(stage.textContent).not.toContain(code.includes("_") ? code : "undefined");
  const invalid = stage.querySelector(signs.invalid);
  // Whoever has not touched it keeps the focus where it is.
  if (about.act) {
    await waitFor(() => expect(invalid ?? stage).toContainElement(focused()));
  }
  return invalid ? `field ${place}` : place;
}

/** Nothing is wider than its card, and axe has nothing to say. */
export async function checkLooks(stage: HTMLElement): Promise<void> {
  await checkFit(stage);
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
  const { violations } = await axe.run(stage, { resultTypes: ["violations"] });
  await expect(
    violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)].join("\n  ")),
  ).toEqual([]);
}

/** Nothing is wider than its card. */
export async function checkFit(stage: HTMLElement): Promise<void> {
  for (const card of stage.querySelectorAll("[data-part=card]")) {
    await expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth + 1);
  }
}

function focused(): HTMLElement | null {
  return document.activeElement instanceof HTMLElement ? document.activeElement : null;
}

/** The words for what went wrong, at a field or with the whole. */
function said(stage: HTMLElement): string {
  const parts = stage.querySelectorAll(`${signs.alert} p, [data-part=error]`);
  return [...parts].map((part) => part.textContent).join(" ");
}
