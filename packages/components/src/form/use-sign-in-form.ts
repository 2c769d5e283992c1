"use client";

import {
  useAuthClient,
  type AppState,
  type AuthError,
  type FlowResult,
  type FlowState,
  type LoginVia,
  type MfaChallenge,
  type Session,
  type SignupOutcome,
} from "@portico/react";
import { useMemo } from "react";
import type { FieldPath } from "react-hook-form";
import { isAuthProblem, type Problem } from "../i18n/translate.js";
import type { BoundField, FormProps } from "../parts/bound-field.js";
import type { FormProgress } from "../parts/form-progress.js";
import type { InvitedParams } from "./invited.js";
import { placeError } from "./place-error.js";
import type { FormSchema } from "./schema-resolver.js";
import { ownSignIn } from "./sign-in-calls.js";
import type { ShownValues, SignInEvents } from "./sign-in-events.js";
import { tell, tellFailure } from "./tell.js";
import { useAppSchema } from "./use-app-schema.js";
import type { FormControl, FormValues } from "./form-control.js";
import type { FormJudge } from "./judge-form.js";
import { useAuthForm, type FormShape } from "./use-auth-form.js";
import type { Captcha } from "./use-captcha.js";
import { useConsent, type BeforeSubmit } from "./use-consent.js";
import { useFormProgress } from "./use-form-progress.js";
import { hostedWay, useLeaving } from "./use-hosted-way.js";
import { useHydrated } from "./use-hydrated.js";
import { useJudging } from "./use-judging.js";

/** What every form that ends in a sign-in takes. */
export interface SignInOptions extends InvitedParams, SignInEvents {
  /** Called when somebody has signed in; the session is there by then. */
  readonly onAuthenticated?: ((session: Session) => void) | undefined;
  /** Called when a second factor is due; without it the form offers the tenant's own page. */
  readonly onChallenge?: ((challenge: MfaChallenge) => void) | undefined;
  /**
   * Asked before anything is sent, with what is no secret of it, and before the button of a provider leads on. A text
   * refuses, in the reader's language.
   */
  readonly onBeforeSubmit?: BeforeSubmit<ShownValues> | undefined;
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
  /** Judges the form in the place of its schema where it leads to the tenant's own page, to take up an invitation. */
  readonly invited?: FormSchema<Values> | undefined;
  /** Whether the flow tells the app itself how it ends. */
  readonly isTelling?: boolean | undefined;
}

/** What `useSignInForm` gives: everything but the names of the fields. */
export interface SignInForm<Values extends FormValues> extends FormProgress {
  readonly props: FormProps;
  readonly field: (name: FieldPath<Values>) => BoundField;
  readonly control: FormControl<Values>;
  /** The latest failure of a call, wherever it is shown. */
  readonly latestError: AuthError | undefined;
  /** Whether the form leads to the tenant's own page, where an invitation is taken up: then it needs no fields. */
  readonly isInvited: boolean;
}

/** Binds a form to a flow that signs in. `hint` tells the name that the tenant's own page starts with. */
export function useSignInForm<Values extends FormValues>(
  shape: FormShape<Values>,
  flow: SignInFlow<Values>,
  options: SignInOptions,
  hint: (values: Partial<Values>) => string | undefined,
): SignInForm<Values> {
  const { onAuthenticated, onChallenge, onSubmit, onSuccess, onError, onBeforeSubmit } = options;
  const { via, connection, audience, scope, organization, invitation, appState } = options;
  const params = { via, connection, audience, scope, organization, appState };
  const isInvited = flow.invited !== undefined;
  const client = useAuthClient();
  const judging = useJudging();
  const appVerdict = useAppSchema(shape);
  const consent = useConsent(onBeforeSubmit);
  const answered = useUnansweredAsFailed(flow.state, onChallenge !== undefined);
  const leaving = useLeaving({ ...params, invitation }, { onSuccess, onError });
  const called = isInvited ? leaving.state : answered;
  const state = judging.state ?? flow.captcha?.state ?? appVerdict.state ?? consent.state ?? called;
  const { submit, failure, coolDown } = useFormProgress(state);
  const isHydrated = useHydrated();
  const { props, field, control } = useAuthForm({
    ...shape,
    schema: flow.invited ?? shape.schema,
    send,
    isHeld: submit !== "ready",
    isCleared: isInvited ? undefined : isCleared,
    judging,
  });
  const { outcome } = state.status === "succeeded" ? state : {};
  const accepted = outcome?.kind === "accepted" ? outcome : undefined;
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
    hosted:
      stopped && placeError(stopped.code) === "hosted" ? hostedWay(leaving, nameHint) : undefined,
    latestError: error,
    isInvited,
  };

  function isCleared(values: Values, judge: FormJudge<Values>): boolean | Promise<boolean> {
    return flow.captcha?.isSolved() !== false && appVerdict.allows(values, judge);
  }

  async function send(values: Values): Promise<Problem | undefined> {
    leaving.reset();
    const shown = Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name)));
    const answer = await consent.ask(shown);
    if (answer !== "yes") return answer;
    tell(onSubmit, shown);
    if (isInvited) return leaving.leaveWith(nameHint());
    const result = await ownSignIn(client, () => flow.run(values, params));
    return flow.isTelling ? refusalOf(result) : settle(result);
  }

  function settle(result: FlowResult<SignupOutcome>): Problem | undefined {
    const refusal = refusalOf(result);
    if (refusal) tellFailure(onError, refusal);
    if (refusal || result.status === "failed") return refusal;
    const { outcome: reached } = result;
    if (reached.kind === "authenticated") tell(onAuthenticated, reached.session);
    if (reached.kind === "accepted") tell(flow.onAccepted, reached.destination);
    if (reached.kind === "challenge") tell(onChallenge, reached.challenge);
    tell(onSuccess, reached);
    return undefined;
  }

  /** What was wrong: a second factor that nobody here asks for, too. */
  function refusalOf(result: FlowResult<SignupOutcome>): AuthError | undefined {
    if (result.status === "failed") return result.error;
    return result.outcome.kind === "challenge" && !onChallenge ? result.outcome.error : undefined;
  }

  function nameHint(): string | undefined {
    return accepted?.destination ?? hint(control.getValues());
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
