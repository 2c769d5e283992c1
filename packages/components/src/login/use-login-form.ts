"use client";

import { useLogin } from "@portico/react";
import { useCredentialsForm, type SignInOptions } from "../form/use-credentials-form.js";
import type { CredentialsForm } from "../parts/credentials-card.js";
import { loginSchema } from "./login-schema.js";

/** A login form without its looks: react-hook-form holds the values, `useLogin` sends them. */
export function useLoginForm(options: SignInOptions = {}): CredentialsForm {
  const { login, state } = useLogin();
  return useCredentialsForm(loginSchema, { state, run: login }, options);
}
