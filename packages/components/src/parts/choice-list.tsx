"use client";

import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { Button } from "./button.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** One of several things that can be chosen. */
export interface Choice {
  /** Tells it from the others. */
  readonly id: string;
  readonly icon: ReactNode;
  readonly label: string;
  /** What is known of it, such as the end of a phone number. */
  readonly detail?: string | undefined;
}

/** What `ChoiceList` takes besides the attributes of a list. */
export interface ChoiceListProps extends Omit<ComponentPropsWithoutRef<"ul">, "children"> {
  readonly choices: readonly Choice[];
  readonly onChoose: (id: string) => void;
  /** The one that is being chosen. */
  readonly pending?: string | undefined;
  /** Whether nothing can be chosen for now; the buttons stay focusable. */
  readonly isHeld?: boolean | undefined;
}

/** A list of buttons, each of which leads on. */
export const ChoiceList = slot<ChoiceListProps, HTMLUListElement>(
  "ChoiceList",
  function ChoiceList({ choices, onChoose, pending, isHeld, className, ...native }, ref) {
    const partProps = usePartProps();
    return (
      <ul {...native} {...partProps("choices", className)} ref={ref}>
        {choices.map(({ id, icon, label, detail }) => (
          <li key={id}>
            <Button
              data-kind="choice"
              data-state={id === pending ? "pending" : isHeld ? "held" : "ready"}
              aria-disabled={isHeld || undefined}
              onClick={() => {
                if (!isHeld) onChoose(id);
              }}
            >
              {icon}
              <span {...partProps("choice-words")}>
                <span>{label}</span> {detail && <bdi {...partProps("choice-detail")}>{detail}</bdi>}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    );
  },
);
