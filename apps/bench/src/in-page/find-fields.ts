import type {} from "./window.js";

/**
 * Notes when each field is usable: it is seen, it takes text, and it still has it a frame later. A field that a kit
 * fills, moves or replaces while it starts is not. Notes tasks of more than 50 ms, too.
 */
export function findFields(selectors: { readonly email: string; readonly password: string }): void {
  if (window !== window.top) return;
  const roots: (Document | ShadowRoot)[] = [document];
  const attach = Reflect.get(Element.prototype, "attachShadow") as Element["attachShadow"];
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  };
  const longTasks: number[] = [];
  const usable: Partial<Record<"email" | "password", number>> = {};
  const find = (selector: string) => {
    for (const root of roots)
      for (const field of root.querySelectorAll<HTMLInputElement>(selector))
        if (isSeen(field)) return field;
    return null;
  };
  window.fields = { usable, longTasks, find };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
  void look();

  async function look(): Promise<void> {
    while (Object.keys(usable).length < 2) {
      for (const name of ["email", "password"] as const) {
        const field = usable[name] === undefined && find(selectors[name]);
        if (field && (await takesText(field))) usable[name] = performance.now();
      }
      await nextFrame();
    }
  }

  function isSeen(field: HTMLInputElement): boolean {
    if (field.disabled || field.readOnly || field.closest("[inert], [aria-hidden=true]"))
      return false;
    const { width, height } = field.getBoundingClientRect();
    const all = { opacityProperty: true, visibilityProperty: true };
    return width > 2 && height > 2 && field.checkVisibility(all);
  }

  async function takesText(field: HTMLInputElement): Promise<boolean> {
    const before = field.value;
    field.focus();
    // The one way to type that is a page's own; frameworks hear of it as of a key.
    if (!document.execCommand("insertText", false, "x")) return false;
    await nextFrame();
    if (field.value !== `${before}x` || !field.isConnected) return false;
    field.select();
    document.execCommand("delete");
    return true;
  }

  function nextFrame(): Promise<void> {
    return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
}
