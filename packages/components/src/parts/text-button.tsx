"use client";

import type { ComponentPropsWithoutRef } from "react";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** A button that looks like a link and stands in a line of text. */
export const TextButton = slot<ComponentPropsWithoutRef<"button">, HTMLButtonElement>(
  "TextButton",
  function TextButton({ className, ...native }, ref) {
    const partProps = usePartProps();
    return <button type="button" {...native} {...partProps("text-button", className)} ref={ref} />;
  },
);
