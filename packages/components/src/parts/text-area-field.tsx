"use client";

import { useId, type ComponentPropsWithoutRef } from "react";
import { describedBy, Field, type LabelledProps } from "./field.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `TextAreaField` takes besides the attributes of a textarea; `className` and `style` are the field's. */
export interface TextAreaFieldProps extends ComponentPropsWithoutRef<"textarea">, LabelledProps {}

/** Labelled room for several lines. Uncontrolled unless it is given a value. */
export const TextAreaField = slot<TextAreaFieldProps, HTMLTextAreaElement>(
  "TextAreaField",
  function TextAreaField(props, ref) {
    const { label, error, hint, isOptional, className, style, ...native } = props;
    const partProps = usePartProps();
    const generated = useId();
    const id = native.id ?? generated;
    const control = (
      <textarea
        rows={3}
        {...native}
        {...partProps("input")}
        ref={ref}
        id={id}
        data-kind="text-area"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props, native["aria-describedby"])}
      />
    );
    return <Field {...{ id, label, error, hint, isOptional, className, style, control }} />;
  },
);
