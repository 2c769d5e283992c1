// @ts-check

/**
 * @param {string} selector
 * @param {ParentNode} within
 * @returns {HTMLElement}
 */
export function find(selector, within = document) {
  const found = within.querySelector(selector);
  if (found) return /** @type {HTMLElement} */ (found);
  throw new Error(`The page has no ${selector}.`);
}

/**
 * @param {string} selector
 * @param {ParentNode} within
 */
export function textOf(selector, within = document) {
  return find(selector, within).textContent ?? "";
}

/**
 * The messages of this page, or of one just read.
 *
 * @param {ParentNode} page
 * @returns {HTMLElement[]}
 */
export function items(page = document) {
  return [...find("#messages", page).querySelectorAll("li")];
}

/**
 * Has a screen reader say it, after what it is saying now.
 *
 * @param {string} text
 */
export function say(text) {
  find("#news").textContent = text;
}
