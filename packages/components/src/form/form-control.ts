import type { DefaultValues, FieldPath, UseFormRegisterReturn } from "react-hook-form";
import { isEdited, readInput, shownValue, writeInput, type FormInput } from "./form-inputs.js";
import type { FormJudge } from "./judge-form.js";
import type { FormSchema } from "./schema-resolver.js";

/** What a form can hold: what is typed or chosen, and what is ticked. */
export type FormValues = Record<string, string | boolean>;

/** What is wrong with the inputs of a form, by their names. */
export type FormProblems = {
  readonly [name: string]:
    | { readonly type?: string | undefined; readonly message?: string | undefined }
    | undefined;
};

/** What a form is made of, as far as its inputs and their judge need to know. */
export interface ControlledForm<Values extends FormValues> {
  readonly schema: FormSchema<Values>;
  readonly fields: readonly FieldPath<Values>[];
  readonly deps?: { readonly [Name in FieldPath<Values>]?: FieldPath<Values> } | undefined;
}

/** react-hook-form, which forms are judged by. */
export type JudgeCode = typeof import("./judge-form.js");

/** What `createFormControl` takes. */
export interface FormControlOptions<Values extends FormValues> {
  readonly form: ControlledForm<Values>;
  /** What the inputs start with. */
  readonly defaultValues: DefaultValues<Values> | undefined;
  /** Brings what judges forms; undefined where it can't be had. */
  readonly load: () => Promise<JudgeCode | undefined>;
  /** Called with all that is wrong, when that has changed. */
  readonly onProblems: (problems: FormProblems) => void;
}

type Name<Values extends FormValues> = FieldPath<Values>;

/**
 * What the inputs of a form hold. They can be typed into at once; what judges them has to come only when they are sent,
 * and is told from then on of all that happens to them.
 */
export interface FormControl<Values extends FormValues> {
  /** Takes over what the form is made of by now. */
  readonly follow: (form: ControlledForm<Values>) => void;
  /** Binds an input; the same for as long as the form is there. */
  readonly bind: (name: Name<Values>) => UseFormRegisterReturn;
  readonly getValue: <One extends Name<Values>>(name: One) => Values[One] | undefined;
  readonly getValues: () => Readonly<Partial<Values>>;
  readonly setValue: <One extends Name<Values>>(name: One, value: Values[One]) => void;
  /** Empties an input, and takes back what is said of it. */
  readonly clear: (name: Name<Values>) => void;
  /** Calls back whenever a value has changed. */
  readonly subscribe: (callback: () => void) => () => void;
  /** Takes over what stands in the inputs: browsers and password managers may fill one without telling anybody. */
  readonly readInputs: (form: HTMLFormElement) => void;
  /** Whether something is said to be wrong with an input. */
  readonly isWrong: (name: Name<Values>) => boolean;
  /** What judges the form, from now on; undefined where it can't be had. */
  readonly judge: () => Promise<FormJudge<Values> | undefined>;
  /** Has one input judged now; `shouldFocus` brings the reader there if it is wrong. */
  readonly judgeInput: (
    name: Name<Values>,
    options?: { readonly shouldFocus: boolean },
  ) => Promise<void>;
}

/** Makes what holds a form's values. */
export function createFormControl<Values extends FormValues>({
  form: first,
  defaultValues,
  load,
  onProblems,
}: FormControlOptions<Values>): FormControl<Values> {
  const held = Object.assign({}, defaultValues) as Partial<Values>;
  const inputs = new Map<string, FormInput>();
  const bindings = new Map<string, UseFormRegisterReturn>();
  const listeners = new Set<() => void>();
  let form = first;
  let judge: FormJudge<Values> | undefined;
  let problems: FormProblems = {};

  return {
    follow(next) {
      form = next;
    },
    bind(name) {
      const binding = bindings.get(name) ?? bindingOf(name);
      bindings.set(name, binding);
      return binding;
    },
    getValue: (name) => held[name],
    getValues: () => held,
    setValue,
    clear(name) {
      setValue(name, "" as Values[typeof name]);
      judge?.clearErrors(name);
    },
    subscribe(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    readInputs({ elements }) {
      for (const name of form.fields) {
        const value = shownValue(elements.namedItem(name));
        if (value !== undefined && held[name] !== value)
          setValue(name, value as Values[typeof name]);
      }
    },
    isWrong: (name) => problems[name] !== undefined,
    judge: theJudge,
    async judgeInput(name, options) {
      await (await theJudge())?.trigger(name, options);
    },
  };

  async function theJudge(): Promise<FormJudge<Values> | undefined> {
    const code = await load();
    judge ??= code?.judgeForm({
      schema: () => form.schema,
      depsOf: (name) => form.deps?.[name],
      valueOf: (name) => held[name],
      inputOf: (name) => shown(inputs.get(name)),
      onProblems: tell,
    });
    // In the order in which they stand, which is the order in which wrong ones get the focus.
    for (const name of form.fields) judge?.listener(name);
    return judge;
  }

  function tell(found: FormProblems): void {
    if (isSame(problems, found)) return;
    problems = found;
    onProblems(found);
  }

  function bindingOf(name: Name<Values>): UseFormRegisterReturn {
    return {
      name,
      ref(input: FormInput | null) {
        if (input) attach(name, input);
      },
      async onChange(event) {
        take(name, event);
        await judge?.listener(name).onChange(event);
      },
      async onBlur(event) {
        take(name, event);
        await judge?.listener(name).onBlur(event);
      },
    };
  }

  function attach(name: Name<Values>, input: FormInput): void {
    // One that comes back keeps what a browser may have put into it without a word.
    if (inputs.get(name) === input) return;
    inputs.set(name, input);
    const value = held[name];
    if (value === undefined || isEdited(input)) hold(name, readInput(input));
    else writeInput(input, value);
  }

  function take(name: Name<Values>, { target }: { target: FormInput }): void {
    hold(name, readInput(target));
  }

  function setValue<One extends Name<Values>>(name: One, value: Values[One]): void {
    const input = inputs.get(name);
    if (input) writeInput(input, value);
    hold(name, value);
    judge?.setValue(name, value as never);
  }

  function hold(name: Name<Values>, value: string | boolean): void {
    if (held[name] === value) return;
    held[name] = value as Values[typeof name];
    for (const listener of listeners) listener();
  }
}

function shown(input: FormInput | undefined): FormInput | undefined {
  return input?.isConnected ? input : undefined;
}

function isSame(some: FormProblems, others: FormProblems): boolean {
  const names = Object.keys(some);
  return (
    names.length === Object.keys(others).length &&
    names.every(
      (name) =>
        some[name]?.type === others[name]?.type && some[name]?.message === others[name]?.message,
    )
  );
}
