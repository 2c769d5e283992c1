"use client";

import { useCallback, useMemo, type ReactNode } from "react";
import { Button, type ButtonProps } from "./button.js";
import { mergeRefs } from "./merge-refs.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `SocialButton` takes besides the attributes of a button; its children are its words. */
export interface SocialButtonProps extends Omit<ButtonProps, "variant"> {
  /** The provider's mark; it names nothing. */
  readonly icon?: ReactNode;
  /** Colours of its own, as in CSS: the button's, and that of the words on it. */
  readonly background?: string | undefined;
  readonly color?: string | undefined;
  /** What is worth knowing of it, such as that it was used last; read out after the words. */
  readonly badge?: ReactNode;
  /** `pending` where it was pressed; `held` where another way in is being gone, and nothing happens for a press. */
  readonly state?: "ready" | "pending" | "held" | undefined;
}

/** A quiet button that leads to a provider. It stays focusable while nothing can be done with it. */
export const SocialButton = slot<SocialButtonProps, HTMLButtonElement>(
  "SocialButton",
  function SocialButton(props, ref) {
    const { icon, background, color, badge, state = "ready", className, ...others } = props;
    const { children, ...native } = others;
    const partProps = usePartProps();
    const paint = usePaint({ background, color });
    const painted = useMemo(() => mergeRefs(ref, paint), [ref, paint]);
    const { className: own } = partProps("social-button", className);
    return (
      <Button
        {...native}
        className={own}
        ref={painted}
        data-kind="social"
        data-painted={background === undefined ? undefined : true}
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

type Paint = Pick<SocialButtonProps, "background" | "color">;

/**
 * Gives an element its colours as soon as it is on the page. A `style` in the page of a server would be refused by a
 * Content-Security-Policy with `style-src 'self'`; what a script sets is not.
 */
function usePaint({ background = "", color = "" }: Paint): (element: HTMLElement | null) => void {
  return useCallback(
    (element) => {
      // An empty value takes the property back.
      element?.style.setProperty("--portico-social-background", background);
      element?.style.setProperty("--portico-social-color", color);
    },
    [background, color],
  );
}
