/** Puts a value into an input as if it had been typed: React and the form hear of it. */
export function typeInto(input: HTMLInputElement, value: string): void {
  // React takes a value that is set on the element itself for its own.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
