"use client";

import type {
  AppState,
  AuthError,
  FlowResult,
  FlowState,
  LoginVia,
  MfaChallenge,
  Session,
  SignupOutcome,
  TokenParams,
} from "@portico/react";
import { useMemo } from "react";
import type { FieldPath } from "react-hook-form";
import { isAuthProblem, type Problem } from "../i18n/translate.js";
import type { BoundField, FormProps } from "../parts/bound-field.js";
import type { FormProgress } from "../parts/form-progress.js";
import { placeError } from "./place-error.js";
import { tell, tellFailure } from "./tell.js";
import { useAuthForm, type AuthForm, type FormShape, type FormValues } from "./use-auth-form.js";
import type { Captcha } from "./use-captcha.js";
import { useConsent, type BeforeSubmit } from "./use-consent.js";
import { useFormProgress } from "./use-form-progress.js";
import { useHostedWay } from "./use-hosted-way.js";
import { useHydrated } from "./use-hydrated.js";

/** What every form that ends in a sign-in takes. */
export interface SignInOptions extends TokenParams {
  /** Called when somebody has signed in; the session is there by then. */
  readonly onAuthenticated?: ((session: Session) => void) | undefined;
  /** Called when a second factor is due; without it the form offers the tenant's own page. */
  readonly onChallenge?: ((challenge: MfaChallenge) => void) | undefined;
  /** Called with every failure of a call, wherever it is shown, unless the call was given up. */
  readonly onError?: ((error: AuthError) => void) | undefined;
  /** Asked before anything is sent, with what is no secret of it. A text refuses, in the reader's language. */
  readonly onBeforeSubmit?: BeforeSubmit<Readonly<Record<string, string | boolean>>> | undefined;
  /** How the login travels; as the client is configured if not given. */
  readonly via?: LoginVia | undefined;
  /** The connection; as the client is configured if not given. */
  readonly connection?: string | undefined;
  /** Kept for the way back from a redirect. */
  readonly appState?: AppState | undefined;
}

/** What goes along with the values. */
export type SignInParams = Pick<
  SignInOptions,
  "via" | "connection" | "audience" | "scope" | "organization" | "appState"
>;

/** The flow that a form sends its values to. */
export interface SignInFlow<Values> {
  readonly state: FlowState<SignupOutcome>;
  readonly run: (values: Values, params: SignInParams) => Promise<FlowResult<SignupOutcome>>;
  readonly onAccepted?: ((destination: string) => void) | undefined;
  /** Has to be solved before a call. */
  readonly captcha?: Pick<Captcha, "state" | "isSolved"> | undefined;
}

/** What `useSignInForm` gives: everything but the names of the fields. */
export interface SignInForm<Values extends FormValues> extends FormProgress {
  readonly props: FormProps;
  readonly field: (name: FieldPath<Values>) => BoundField;
  readonly control: AuthForm<Values>["control"];
  /** The latest failure of a call, wherever it is shown. */
  readonly latestError: AuthError | undefined;
}

/** Binds a form to a flow that signs in. `hint` tells the name that the tenant's own page starts with. */
export function useSignInForm<Values extends FormValues>(
  shape: FormShape<Values>,
  flow: SignInFlow<Values>,
  options: SignInOptions,
  hint: (values: Partial<Values>) => string | undefined,
): SignInForm<Values> {
  const { onAuthenticated, onChallenge, onError, onBeforeSubmit } = options;
  const { via, connection, audience, scope, organization, appState } = options;
  const params = { via, connection, audience, scope, organization, appState };
  const consent = useConsent(onBeforeSubmit);
  const answered = useUnansweredAsFailed(flow.state, onChallenge !== undefined);
  const state = flow.captcha?.state ?? consent.state ?? answered;
  const { submit, failure, coolDown } = useFormProgress(state);
  const isHydrated = useHydrated();
  const { props, field, control } = useAuthForm({
    ...shape,
    send,
    isHeld: submit !== "ready",
    isCleared: flow.captcha?.isSolved,
  });
  const { outcome } = state.status === "succeeded" ? state : {};
  const accepted = outcome?.kind === "accepted" ? outcome : undefined;
  const { reset: forgetWay, ...way } = useHostedWay(
    params,
    () => accepted?.destination ?? hint(control.getValues()),
    onError,
  );
  const latest = failure?.problem;
  const error = isAuthProblem(latest) ? latest : undefined;
  const stopped = error ?? accepted?.signInError;
  const isAtField = error !== undefined && isPlacedAtField(error, shape.fields);
  const isNowhere = error !== undefined && placeError(error.code) === "nowhere";

  return {
    props,
    field: (name) => field(name, error),
    control,
    submit,
    isHydrated,
    failure: isAtField || isNowhere ? undefined : failure,
    coolDown,
    hosted: stopped && placeError(stopped.code) === "hosted" ? way : undefined,
    latestError: error,
  };

  async function send(values: Values): Promise<Problem | undefined> {
    forgetWay();
    const shown = Object.entries(values).filter(([name]) => !isSecret(name));
    const answer = await consent.ask(Object.fromEntries(shown));
    if (answer !== "yes") return answer;
    const result = await flow.run(values, params);
    if (result.status === "failed") {
      tellFailure(onError, result.error);
      return result.error;
    }
    const { outcome: reached } = result;
    if (reached.kind === "authenticated") tell(onAuthenticated, reached.session);
    if (reached.kind === "accepted") tell(flow.onAccepted, reached.destination);
    if (reached.kind !== "challenge") return undefined;
    tell(onChallenge, reached.challenge);
    return onChallenge ? undefined : reached.error;
  }

  function isSecret(name: string): boolean {
    return shape.secrets.some((secret) => secret === name);
  }
}

function isPlacedAtField(error: AuthError, fields: readonly string[]): boolean {
  return fields.includes(placeError(error.code));
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
