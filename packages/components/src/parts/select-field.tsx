"use client";

import { useEffect, useId, useRef, type ComponentPropsWithoutRef, type ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { describedBy, Field, type LabelledProps } from "./field.js";
import { ChevronIcon } from "./icons.js";
import { mergeRefs } from "./merge-refs.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";
import { TextButton } from "./text-button.js";

/** What `SelectField` takes besides the attributes of a select; `className` and `style` are the field's. */
export interface SelectFieldProps
  extends Omit<ComponentPropsWithoutRef<"select">, "children">, LabelledProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Whether the choices are on their way, there, or have failed to come; `ready` if not given. */
  readonly state?: "loading" | "ready" | "failed" | undefined;
  /** Asks for the choices again. */
  readonly onRetry?: (() => void) | undefined;
}

/** A labelled list to choose from, the browser's own. Uncontrolled unless it is given a value. */
export const SelectField = slot<SelectFieldProps, HTMLSelectElement>(
  "SelectField",
  function SelectField(props, ref) {
    const { label, error, hint, isOptional, choices, state = "ready", onRetry, ...rest } = props;
    const { className, style, ...native } = rest;
    const partProps = usePartProps();
    const { fields } = useMessages();
    const generated = useId();
    const id = native.id ?? generated;
    const select = useRef<HTMLSelectElement>(null);

    useEffect(() => {
      // What is chosen is not in the list yet, and browsers would show a list without words.
      if (select.current?.selectedIndex === -1) select.current.selectedIndex = 0;
    }, [state]);

    const control = (
      <>
        <select
          {...native}
          {...partProps("input")}
          ref={mergeRefs(select, ref)}
          id={id}
          data-kind="select"
          data-state={state}
          aria-busy={state === "loading" || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, props, native["aria-describedby"])}
        >
          <option value="">{state === "loading" ? fields.loadingChoices : fields.choose}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronIcon />
      </>
    );
    return (
      <Field
        {...{ id, label, error, hint, isOptional, className, style, control }}
        status={state === "failed" && <ChoicesFailed onRetry={onRetry && retry} />}
      />
    );

    /** The button goes, so the focus goes where the choices will be. */
    function retry(): void {
      select.current?.focus();
      onRetry?.();
    }
  },
);

function ChoicesFailed({ onRetry }: Pick<SelectFieldProps, "onRetry">): ReactNode {
  const partProps = usePartProps();
  const { fields } = useMessages();
  return (
    <p {...partProps("hint")} role="status">
      {fields.choicesFailed}{" "}
      {onRetry && <TextButton onClick={onRetry}>{fields.retryChoices}</TextButton>}
    </p>
  );
}
