import { Auth0Provider, type AuthClient } from "@portico/react";
import { createRoot } from "react-dom/client";
import { AuthPanel } from "../auth-panel/auth-panel.js";
import { adoptStyles } from "./adopt-styles.js";
import { panelProps } from "./panel-props.js";
import { refuseFixed, takeApart } from "./take-apart.js";
import type { WidgetOptions, WidgetPanelOptions } from "./widget-options.js";

/** A panel in a page without React. */
export interface MountedPanel {
  /** Who is signed in, their tokens, and the sign-out: the same as in `@portico/core`. */
  readonly client: AuthClient;
  /** Gives the panel other options; what is left out stays as it is. Throws for those of the client. */
  update(options: WidgetPanelOptions): void;
  /** Takes the panel and its style sheet out of the page, and stops the client. The session stays as it is. */
  unmount(): void;
}

/** The elements that have a panel. */
const taken = new WeakSet<Element>();

/**
 * Shows `AuthPanel` in an element, in the place of what is in it, and starts the client: the callback in the address
 * is taken once, or else the tenant is asked who is signed in. Throws an `Error` on a wrong configuration.
 */
export function mountAuthPanel(element: Element, options: WidgetOptions): MountedPanel {
  refuseElement(element);
  const { client, start, panel } = takeApart(options);
  const letStylesGo = adoptStyles(element);
  const root = createRoot(element);
  taken.add(element);
  let shown = panel;
  let isMounted = true;
  render();
  return {
    client,
    update(changes) {
      refuseFixed(changes);
      shown = { ...shown, ...changes };
      if (isMounted) render();
    },
    unmount() {
      if (!isMounted) return;
      isMounted = false;
      root.unmount();
      letStylesGo();
      taken.delete(element);
    },
  };

  function render(): void {
    root.render(
      <Auth0Provider {...start} client={client}>
        <AuthPanel {...panelProps(shown)} />
      </Auth0Provider>,
    );
  }
}

function refuseElement(element: Element | null | undefined): void {
  if (element?.nodeType !== Node.ELEMENT_NODE) {
    throw new Error(
      "mountAuthPanel was given no element. There is no place for the panel. Call it when the element is in the page, as a module script at its end does.",
    );
  }
  if (!taken.has(element)) return;
  throw new Error(
    "mountAuthPanel was given an element that has a panel. The two would overwrite each other. Use update of the first, or unmount it before.",
  );
}
