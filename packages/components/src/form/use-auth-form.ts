"use client";

import type { AuthError } from "@portico/react";
import { useRef } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import type * as z from "zod/mini";
import type { ValidationKey } from "../i18n/messages.js";
import type { BoundField, FormProps } from "../parts/credentials-card.js";
import { placeError } from "./place-error.js";
import { schemaResolver } from "./schema-resolver.js";

/** What is typed into a form that signs in. */
export type Credentials = { email: string; password: string };

/** What `useAuthForm` takes. */
export interface AuthFormOptions {
  readonly schema: z.ZodMiniType<Credentials>;
  /** What the e-mail field starts with. */
  readonly email: string | undefined;
  /** Sends what was typed; resolves the failure, if it was one. */
  readonly send: (values: Credentials) => Promise<AuthError | undefined>;
  /** Whether nothing may be sent for now. */
  readonly isHeld: boolean;
}

/** A form that holds its values in its inputs. */
export interface AuthForm {
  readonly props: FormProps;
  /** Binds an input; `refusal` is the latest failure, for the field that it belongs to. */
  readonly field: (name: keyof Credentials, refusal: AuthError | undefined) => BoundField;
  readonly control: UseFormReturn<Credentials, unknown, Credentials>;
}

/**
 * A form over react-hook-form that never renders for a key: what is typed stays in the inputs. The password is
 * emptied when a call ends, and the focus goes to what has to be corrected.
 */
export function useAuthForm({ schema, email, send, isHeld }: AuthFormOptions): AuthForm {
  const isSending = useRef(false);
  const control = useForm<Credentials, unknown, Credentials>({
    resolver: schemaResolver(schema),
    ...(email && { defaultValues: { email } }),
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
      const error = errors[name];
      const problem = error?.type === "refused" ? refusal : (error?.message as ValidationKey);
      return { ...control.register(name), problem };
    },
  };

  async function submit(form: HTMLFormElement): Promise<void> {
    if (isSending.current || isHeld) return;
    isSending.current = true;
    try {
      readInputs(form);
      await control.handleSubmit(async (values) => settle(await send(values)))();
    } finally {
      isSending.current = false;
    }
  }

  /** Browsers and password managers may fill an input without telling anybody. */
  function readInputs({ elements }: HTMLFormElement): void {
    for (const name of ["email", "password"] as const) {
      const input = elements.namedItem(name);
      if (input instanceof HTMLInputElement && control.getValues(name) !== input.value) {
        control.setValue(name, input.value);
      }
    }
  }

  function settle(error: AuthError | undefined): void {
    control.setValue("password", "");
    const place = error && placeError(error.code);
    if (place === "email" || place === "password") {
      control.setError(place, { type: "refused" }, { shouldFocus: true });
    } else if (place === "form") {
      control.setFocus("password");
    }
  }
}
