"use client";

import type { ComponentPropsWithoutRef } from "react";
import { EyeIcon, StruckEyeIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** The button that shows and hides a password; `aria-pressed` says which. */
export const PasswordToggle = slot<ComponentPropsWithoutRef<"button">, HTMLButtonElement>(
  "PasswordToggle",
  function PasswordToggle({ className, ...native }, ref) {
    const partProps = usePartProps();
    const isShown = native["aria-pressed"] === true;
    return (
      <button
        {...native}
        {...partProps("toggle", className)}
        ref={ref}
        type="button"
        data-state={isShown ? "shown" : "hidden"}
        // A press with the pointer leaves the focus, and on phones the keyboard, where it is.
        onMouseDown={(event) => event.preventDefault()}
      >
        {isShown ? <StruckEyeIcon /> : <EyeIcon />}
      </button>
    );
  },
);
