"use client";

import type { AuthError } from "@portico/react";
import { useRef } from "react";
import {
  useForm,
  type DefaultValues,
  type FieldPath,
  type PathValue,
  type UseFormReturn,
} from "react-hook-form";
import type { ValidationKey } from "../i18n/messages.js";
import { isAuthProblem, type Problem, type Refusal } from "../i18n/translate.js";
import type { BoundField, FormProps } from "../parts/bound-field.js";
import { placeError } from "./place-error.js";
import { schemaResolver, type AppSchema, type FormSchema } from "./schema-resolver.js";

/** What a form can hold: what is typed or chosen, and what is ticked. */
export type FormValues = Record<string, string | boolean>;

/** What a form is made of. */
export interface FormShape<Values extends FormValues> {
  readonly schema: FormSchema<Values>;
  /** Judges, besides, what the first one lets pass, and only when the form is sent. */
  readonly appSchema?: AppSchema<Values> | undefined;
  /** Every input, in the order in which they stand. */
  readonly fields: readonly FieldPath<Values>[];
  /** Inputs below which nothing can be said, so that it is said of the form as a whole. */
  readonly unseen?: readonly FieldPath<Values>[] | undefined;
  /** Inputs that are emptied when a call ends. */
  readonly secrets: readonly FieldPath<Values>[];
  /** The input that gets the focus after a failure that blames none. */
  readonly retry: FieldPath<Values>;
  /** By an input's name, another one that is judged again when it changes, such as a number by its country's. */
  readonly deps?: { readonly [Name in FieldPath<Values>]?: FieldPath<Values> } | undefined;
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
  readonly isCleared?: ((values: Values) => boolean | Promise<boolean>) | undefined;
}

/** A form that holds its values in its inputs. */
export interface AuthForm<Values extends FormValues> {
  readonly props: FormProps;
  /** Binds an input; `refusal` is the latest failure, for the field that it belongs to. */
  readonly field: (name: FieldPath<Values>, refusal: AuthError | undefined) => BoundField;
  readonly control: UseFormReturn<Values, unknown, Values>;
}

/**
 * A form over react-hook-form that never renders for a key: what is typed stays in the inputs. Secrets are emptied when
 * a call ends, and the focus goes to what has to be corrected.
 */
export function useAuthForm<Values extends FormValues>(
  options: AuthFormOptions<Values>,
): AuthForm<Values> {
  const { schema, fields, secrets, retry, deps, defaultValues } = options;
  const { send, isHeld, isCleared } = options;
  const isSending = useRef(false);
  const control = useForm<Values, unknown, Values>({
    resolver: schemaResolver(schema),
    ...(defaultValues && { defaultValues }),
  });
  const { errors } = control.formState;

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
      const { type, message } = errors[name] ?? {};
      const problem = type === "refused" ? refusal : foundProblem(type, message);
      const dependent = deps?.[name];
      return { ...control.register(name, dependent && { deps: dependent }), problem };
    },
  };

  async function submit(form: HTMLFormElement): Promise<void> {
    if (isSending.current || isHeld) return;
    isSending.current = true;
    try {
      readInputs(form);
      await control.handleSubmit(async (values) => {
        if (!isCleared || (await isCleared(values))) settle(await send(values));
      })();
    } finally {
      isSending.current = false;
    }
  }

  /** Browsers and password managers may fill an input without telling anybody. */
  function readInputs({ elements }: HTMLFormElement): void {
    for (const name of fields) {
      const input = elements.namedItem(name);
      const value = input instanceof Element ? valueOf(input) : undefined;
      if (value === undefined || control.getValues(name) === value) continue;
      control.setValue(name, value as PathValue<Values, typeof name>);
    }
  }

  function settle(problem: Problem | undefined): void {
    for (const name of secrets) {
      control.setValue(name, "" as PathValue<Values, typeof name>);
    }
    if (problem === undefined) return;
    const place = isAuthProblem(problem) ? placeError(problem.code) : "form";
    const field = fields.find((name) => name === place);
    if (field) control.setError(field, { type: "refused" }, { shouldFocus: true });
    else if (place !== "hosted" && place !== "nowhere") control.setFocus(retry);
  }
}

/** What the form itself has found: a key of the dictionary, or the app's own words. */
function foundProblem(type: unknown, message: unknown): ValidationKey | Refusal | undefined {
  if (typeof message !== "string") return undefined;
  return type === "refusal" ? { refusal: message } : (message as ValidationKey);
}

function valueOf(input: Element): string | boolean | undefined {
  if (input instanceof HTMLInputElement) {
    return input.type === "checkbox" ? input.checked : input.value;
  }
  if (input instanceof HTMLTextAreaElement) return input.value;
  if (!(input instanceof HTMLSelectElement)) return undefined;
  // A list without its choices can't show what is chosen.
  const { state = "ready" } = input.dataset;
  return state === "ready" ? input.value : undefined;
}
