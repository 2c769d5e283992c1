"use client";

import type { ReactNode } from "react";
import type { FormProps } from "../parts/bound-field.js";
import { FormActions, type FormActionsProps } from "../parts/form-actions.js";
import { FormOutcome } from "../parts/form-outcome.js";
import type { FormProgress } from "../parts/form-progress.js";
import { usePartProps } from "../parts/part-props.js";

/** What `StepFormView` takes; its children are the fields. */
export interface StepFormViewProps {
  readonly form: FormProgress & { readonly props: FormProps };
  readonly words: FormActionsProps["words"];
  readonly after?: ReactNode;
  /** Leads out of what went wrong. */
  readonly remedy?: ReactNode;
  readonly children: ReactNode;
}

/** A form of one step, on the card that is there already. */
export function StepFormView(props: StepFormViewProps): ReactNode {
  const { form, words, after, remedy, children } = props;
  const partProps = usePartProps();
  return (
    <>
      <form {...form.props} {...partProps("form")} data-state={form.submit}>
        {children}
        <FormActions progress={form} words={words} isSecond={Boolean(remedy)} />
      </form>
      {after}
      <FormOutcome progress={form}>{remedy}</FormOutcome>
    </>
  );
}
