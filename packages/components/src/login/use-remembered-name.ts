"use client";

import { useLastSignIn } from "@portico/react";
import { useEffect } from "react";
import type { SignInForm } from "../form/use-sign-in-form.js";
import { identifierName, type LoginIdentifier } from "./login-identifier.js";
import type { LoginValues } from "./judge-login.js";

/** The name that somebody last signed in with at this browser, if it is of the kind that is asked for. */
export function useRememberedName(
  kind: LoginIdentifier,
  isWanted: boolean | undefined,
): string | undefined {
  const { lastSignIn } = useLastSignIn();
  const name = isWanted ? lastSignIn?.username : undefined;
  return name !== undefined && shapes[kind].test(name) ? name : undefined;
}

/** Fills a name in where nothing is typed. It is not known before React has taken over a server's page. */
export function useFilledIn(
  kind: LoginIdentifier,
  name: string | undefined,
  { getValue, setValue }: Pick<SignInForm<LoginValues>["control"], "getValue" | "setValue">,
): void {
  const field = identifierName(kind);
  useEffect(() => {
    if (name && !getValue(field)) setValue(field, name);
  }, [name, field, getValue, setValue]);
}

const shapes: Readonly<Record<LoginIdentifier, RegExp>> = {
  email: /.@./,
  username: /^[^@]+$/,
  either: /./,
  phone: /^\+\d+$/,
};
