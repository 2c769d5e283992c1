"use client";

import { forwardRef, useEffect, type ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import type { BoundField } from "../parts/bound-field.js";
import { CheckboxField } from "../parts/checkbox-field.js";
import { SelectField, type SelectFieldProps } from "../parts/select-field.js";
import { TextAreaField } from "../parts/text-area-field.js";
import { TextField } from "../parts/text-field.js";
import { fillIn } from "./fill-in.js";
import type { ChoiceField, SignupField } from "./signup-field.js";
import { useChoices } from "./use-choices.js";

/** What `ExtraField` takes. */
export interface ExtraFieldProps {
  readonly field: SignupField;
  readonly bound: BoundField;
  /** Shows once more what the form holds, to be called when the choices of a list have come. */
  readonly onChoices: (name: string) => void;
}

/** One of the app's own fields, as its kind looks. */
export function ExtraField({ field, bound, onChoices }: ExtraFieldProps): ReactNode {
  const messages = useMessages();
  const { problem, ...native } = bound;
  if (field.kind === "hidden") return <input type="hidden" {...native} />;

  const error = problem && translate(messages, problem);
  const { label, hint, required = false } = field;
  const shared = { ...native, label, hint, error, "aria-required": required || undefined };
  if (field.kind === "checkbox") return <CheckboxField {...shared} />;

  const { autoComplete, inputMode, autoCapitalize, type } = fillIn(field);
  const asked = { ...shared, isOptional: !required, autoComplete };
  if (field.kind === "select") return <ListField {...asked} field={field} onChoices={onChoices} />;
  if (field.kind === "textarea") return <TextAreaField {...asked} />;
  return <TextField {...asked} {...{ type, inputMode, autoCapitalize }} enterKeyHint="next" />;
}

type ListFieldProps = Omit<SelectFieldProps, "choices" | "state" | "onRetry"> & {
  readonly field: ChoiceField & { readonly name: string };
  readonly onChoices: (name: string) => void;
};

// React 18 gives a component no ref unless it asks for one.
const ListField = forwardRef<HTMLSelectElement, ListFieldProps>(function ListField(props, ref) {
  const { field, onChoices, ...native } = props;
  const { choices, state, retry } = useChoices(field.options);
  const { name } = field;
  // The browser shows a choice only from when it is in the list.
  useEffect(() => {
    if (state === "ready") onChoices(name);
  }, [state, name, onChoices]);
  return <SelectField {...native} ref={ref} choices={choices} state={state} onRetry={retry} />;
});
