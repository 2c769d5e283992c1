"use client";

import type { FlowResult, FlowState, MfaChosen, SignupOutcome } from "@portico/react";
import { usePhoneNumbers } from "../form/phone-numbers.js";
import { useSignInForm, type SignInForm } from "../form/use-sign-in-form.js";
import type { BoundField } from "../parts/bound-field.js";
import type { MfaAddressing } from "./mfa-form-steps.js";
import { stepOptions, type MfaStepOptions } from "./step-options.js";
import {
  emailSchema,
  phoneJudge,
  type EmailValues,
  type PhoneValues,
} from "../form/step-schemas.js";

/** The form for a phone number, for a view of your own. */
export interface MfaPhoneForm extends Omit<SignInForm<PhoneValues>, "field" | "control"> {
  readonly phone: BoundField;
  readonly phoneCountry: BoundField;
}

/** A form for the phone that gets the codes, without its looks. */
export function useMfaPhoneForm(step: MfaAddressing, options: MfaStepOptions = {}): MfaPhoneForm {
  const { given } = step;
  const {
    field,
    control: _control,
    ...form
  } = useSignInForm<PhoneValues>(
    {
      schema: phoneJudge(usePhoneNumbers()),
      fields: ["phone", "phone_country"],
      secrets: [],
      retry: "phone",
      defaultValues: { phone: given ?? "", phone_country: "" },
    },
    {
      state: acceptedState(step.state),
      run: async ({ phone }) => accepted(await step.enroll(phone)),
      isTelling: true,
    },
    stepOptions(options),
    () => undefined,
  );
  return { ...form, phone: field("phone"), phoneCountry: field("phone_country") };
}

/** The form for an e-mail address, for a view of your own. */
export interface MfaEmailForm extends Omit<SignInForm<EmailValues>, "field" | "control"> {
  readonly email: BoundField;
}

/** A form for the address that gets the codes, without its looks. */
export function useMfaEmailForm(step: MfaAddressing, options: MfaStepOptions = {}): MfaEmailForm {
  const { given } = step;
  const {
    field,
    control: _control,
    ...form
  } = useSignInForm<EmailValues>(
    {
      schema: emailSchema,
      fields: ["email"],
      secrets: [],
      retry: "email",
      defaultValues: given === undefined ? undefined : { email: given },
    },
    {
      state: acceptedState(step.state),
      run: async ({ email }) => accepted(await step.enroll(email)),
      isTelling: true,
    },
    stepOptions(options),
    (values) => values.email,
  );
  return { ...form, email: field("email") };
}

// For a form, a code that is on its way is something that the tenant has taken without signing anybody in.
const taken: SignupOutcome = { kind: "accepted", destination: "" };

function accepted(result: FlowResult<MfaChosen>): FlowResult<SignupOutcome> {
  return result.status === "failed" ? result : { status: "succeeded", outcome: taken };
}

function acceptedState(state: FlowState<MfaChosen>): FlowState<SignupOutcome> {
  return state.status === "succeeded" ? accepted(state) : state;
}
