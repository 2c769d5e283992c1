import type { Messages } from "../../packages/components/src/index.js";
import type { Reader } from "./scene.js";

const patience = 4000;

/** Somebody who uses what stands in `stage`, until `signal` says that it is gone. */
export function readerOf(stage: HTMLElement, words: Messages, signal: AbortSignal): Reader {
  return {
    words,
    async type(name, text) {
      const input = await find(() => stage.querySelector<HTMLElement>(`[name="${name}"]`));
      input.focus();
      // React overhears what is set on the element itself.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    async press(said) {
      press(await find(() => ready("button").find((one) => one.textContent?.includes(said))));
    },
    async pressAt(selector) {
      press(await find(() => ready(selector)[0]));
    },
  };

  /** Buttons that wait for a call are there and do nothing. */
  function ready(selector: string): HTMLElement[] {
    return [...stage.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => element.getAttribute("aria-disabled") !== "true",
    );
  }

  /** What `look` finds, as soon as it finds it. */
  function find<E extends Element>(look: () => E | null | undefined): Promise<E> {
    return new Promise((resolve, reject) => {
      const tooLate = setTimeout(() => end(new Error("It did not come.")), patience);
      const observer = new MutationObserver(check);
      observer.observe(stage, { subtree: true, childList: true, attributes: true });
      signal.addEventListener("abort", stop);
      check();

      function check(): void {
        const found = look();
        if (found) end(found);
      }

      function stop(): void {
        end(new Error("The stage is gone."));
      }

      function end(result: E | Error): void {
        clearTimeout(tooLate);
        observer.disconnect();
        signal.removeEventListener("abort", stop);
        if (result instanceof Error) reject(result);
        else resolve(result);
      }
    });
  }
}

function press(element: HTMLElement): void {
  element.focus();
  element.click();
}
