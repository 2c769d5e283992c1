"use client";

import type { FlowState } from "@portico/react";
import type { FieldPath } from "react-hook-form";
import { placeError } from "../form/place-error.js";
import type { FormValues } from "../form/form-control.js";
import { useAuthForm, type FormShape } from "../form/use-auth-form.js";
import { useFormProgress, type CallState } from "../form/use-form-progress.js";
import { useHydrated } from "../form/use-hydrated.js";
import { useJudging } from "../form/use-judging.js";
import { isAuthProblem, type Problem } from "../i18n/translate.js";
import type { BoundField, FormProps } from "../parts/bound-field.js";
import type { FormProgress } from "../parts/form-progress.js";

/** What `useStepForm` gives. */
export interface StepForm<Values extends FormValues> extends FormProgress {
  readonly props: FormProps;
  readonly field: (name: FieldPath<Values>) => BoundField;
}

/** A form of one step on the way to a link. Where it succeeds, the step is over. */
export function useStepForm<Values extends FormValues>(
  shape: FormShape<Values>,
  state: FlowState<unknown>,
  send: (values: Values) => Promise<Problem | undefined>,
): StepForm<Values> {
  const judging = useJudging();
  const { submit, failure, coolDown } = useFormProgress(judging.state ?? callOf(state));
  const isHydrated = useHydrated();
  const { props, field } = useAuthForm({ ...shape, send, isHeld: submit !== "ready", judging });
  const error = isAuthProblem(failure?.problem) ? failure.problem : undefined;
  const place = error && placeError(error.code);
  const isShown = place !== "nowhere" && !shape.fields.some((name) => name === place);
  return {
    props,
    field: (name) => field(name, error),
    submit,
    isHydrated,
    failure: isShown ? failure : undefined,
    coolDown,
    hosted: undefined,
  };
}

const over: CallState = { status: "pending" };

function callOf(state: FlowState<unknown>): CallState {
  return state.status === "succeeded" ? over : state;
}
