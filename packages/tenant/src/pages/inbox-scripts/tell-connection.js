// @ts-check
import { find, say } from "./page-elements.js";

const texts = {
  live: "Updates by itself",
  lost: "The tenant does not answer. Trying again …",
  stale: "This page is too old. Please reload it.",
};

/** @param {keyof typeof texts} state */
export function tellConnection(state) {
  const line = find("#connection");
  const before = line.dataset["state"];
  // Only a reload helps a page whose forms are refused.
  if (before === state || before === "stale") return;
  if (before !== undefined) say(texts[state]);
  line.dataset["state"] = state;
  line.textContent = texts[state];
}
