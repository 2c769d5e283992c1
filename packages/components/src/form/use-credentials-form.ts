"use client";

import {
  useLoginWithConnection,
  type AppState,
  type AuthError,
  type FlowResult,
  type FlowState,
  type LoginVia,
  type Session,
  type SignupOutcome,
  type TokenParams,
} from "@portico/react";
import type { CredentialsForm } from "../parts/credentials-card.js";
import { placeError } from "./place-error.js";
import { useAuthForm, type AuthFormOptions, type Credentials } from "./use-auth-form.js";
import { useFormProgress } from "./use-form-progress.js";
import { useHydrated } from "./use-hydrated.js";

/** What every form that ends in a sign-in takes. */
export interface SignInOptions extends TokenParams {
  /** Called when somebody has signed in; the session is there by then. */
  readonly onAuthenticated?: ((session: Session) => void) | undefined;
  /** What the form starts with. Read once. */
  readonly defaultValues?: { readonly email?: string | undefined } | undefined;
  /** How the login travels; as the client is configured if not given. */
  readonly via?: LoginVia | undefined;
  /** The database connection; as the client is configured if not given. */
  readonly connection?: string | undefined;
  /** Kept for the way back from a redirect. */
  readonly appState?: AppState | undefined;
}

/** The flow that a form sends its values to. */
export interface CredentialsFlow {
  readonly state: FlowState<SignupOutcome>;
  readonly run: (params: Credentials & SignInParams) => Promise<FlowResult<SignupOutcome>>;
  readonly onAccepted?: ((email: string) => void) | undefined;
}

/** What goes along with the values. */
export type SignInParams = Omit<SignInOptions, "onAuthenticated" | "defaultValues">;

/** What `useCredentialsForm` gives besides the form itself. */
export interface BoundCredentialsForm extends CredentialsForm {
  /** The latest failure, wherever it is shown. */
  readonly latestError: AuthError | undefined;
  readonly control: ReturnType<typeof useAuthForm>["control"];
}

/** Binds a form of e-mail address and password to a flow. */
export function useCredentialsForm(
  schema: AuthFormOptions["schema"],
  flow: CredentialsFlow,
  options: SignInOptions,
): BoundCredentialsForm {
  const { onAuthenticated, defaultValues, via, connection, audience, scope, appState } = options;
  const { submit, failure, coolDown } = useFormProgress(flow.state);
  const hosted = useLoginWithConnection();
  const isLeaving = hosted.state.status === "pending" || hosted.state.status === "succeeded";
  const isHydrated = useHydrated();
  const email = defaultValues?.email;
  const { props, field, control } = useAuthForm({
    schema,
    email,
    send,
    isHeld: submit !== "ready",
  });
  const typedEmail = () => control.getValues("email").trim();
  const { outcome } = flow.state.status === "succeeded" ? flow.state : {};
  const accepted = outcome?.kind === "accepted" ? outcome : undefined;
  const error = failure?.error;
  const stopped = error ?? accepted?.signInError;
  const isFormFailure = error && ["form", "hosted"].includes(placeError(error.code));

  return {
    props,
    email: field("email", error),
    password: field("password", error),
    first: email ? "password" : "email",
    typedEmail,
    submit,
    isHydrated,
    failure: isFormFailure ? failure : undefined,
    coolDown,
    hosted:
      stopped && placeError(stopped.code) === "hosted"
        ? {
            isPending: isLeaving,
            error: hosted.state.status === "failed" ? hosted.state.error : undefined,
            leave: () => leave(accepted?.destination ?? typedEmail()),
          }
        : undefined,
    latestError: error,
    control,
  };

  function leave(email: string): void {
    if (isLeaving) return;
    const loginHint = email || undefined;
    void hosted.loginWithConnection({ connection, audience, scope, appState, loginHint });
  }

  async function send(values: Credentials): Promise<AuthError | undefined> {
    hosted.reset();
    const result = await flow.run({ ...values, via, connection, audience, scope, appState });
    if (result.status === "failed") return result.error;
    if (result.outcome.kind === "authenticated") onAuthenticated?.(result.outcome.session);
    if (result.outcome.kind === "accepted") flow.onAccepted?.(result.outcome.destination);
    return undefined;
  }
}
