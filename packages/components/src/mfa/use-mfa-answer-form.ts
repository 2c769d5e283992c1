"use client";

import { useEffect } from "react";
import { useFormProgress, type CallProgress } from "../form/use-form-progress.js";
import { useHydrated } from "../form/use-hydrated.js";
import { useSignInForm, type SignInForm } from "../form/use-sign-in-form.js";
import type { BoundField } from "../parts/bound-field.js";
import type { FormProgress } from "../parts/form-progress.js";
import type { MfaAnswering } from "./mfa-form-steps.js";
import { stepOptions, type MfaStepOptions } from "./step-options.js";
import { codeSchema, type CodeValues } from "../form/step-schemas.js";

/** The form for a code, for a view of your own. */
export interface MfaAnswerForm extends Omit<SignInForm<CodeValues>, "field" | "control"> {
  readonly code: BoundField;
}

/** A form for the code of a step, without its looks. Each question wants a form of its own, so key its component. */
export function useMfaAnswerForm(step: MfaAnswering, options: MfaStepOptions = {}): MfaAnswerForm {
  const { factor, state, verify, again } = step;
  const {
    field,
    control: _control,
    ...form
  } = useSignInForm<CodeValues>(
    { schema: codeSchema, fields: ["code"], secrets: ["code"], retry: "code" },
    {
      state,
      run: ({ code }) =>
        verify(factor === "recovery-code" ? { recoveryCode: code } : { otp: code }),
      isTelling: true,
    },
    stepOptions(options),
    () => undefined,
  );
  const unsent = useUnsent(again);
  return { ...form, failure: form.failure ?? unsent, code: field("code") };
}

/** Waits for the answer on a device, for a view of your own. */
export interface MfaDeviceAnswer extends FormProgress {
  /** Whether the answer was no. */
  readonly isDenied: boolean;
  /** Whether the failure is about a question that could not be sent again. */
  readonly isUnsent: boolean;
  /** Goes on waiting, or asks again where the answer was no; undefined where nothing can be asked. */
  readonly tryAgain: (() => void) | undefined;
}

/** Waits for the answer to every question that goes to a device. */
export function useMfaDeviceAnswer(step: MfaAnswering): MfaDeviceAnswer {
  const { state, verify, again } = step;
  const { submit, failure, coolDown } = useFormProgress(state);
  const isHydrated = useHydrated();
  const unsent = useUnsent(again);

  const isDenied = state.status === "failed" && state.error.code === "access_denied";

  // Another question is another `verify`; whoever has said no is not waited for.
  useEffect(() => {
    if (!isDenied) void verify({});
  }, [verify, isDenied]);

  const isUnsent = unsent !== undefined && (isDenied || !failure);
  return {
    submit: again?.state.status === "pending" ? "pending" : submit,
    isHydrated,
    coolDown,
    failure: isUnsent ? unsent : failure,
    hosted: undefined,
    isDenied,
    isUnsent,
    tryAgain: isDenied ? again && (() => void again.resend()) : () => void verify({}),
  };
}

/** Why a message could not be sent again. */
function useUnsent(again: MfaAnswering["again"]): CallProgress["failure"] {
  const state = again?.state;
  const { failure } = useFormProgress(
    !state || state.status === "succeeded" ? { status: "idle" } : state,
  );
  return failure;
}
