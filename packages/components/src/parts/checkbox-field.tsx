"use client";

import { useId, type ComponentPropsWithoutRef } from "react";
import { describedBy, type LabelledProps } from "./field.js";
import { WarningIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `CheckboxField` takes besides the attributes of an input; `className` and `style` are the field's. */
export interface CheckboxFieldProps
  extends Omit<ComponentPropsWithoutRef<"input">, "type">, Omit<LabelledProps, "isOptional"> {}

/** A box to tick, with its words beside it; links among them stay links. Uncontrolled unless it is given `checked`. */
export const CheckboxField = slot<CheckboxFieldProps, HTMLInputElement>(
  "CheckboxField",
  function CheckboxField(props, ref) {
    const { label, error, hint, className, style, ...native } = props;
    const partProps = usePartProps();
    const generated = useId();
    const id = native.id ?? generated;
    return (
      <div
        {...partProps("field", className)}
        style={style}
        data-kind="checkbox"
        data-state={error ? "invalid" : "valid"}
      >
        <input
          {...native}
          {...partProps("checkbox")}
          ref={ref}
          id={id}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, props, native["aria-describedby"])}
        />
        <label {...partProps("label")} htmlFor={id}>
          {label}
        </label>
        <div {...partProps("below")}>
          {error && (
            <p {...partProps("error")} id={`${id}-error`}>
              <WarningIcon />
              <span>{error}</span>
            </p>
          )}
          {hint && (
            <p {...partProps("hint")} id={`${id}-hint`}>
              {hint}
            </p>
          )}
        </div>
      </div>
    );
  },
);
