// @ts-check
import { find, items, say, textOf } from "./page-elements.js";

const search = /** @type {HTMLInputElement} */ (find("#search"));
const kind = /** @type {HTMLSelectElement} */ (find("#kind"));

search.addEventListener("input", changed);
kind.addEventListener("change", changed);
find("#search-form").addEventListener("submit", (event) => event.preventDefault());
find("#show-all").addEventListener("click", showAll);

/** Shows the messages that match what the reader chose. */
export function filterMessages() {
  const wanted = search.value.trim().toLowerCase();
  for (const item of items()) {
    const text = `${textOf(".recipient", item)}\n${textOf(".subject", item)}`.toLowerCase();
    item.hidden = !text.includes(wanted) || ![item.dataset["kind"], ""].includes(kind.value);
  }
  const all = items().length;
  const shown = items().filter((item) => !item.hidden).length;
  find("#ask").hidden = all === 0;
  find("#empty").hidden = all > 0;
  find("#nothing").hidden = all === 0 || shown > 0;
  find("#messages").hidden = shown === 0;
  find("#count").textContent = countOf(shown, all);
}

/** Keeps the choice in the address, for a reload. */
function changed() {
  filterMessages();
  say(textOf("#count"));
  const q = search.value.trim();
  const query = q || kind.value ? `?${new URLSearchParams({ q, kind: kind.value })}` : "";
  history.replaceState(null, "", location.pathname + query);
}

/** @param {Event} event */
function showAll(event) {
  event.preventDefault();
  search.value = "";
  kind.value = "";
  changed();
  search.focus();
}

/**
 * @param {number} shown
 * @param {number} all
 */
function countOf(shown, all) {
  if (shown < all) return `${shown} of ${all} messages`;
  return all === 1 ? "1 message" : `${all} messages`;
}
