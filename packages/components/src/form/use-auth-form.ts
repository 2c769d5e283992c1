"use client";

import type { AuthError } from "@portico/react";
import { useEffect, useRef, useState } from "react";
import type { DefaultValues, FieldPath } from "react-hook-form";
import type { ValidationKey } from "../i18n/messages.js";
import { isAuthProblem, type Problem, type Refusal } from "../i18n/translate.js";
import type { BoundField, FormProps } from "../parts/bound-field.js";
import {
  createFormControl,
  type ControlledForm,
  type FormControl,
  type FormProblems,
  type FormValues,
} from "./form-control.js";
import type { FormJudge } from "./judge-form.js";
import { placeError } from "./place-error.js";
import type { AppSchema } from "./schema-resolver.js";
import type { Judging } from "./use-judging.js";

/** What a form is made of. */
export interface FormShape<Values extends FormValues> extends ControlledForm<Values> {
  /** Judges, besides, what the first one lets pass, and only when the form is sent. */
  readonly appSchema?: AppSchema<Values> | undefined;
  /** Inputs below which nothing can be said, so that it is said of the form as a whole. */
  readonly unseen?: readonly FieldPath<Values>[] | undefined;
  /** Inputs that are emptied when a call ends. */
  readonly secrets: readonly FieldPath<Values>[];
  /** The input that gets the focus after a failure that blames none. */
  readonly retry: FieldPath<Values>;
  /** What the inputs start with. Read once. */
  readonly defaultValues?: DefaultValues<Values> | undefined;
}

/** What `useAuthForm` takes. */
export interface AuthFormOptions<Values extends FormValues> extends FormShape<Values> {
  /** Sends what was typed; resolves what was wrong, if anything. */
  readonly send: (values: Values) => Promise<Problem | undefined>;
  /** Whether nothing may be sent for now. */
  readonly isHeld: boolean;
  /** Asked before anything is sent; where it says no, nothing is emptied, and it has said why. */
  readonly isCleared?:
    | ((values: Values, judge: FormJudge<Values>) => boolean | Promise<boolean>)
    | undefined;
  /** Brings what judges the form. */
  readonly judging: Judging;
}

/** A form that holds its values in its inputs. */
export interface AuthForm<Values extends FormValues> {
  readonly props: FormProps;
  /** Binds an input; `refusal` is the latest failure, for the field that it belongs to. */
  readonly field: (name: FieldPath<Values>, refusal: AuthError | undefined) => BoundField;
  readonly control: FormControl<Values>;
}

/**
 * A form over react-hook-form that never renders for a key: what is typed stays in the inputs. Secrets are emptied when
 * a call ends, and the focus goes to what has to be corrected.
 */
export function useAuthForm<Values extends FormValues>(
  options: AuthFormOptions<Values>,
): AuthForm<Values> {
  const { fields, secrets, retry, send, isHeld, isCleared, judging } = options;
  const isSending = useRef(false);
  const [problems, setProblems] = useState<FormProblems>({});
  const [control] = useState(() =>
    createFormControl({
      form: options,
      defaultValues: options.defaultValues,
      load: judging.load,
      onProblems: setProblems,
    }),
  );
  useEffect(() => control.follow(options));

  return {
    control,
    props: {
      method: "post",
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      },
      onKeyDown: (event) => {
        // This Enter ends a composition, such as one of Japanese characters; it does not send the form.
        if (event.key === "Enter" && event.nativeEvent.isComposing) event.preventDefault();
      },
    },
    field: (name, refusal) => {
      const { type, message } = problems[name] ?? {};
      const problem = type === "refused" ? refusal : foundProblem(type, message);
      return { ...control.bind(name), problem };
    },
  };

  async function submit(form: HTMLFormElement): Promise<void> {
    if (isSending.current || isHeld) return;
    isSending.current = true;
    try {
      const judge = await control.judge();
      // What judges it may have come when the form had gone.
      if (!judge || !form.isConnected) return;
      control.readInputs(form);
      await judge.handleSubmit(async (values) => {
        if (!isCleared || (await isCleared(values, judge))) settle(await send(values), judge);
      })();
    } finally {
      isSending.current = false;
    }
  }

  function settle(problem: Problem | undefined, judge: FormJudge<Values>): void {
    for (const name of secrets) control.setValue(name, "" as Values[typeof name]);
    if (problem === undefined) return;
    const place = isAuthProblem(problem) ? placeError(problem.code) : "form";
    const field = fields.find((name) => name === place);
    if (field) judge.setError(field, { type: "refused" }, { shouldFocus: true });
    else if (place !== "hosted" && place !== "nowhere") judge.setFocus(retry);
  }
}

/** What the form itself has found: a key of the dictionary, or the app's own words. */
function foundProblem(type: unknown, message: unknown): ValidationKey | Refusal | undefined {
  if (typeof message !== "string") return undefined;
  return type === "refusal" ? { refusal: message } : (message as ValidationKey);
}
