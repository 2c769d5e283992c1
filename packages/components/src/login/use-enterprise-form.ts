"use client";

import { useCallback, useState, useSyncExternalStore, type FormEvent } from "react";
import type { SignInForm } from "../form/use-sign-in-form.js";
import type { BoundField, FormProps } from "../parts/bound-field.js";
import { typedIdentifier, type LoginValues } from "./judge-login.js";
import type { LoginIdentifier } from "./login-identifier.js";
import type { Enterprise } from "./use-enterprise.js";

/** What a form knows of the enterprise connection of whoever fills it in. */
export interface EnterpriseForm {
  /** The connection that what is typed belongs to. */
  readonly connection: string | undefined;
  /** Whether the form waits to learn it, having been sent. */
  readonly isAsking: boolean;
  /** For the form: it is sent when it is known. */
  readonly props: FormProps;
  /** For the first field: leaving it asks. */
  readonly identifier: BoundField;
}

/** Has a form find out whose name is typed; renders only when the connection is another. */
export function useEnterpriseForm(
  enterprise: Enterprise,
  form: Pick<SignInForm<LoginValues>, "props" | "control"> & { readonly kind: LoginIdentifier },
  field: BoundField,
): EnterpriseForm {
  const { props, control, kind } = form;
  const { getValues, subscribe } = control;
  const { subscribe: subscribeToAnswers } = enterprise;
  const [isAsking, setAsking] = useState(false);
  const connection = useSyncExternalStore(
    useCallback(
      (callback) => {
        const stops = [subscribe(callback), subscribeToAnswers(callback)];
        return () => stops.forEach((stop) => stop());
      },
      [subscribe, subscribeToAnswers],
    ),
    () => enterprise.connectionOf(typedIdentifier(kind, getValues())),
    () => undefined,
  );

  return {
    connection,
    isAsking,
    props: { ...props, onSubmit },
    identifier: {
      ...field,
      onBlur(event) {
        void enterprise.ask(typedIdentifier(kind, getValues()));
        return field.onBlur(event);
      },
    },
  };

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const form = event.currentTarget;
    const identifier = typedIdentifier(kind, namesIn(form));
    if (!enterprise.isOpen(identifier)) return props.onSubmit(event);
    event.preventDefault();
    return void askFirst(identifier, form);
  }

  async function askFirst(identifier: string, form: HTMLFormElement): Promise<void> {
    setAsking(true);
    await enterprise.ask(identifier);
    setAsking(false);
    form.requestSubmit();
  }
}

/** What stands in the inputs: browsers may have filled them in without telling anybody. */
function namesIn({ elements }: HTMLFormElement): Partial<LoginValues> {
  const names = ["email", "username", "phone", "phone_country"] as const;
  const typed = names.flatMap((name) => {
    const input = elements.namedItem(name);
    const isTyped = input instanceof HTMLInputElement || input instanceof HTMLSelectElement;
    return isTyped ? [[name, input.value]] : [];
  });
  return Object.fromEntries(typed);
}
