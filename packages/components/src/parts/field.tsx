"use client";

import type { CSSProperties, ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { WarningIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";

/** What every labelled control takes besides its own attributes. */
export interface LabelledProps {
  readonly label: ReactNode;
  /** What is wrong, in words; tied to the control. */
  readonly error?: ReactNode;
  /** What helps to fill it in; tied to the control. */
  readonly hint?: ReactNode;
  /** Says beside the label that it may be left empty. */
  readonly isOptional?: boolean | undefined;
}

/** What `Field` takes. */
export interface FieldProps extends LabelledProps {
  /** The control's. */
  readonly id: string;
  /** Stands beside the label, at the line's end. */
  readonly aside?: ReactNode;
  /** Something to say of what is being typed; where nothing is wrong it takes the room of an error. */
  readonly status?: ReactNode;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** The control, and in it whatever stands inside its frame. */
  readonly control: ReactNode;
  /** Stands below. */
  readonly children?: ReactNode;
}

/** A control with its label above, and below it room for one line of what is wrong. */
export function Field(props: FieldProps): ReactNode {
  const { id, label, error, hint, isOptional, aside, status, control, children } = props;
  const { className, style } = props;
  const partProps = usePartProps();
  const { fields } = useMessages();
  const { errorId, hintId } = descriptionIds(id, props);
  return (
    <div {...partProps("field", className)} style={style} data-state={error ? "invalid" : "valid"}>
      <div {...partProps("label-line")}>
        <label {...partProps("label")} htmlFor={id}>
          {label}
          {isOptional && <span {...partProps("optional")}> {fields.optional}</span>}
        </label>
        {aside}
      </div>
      <div {...partProps("control")}>{control}</div>
      <div {...partProps("below")}>
        {error && (
          <p {...partProps("error")} id={errorId}>
            <WarningIcon />
            <span>{error}</span>
          </p>
        )}
        {status}
        {hint && (
          <p {...partProps("hint")} id={hintId}>
            {hint}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}

/** What the control of a field says of itself, beside `own`. */
export function describedBy(
  id: string,
  said: Pick<LabelledProps, "error" | "hint">,
  own: string | undefined,
): string | undefined {
  const { errorId, hintId } = descriptionIds(id, said);
  return [errorId, hintId, own].filter(Boolean).join(" ") || undefined;
}

function descriptionIds(id: string, { error, hint }: Pick<LabelledProps, "error" | "hint">) {
  return {
    errorId: error ? `${id}-error` : undefined,
    hintId: hint ? `${id}-hint` : undefined,
  };
}
