import { beforeEach } from "vitest";

/** Tests by their titles that load real pages into frames, or measure what is seen, which jsdom does not. */
const beyondJsdom = [
  /\breal page\b/,
  "gives the fields of the answer, out of a frame that nobody sees",
  "by an answer that arrives behind the end of its window",
];

beforeEach(({ task, skip }) => {
  if (beyondJsdom.some((title) => task.name.match(title))) skip();
});

// Vitest runs a browser's tests in a frame; the window around it is another one here, too, which no test comes across.
const around = document.createElement("iframe");
document.head.append(around);
Object.defineProperty(window, "parent", { value: around.contentWindow, configurable: true });
around.remove();
