"use client";

import type { ComponentPropsWithoutRef, KeyboardEvent } from "react";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** One of several tabs. */
export interface Tab {
  readonly name: string;
  readonly label: string;
}

/** What `Tabs` takes besides the attributes of a div. */
export interface TabsProps extends Omit<ComponentPropsWithoutRef<"div">, "onSelect" | "children"> {
  readonly tabs: readonly Tab[];
  /** The name of the tab that is chosen. */
  readonly selected: string;
  /** The id of what the tabs change; it is labelled by `tabId`. */
  readonly panelId: string;
  readonly onSelect: (name: string) => void;
}

/**
 * A row of tabs, of which one is chosen. The arrow keys choose the next one, in the direction of the text, Home and End
 * the first and the last. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export const Tabs = slot<TabsProps, HTMLDivElement>(
  "Tabs",
  function Tabs({ tabs, selected, panelId, onSelect, className, ...native }, ref) {
    const partProps = usePartProps();
    return (
      <div {...native} {...partProps("tabs", className)} ref={ref} role="tablist">
        {tabs.map(({ name, label }, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            {...partProps("tab")}
            id={tabId(panelId, name)}
            aria-selected={name === selected}
            aria-controls={name === selected ? panelId : undefined}
            tabIndex={name === selected ? 0 : -1}
            onClick={() => select(name)}
            onKeyDown={(event) => move(event, index)}
          >
            {label}
          </button>
        ))}
      </div>
    );

    function select(name: string): void {
      if (name !== selected) onSelect(name);
    }

    function move(event: KeyboardEvent<HTMLButtonElement>, index: number): void {
      const next = nextIndex(event, index, tabs.length);
      const tab = next === undefined ? undefined : tabs[next];
      if (!tab || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const row = event.currentTarget.closest("[role=tablist]");
      row?.querySelectorAll<HTMLElement>("[role=tab]")[tabs.indexOf(tab)]?.focus();
      select(tab.name);
    }
  },
);

/** The id of a tab, for what it labels. */
export function tabId(panelId: string, name: string): string {
  return `${panelId}-${name}`;
}

function nextIndex(
  { key, currentTarget }: KeyboardEvent<HTMLElement>,
  index: number,
  count: number,
): number | undefined {
  const isRightToLeft = getComputedStyle(currentTarget).direction === "rtl";
  const forward = isRightToLeft ? "ArrowLeft" : "ArrowRight";
  const backward = isRightToLeft ? "ArrowRight" : "ArrowLeft";
  if (key === forward) return (index + 1) % count;
  if (key === backward) return (index + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}
