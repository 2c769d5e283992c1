"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.js";
import type { SubmitState } from "./form-progress.js";
import { TickIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `SubmitButton` takes; its children are its words while it is ready. */
export interface SubmitButtonProps extends ButtonProps {
  readonly state?: SubmitState | undefined;
  readonly pendingLabel: ReactNode;
  readonly doneLabel: ReactNode;
  /** Shown in place of the words while waiting; not read out, so that a countdown stays silent. */
  readonly countdown?: ReactNode;
}

/**
 * The button of a form. All its words share one place, so it never changes its width; it stays focusable while
 * it is busy.
 */
export const SubmitButton = slot<SubmitButtonProps, HTMLButtonElement>(
  "SubmitButton",
  function SubmitButton(
    { state = "ready", pendingLabel, doneLabel, countdown, children, ...native },
    ref,
  ) {
    const partProps = usePartProps();
    return (
      <Button
        variant="primary"
        {...native}
        ref={ref}
        type="submit"
        data-state={state}
        aria-disabled={state === "ready" ? undefined : true}
      >
        <Words isShown={state === "ready"} isNamed={state === "ready" || state === "waiting"}>
          {children}
        </Words>
        <Words isShown={state === "pending"}>
          {pendingLabel}
          <span {...partProps("dots")} aria-hidden="true">
            <span>.</span>
            <span>.</span>
            <span>.</span>
          </span>
        </Words>
        <Words isShown={state === "done"}>
          <TickIcon />
          {doneLabel}
        </Words>
        {state === "waiting" && (
          <span {...partProps("words")} aria-hidden="true" data-state="shown">
            {countdown}
          </span>
        )}
      </Button>
    );
  },
);

interface WordsProps {
  readonly isShown: boolean;
  readonly isNamed?: boolean;
  readonly children: ReactNode;
}

function Words({ isShown, isNamed = isShown, children }: WordsProps): ReactNode {
  const partProps = usePartProps();
  const state = isShown ? "shown" : isNamed ? "named" : "hidden";
  return (
    <span {...partProps("words")} data-state={state} aria-hidden={isNamed ? undefined : true}>
      {children}
    </span>
  );
}
