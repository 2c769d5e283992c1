/** What a part was given that its replacement must not lose. */
export interface Given {
  readonly name?: unknown;
  readonly autoComplete?: unknown;
  readonly type?: unknown;
  readonly error?: unknown;
}

const said = new Set<string>();

/**
 * Says on the console, once each, what the replacement of a field has lost that people need: its name, its label, what
 * browsers fill it in by, and its error. For development.
 */
export function checkReplacement(part: string, given: Given, element: unknown): void {
  const { name } = given;
  if (typeof name !== "string" || name === "") return;
  if (!(element instanceof HTMLElement)) {
    say(part, name, "gives no element to innerRef", "The field can't get the focus", "innerRef");
    return;
  }
  if (element.getAttribute("name") !== name) {
    say(part, name, "has lost the name", "The form can't read the field", "name");
  }
  if (!hasLabel(element)) {
    say(part, name, "has no label", "Screen readers can't name the field", "label");
  }
  const { autoComplete: token } = given;
  if (typeof token === "string" && element.getAttribute("autocomplete") !== token) {
    say(
      part,
      name,
      `has lost autocomplete="${token}"`,
      "Browsers can't fill it in",
      "autoComplete",
    );
  }
  if (given.error && !describes(element)) {
    say(part, name, "shows no error", "Nobody learns what is wrong", "error and aria-describedby");
  }
}

function hasLabel(element: HTMLElement): boolean {
  const { labels } = element as Partial<HTMLInputElement>;
  if (labels && labels.length > 0) return true;
  return element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby");
}

function describes(element: HTMLElement): boolean {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(" ");
  return ids.some((id) => element.ownerDocument.getElementById(id)?.textContent);
}

function say(part: string, name: string, what: string, so: string, remedy: string): void {
  const text = `Portico: the replacement of ${part} for "${name}" ${what}. ${so}. Pass on ${remedy}.`;
  if (said.has(text)) return;
  said.add(text);
  // oxlint-disable-next-line no-console -- Only where people develop.
  console.warn(text);
}
