"use client";

import type { AuthError } from "@portico/react";
import { useRef, type FormEvent, type KeyboardEvent } from "react";
import {
  useForm,
  type DefaultValues,
  type Path,
  type PathValue,
  type UseFormRegisterReturn,
  type UseFormReturn,
} from "react-hook-form";
import type * as z from "zod/mini";
import type { ValidationKey } from "../i18n/messages.js";
import type { Problem } from "../i18n/translate.js";
import { placeError } from "./place-error.js";
import { schemaResolver } from "./schema-resolver.js";

/** What `useAuthForm` takes. */
export interface AuthFormOptions<Values extends AuthValues> {
  readonly schema: z.ZodMiniType<Values>;
  readonly defaultValues?: DefaultValues<Values> | undefined;
  /** Sends what was typed; resolves the failure, if it was one. */
  readonly send: (values: Values) => Promise<AuthError | undefined>;
  /** Whether nothing may be sent for now. */
  readonly isHeld: boolean;
}

/** What every form with a password holds. */
export type AuthValues = { email: string; password: string };

/** What an input is bound with, and what is wrong with it. */
export interface BoundField extends UseFormRegisterReturn {
  readonly problem: Problem | undefined;
}

/** A form that holds its values in its inputs. */
export interface AuthForm<Values extends AuthValues> {
  /** For the form element. */
  readonly props: {
    readonly method: "post";
    readonly noValidate: true;
    readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => void;
  };
  readonly field: (name: Path<Values>, failure: AuthError | undefined) => BoundField;
  readonly control: UseFormReturn<Values, unknown, Values>;
}

/**
 * A form over react-hook-form that never renders for a key: what is typed stays in the inputs. The password is
 * emptied when a call ends, and the focus goes to what has to be corrected.
 */
export function useAuthForm<Values extends AuthValues>(
  options: AuthFormOptions<Values>,
): AuthForm<Values> {
  const { schema, defaultValues, send, isHeld } = options;
  const isSending = useRef(false);
  const control = useForm<Values, unknown, Values>({
    resolver: schemaResolver(schema),
    ...(defaultValues && { defaultValues }),
  });
  const { errors } = control.formState;
  const password = "password" as Path<Values>;

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
    field: (name, failure) => {
      const error = (errors as Partial<Record<string, { type: string; message?: string }>>)[name];
      const problem = error?.type === "refused" ? failure : (error?.message as ValidationKey);
      return { ...control.register(name), problem };
    },
  };

  async function submit(form: HTMLFormElement): Promise<void> {
    if (isSending.current || isHeld) return;
    isSending.current = true;
    try {
      readInputs(form);
      await control.handleSubmit(async (values) => show(await send(values)))();
    } finally {
      isSending.current = false;
    }
  }

  /** Browsers and password managers may fill an input without telling anybody. */
  function readInputs(form: HTMLFormElement): void {
    for (const input of form.elements) {
      if (!(input instanceof HTMLInputElement) || !input.name) continue;
      const name = input.name as Path<Values>;
      if (control.getValues(name) !== input.value) write(name, input.value);
    }
  }

  function show(error: AuthError | undefined): void {
    write(password, "");
    if (!error) return;
    const place = placeError(error.code);
    if (place === "email" || place === "password") {
      control.setError(place as Path<Values>, { type: "refused" }, { shouldFocus: true });
    } else if (place === "form") {
      control.setFocus(password);
    }
  }

  function write(name: Path<Values>, value: string): void {
    control.setValue(name, value as PathValue<Values, Path<Values>>);
  }
}
