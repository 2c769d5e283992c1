// @ts-check
import { say } from "./page-elements.js";

document.addEventListener("click", copy);

/** @param {Event} event */
async function copy({ target }) {
  const button = target instanceof Element && target.closest(".copy");
  const source = button && button.closest(".value")?.querySelector(".source");
  const word = button && button.querySelector(".word");
  if (!source || !word) return;
  const copied = await writeClipboard(source.textContent ?? "").catch(() => copySelection(source));
  word.textContent = copied ? "Copied" : "Ctrl + C";
  say(copied ? "Copied" : "Selected. Press Control C to copy.");
  setTimeout(() => {
    word.textContent = "Copy";
  }, 2000);
}

/**
 * Rejects where the browser has no clipboard, or does not let the page use it.
 *
 * @param {string} text
 */
async function writeClipboard(text) {
  await navigator.clipboard.writeText(text);
  return true;
}

/**
 * Leaves the text selected, for the reader to copy where the page may not.
 *
 * @param {Element} source
 */
function copySelection(source) {
  getSelection()?.selectAllChildren(source);
  return document.execCommand("copy");
}
