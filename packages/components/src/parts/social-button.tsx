"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `SocialButton` takes besides the attributes of a button; its children are its words. */
export interface SocialButtonProps extends Omit<ButtonProps, "variant"> {
  /** The provider's mark; it names nothing. */
  readonly icon?: ReactNode;
  /** What is worth knowing of it, such as that it was used last; read out after the words. */
  readonly badge?: ReactNode;
  /** `pending` where it was pressed; `held` where another way in is being gone, and nothing happens for a press. */
  readonly state?: "ready" | "pending" | "held" | undefined;
}

/** A quiet button that leads to a provider. It stays focusable while nothing can be done with it. */
export const SocialButton = slot<SocialButtonProps, HTMLButtonElement>(
  "SocialButton",
  function SocialButton({ icon, badge, state = "ready", className, children, ...native }, ref) {
    const partProps = usePartProps();
    const { className: own } = partProps("social-button", className);
    return (
      <Button
        {...native}
        className={own}
        ref={ref}
        data-kind="social"
        data-state={state}
        aria-disabled={state === "ready" ? undefined : true}
      >
        <span {...partProps("social-mark")}>{icon}</span>{" "}
        <span {...partProps("social-words")}>{children}</span>{" "}
        {badge && <span {...partProps("badge")}>{badge}</span>}
      </Button>
    );
  },
);
