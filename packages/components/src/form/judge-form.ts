import {
  createFormControl,
  type FieldPath,
  type FieldValues,
  type UseFormRegisterReturn,
  type UseFormReturn,
} from "react-hook-form";
import type { FormProblems, FormValues } from "./form-control.js";
import { schemaResolver, type FormSchema } from "./schema-resolver.js";

/** react-hook-form, at work for one form. */
export interface FormJudge<Values extends FormValues> extends Pick<
  UseFormReturn<Values, unknown, Values>,
  "handleSubmit" | "setValue" | "setError" | "clearErrors" | "setFocus" | "trigger"
> {
  /** What it wants to hear of an input, which it judges from then on. */
  readonly listener: (
    name: FieldPath<Values>,
  ) => Pick<UseFormRegisterReturn, "onChange" | "onBlur">;
}

/** What it takes to judge a form. */
export interface JudgedForm<Values extends FormValues> {
  readonly schema: () => FormSchema<Values>;
  readonly depsOf: (name: FieldPath<Values>) => FieldPath<Values> | undefined;
  readonly valueOf: (name: FieldPath<Values>) => string | boolean | undefined;
  /** The input, while it is there. */
  readonly inputOf: (name: FieldPath<Values>) => HTMLElement | undefined;
  /** Called with all that is wrong, when that may have changed. */
  readonly onProblems: (problems: FormProblems) => void;
}

/** Has react-hook-form judge a form from now on. */
export function judgeForm<Values extends FormValues>(form: JudgedForm<Values>): FormJudge<Values> {
  const { schema, depsOf, valueOf, inputOf, onProblems } = form;
  const controls = new Map<string, object>();
  const judge = createFormControl<Values, unknown, Values>({
    resolver: (...given) => schemaResolver(schema())(...given),
  });
  judge.subscribe({
    formState: { errors: true },
    callback: ({ errors }) => onProblems(problemsIn(errors ?? {})),
  });
  return { ...judge, listener };

  function listener(name: FieldPath<Values>): UseFormRegisterReturn {
    const deps = depsOf(name);
    const registered = judge.register(name, deps && { deps });
    const control = controls.get(name) ?? controlOf(name);
    controls.set(name, control);
    registered.ref(control);
    return registered;
  }

  /** What it takes for the input: the form itself knows what it holds, and no value is to stand in two places. */
  function controlOf(name: FieldPath<Values>): object {
    return {
      get value() {
        return valueOf(name);
      },
      set value(_) {
        // The form has written it where it is shown.
      },
      get focus() {
        const input = inputOf(name);
        return input && (() => input.focus());
      },
    };
  }
}

function problemsIn(errors: FieldValues): FormProblems {
  return Object.fromEntries(
    Object.entries(errors).map(([name, { type, message }]) => [name, { type, message }]),
  );
}
