"use client";

import {
  useLoginWithConnection,
  type AppState,
  type AuthError,
  type FlowResult,
  type FlowState,
  type LoginVia,
  type MfaChallenge,
  type Session,
  type SignupOutcome,
  type TokenParams,
} from "@portico/react";
import { useMemo } from "react";
import type { CredentialsForm } from "../parts/credentials-card.js";
import { placeError } from "./place-error.js";
import { useAuthForm, type AuthFormOptions, type Credentials } from "./use-auth-form.js";
import { useFormProgress } from "./use-form-progress.js";
import { useHydrated } from "./use-hydrated.js";

/** What every form that ends in a sign-in takes. */
export interface SignInOptions extends TokenParams {
  /** Called when somebody has signed in; the session is there by then. */
  readonly onAuthenticated?: ((session: Session) => void) | undefined;
  /** Called when a second factor is due; without it the form offers the tenant's own page. */
  readonly onChallenge?: ((challenge: MfaChallenge) => void) | undefined;
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
export type SignInParams = Omit<SignInOptions, "onAuthenticated" | "onChallenge" | "defaultValues">;

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
  const { onAuthenticated, onChallenge, defaultValues } = options;
  const { via, connection, audience, scope, organization, appState } = options;
  const state = useUnansweredAsFailed(flow.state, onChallenge !== undefined);
  const { submit, failure, coolDown } = useFormProgress(state);
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
  const { outcome } = state.status === "succeeded" ? state : {};
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
    const asked = { audience, scope, organization };
    void hosted.loginWithConnection({ connection, ...asked, appState, loginHint });
  }

  async function send(values: Credentials): Promise<AuthError | undefined> {
    hosted.reset();
    const asked = { audience, scope, organization };
    const result = await flow.run({ ...values, via, connection, ...asked, appState });
    if (result.status === "failed") return result.error;
    const { outcome: reached } = result;
    if (reached.kind === "authenticated") onAuthenticated?.(reached.session);
    if (reached.kind === "accepted") flow.onAccepted?.(reached.destination);
    if (reached.kind !== "challenge") return undefined;
    onChallenge?.(reached.challenge);
    return onChallenge ? undefined : reached.error;
  }
}

/** A second factor that nobody here can ask for is shown as the refusal that it is. */
function useUnansweredAsFailed(
  state: FlowState<SignupOutcome>,
  isAnswered: boolean,
): FlowState<SignupOutcome> {
  return useMemo(() => {
    if (isAnswered || state.status !== "succeeded" || state.outcome.kind !== "challenge") {
      return state;
    }
    return { status: "failed", error: state.outcome.error };
  }, [state, isAnswered]);
}
