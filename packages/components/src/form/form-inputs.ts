/** What a form's values stand in. */
export type FormInput = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What stands in an input. Takes what an app's own control passes off as one, too. */
export function readInput(input: FormInput | ShownValue): string | boolean {
  return input.type === "checkbox" && "checked" in input ? input.checked === true : input.value;
}

interface ShownValue {
  readonly type?: undefined;
  readonly value: string;
}

/** What an element of a form holds; undefined if it is no input, or can't show what is chosen. */
export function shownValue(element: unknown): string | boolean | undefined {
  if (!isInput(element)) return undefined;
  // A list without its choices.
  const isThere = !(element instanceof HTMLSelectElement) || isReady(element);
  return isThere ? readInput(element) : undefined;
}

/** Puts a value into an input, and tells nobody. */
export function writeInput(input: FormInput, value: string | boolean): void {
  if (input instanceof HTMLInputElement && input.type === "checkbox")
    input.checked = value === true;
  // Writing what is there already would end a composition in some browsers.
  else if (input.value !== value) input.value = String(value);
}

/** Whether somebody has changed an input before anything listened to it, as in a page that a server has sent. */
export function isEdited(input: FormInput): boolean {
  if (input instanceof HTMLSelectElement) return false;
  if (input instanceof HTMLInputElement && input.type === "checkbox")
    return input.checked !== input.defaultChecked;
  return input.value !== input.defaultValue;
}

function isInput(element: unknown): element is FormInput {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

function isReady({ dataset: { state = "ready" } }: HTMLSelectElement): boolean {
  return state === "ready";
}
