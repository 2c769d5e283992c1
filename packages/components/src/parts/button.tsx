"use client";

import { forwardRef, type ComponentPropsWithoutRef } from "react";
import { partProps } from "./part-props.js";

/** What `Button` takes besides the attributes of a button. */
export interface ButtonProps extends ComponentPropsWithoutRef<"button"> {
  /** One primary button a screen; `quiet` if not given. */
  readonly variant?: "primary" | "quiet" | undefined;
}

/** A button of full width. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = "quiet", className, ...native },
  ref,
) {
  return (
    <button
      type="button"
      {...native}
      {...partProps("button", className)}
      ref={ref}
      data-variant={variant}
    />
  );
});
