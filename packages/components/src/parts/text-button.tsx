"use client";

import { forwardRef, type ComponentPropsWithoutRef } from "react";
import { partProps } from "./part-props.js";

/** A button that looks like a link and stands in a line of text. */
export const TextButton = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<"button">>(
  function TextButton({ className, ...native }, ref) {
    return <button type="button" {...native} {...partProps("text-button", className)} ref={ref} />;
  },
);
