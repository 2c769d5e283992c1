// @ts-check
import { find, items } from "./page-elements.js";

/**
 * Makes the list that of the page just read, and returns what is new. Elements that stay keep
 * focus and selection.
 *
 * @param {HTMLElement[]} current
 * @param {boolean} mark whether new ones are to stand out
 */
export function mergeMessages(current, mark) {
  const old = new Map(items().map((item) => [item.dataset["key"], item]));
  const kept = new Set(current.map((item) => item.dataset["key"]));
  for (const [key, item] of old) if (!kept.has(key)) item.remove();
  for (const item of current) {
    const before = old.get(item.dataset["key"]);
    if (before && before.dataset["push"] !== item.dataset["push"]) replace(before, item);
  }
  const arrived = current.filter((item) => !old.has(item.dataset["key"]));
  if (arrived.length > 0) for (const item of items()) delete item.dataset["fresh"];
  if (mark) for (const item of arrived) item.dataset["fresh"] = "";
  find("#messages").prepend(...arrived);
  return arrived;
}

/**
 * A push that was answered.
 *
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 */
function replace(before, after) {
  const hadFocus = before.contains(document.activeElement);
  before.replaceWith(after);
  if (hadFocus) find(".decision", after).focus();
}
