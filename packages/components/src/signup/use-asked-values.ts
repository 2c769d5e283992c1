"use client";

import { useEffect, useState } from "react";
import type { FormControl } from "../form/form-control.js";
import type { DefaultValue, SignupField } from "./signup-field.js";
import type { SignupValues } from "./signup-schema.js";

/** Asks, when the form appears, for what its fields start with. What has been filled in by then stays. */
export function useAskedValues(
  fields: readonly SignupField[],
  form: FormControl<SignupValues>,
): void {
  const { getValue, setValue, isWrong, judgeInput } = form;
  const [asked] = useState(() => fields.flatMap(askedField));
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    for (const { name, ask } of asked) void fill(name, ask);
    return () => controller.abort();

    async function fill(name: string, ask: AskedField["ask"]): Promise<void> {
      const value = await answerOf(ask, signal);
      if (signal.aborted || value === undefined || getValue(name)) return;
      setValue(name, value);
      // What was said of the empty field is about something else now.
      if (isWrong(name)) void judgeInput(name);
    }
  }, [asked, getValue, setValue, isWrong, judgeInput]);
}

type AskFor<Value> = Extract<DefaultValue<Value>, (...given: never[]) => unknown>;

interface AskedField {
  readonly name: string;
  readonly ask: AskFor<string> | AskFor<boolean>;
}

function askedField({ name, defaultValue }: SignupField): AskedField[] {
  return typeof defaultValue === "function" ? [{ name, ask: defaultValue }] : [];
}

async function answerOf(ask: AskedField["ask"], signal: AbortSignal) {
  try {
    return await ask({ signal });
  } catch (error) {
    // The field stays empty; what is wrong is for whoever wrote it.
    if (!signal.aborted) reportError(error);
    return undefined;
  }
}
