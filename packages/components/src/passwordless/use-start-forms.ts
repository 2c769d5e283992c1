"use client";

import type {
  FlowResult,
  FlowState,
  PasswordlessFlow,
  PasswordlessStarted,
  PasswordlessStartParams,
} from "@portico/react";
import { useState } from "react";
import { usePhoneNumbers } from "../form/phone-numbers.js";
import { invitedSchema } from "../form/invited.js";
import { useCaptcha } from "../form/use-captcha.js";
import { useSignInForm, type SignInOptions, type SignInParams } from "../form/use-sign-in-form.js";
import type {
  PasswordlessChannel,
  PasswordlessEmailForm,
  PasswordlessFormOptions,
  PasswordlessPhoneForm,
} from "./passwordless-form.js";
import {
  emailSchema,
  phoneJudge,
  type EmailValues,
  type PhoneValues,
} from "../form/step-schemas.js";

/** The step that asks where the message is to go. */
export interface StartForms {
  readonly form: Omit<PasswordlessEmailForm, "hasMoved"> | Omit<PasswordlessPhoneForm, "hasMoved">;
  /** Has the step start with where a message went. */
  readonly keep: (channel: PasswordlessChannel, destination: string) => void;
}

/** The two forms for an address and for a number, and which of them is shown. */
export function useStartForms(
  flow: PasswordlessFlow,
  options: PasswordlessFormOptions & { readonly language: string },
): StartForms {
  const { channel = "email", send = "code", defaultValues, language, authParams } = options;
  const { email: firstEmail, phone: firstPhone } = defaultValues ?? {};
  const [chosen, setChosen] = useState<PasswordlessChannel>(
    firstPhone && !firstEmail ? "phone" : "email",
  );
  const captcha = useCaptcha(options.captcha);
  const { invitation } = options;
  const numbers = usePhoneNumbers();
  const state: FlowState<PasswordlessStarted> = flow.step === "start" ? flow.state : idle;
  const email = useSignInForm<EmailValues>(
    {
      schema: emailSchema,
      appSchema: options.schema,
      fields: ["email"],
      secrets: [],
      retry: "email",
      defaultValues: firstEmail ? { email: firstEmail } : undefined,
    },
    {
      state,
      run: (values, params) => start({ ...values, send }, params),
      captcha,
      invited: invitedSchema(invitation),
    },
    signInOptions(options, "email"),
    (values) => values.email?.trim(),
  );
  const phone = useSignInForm<PhoneValues>(
    {
      schema: phoneJudge(numbers),
      appSchema: options.schema,
      fields: ["phone_country", "phone"],
      unseen: ["phone_country"],
      secrets: [],
      retry: "phone",
      deps: { phone_country: "phone" },
      defaultValues: firstPhone ? { phone: firstPhone } : undefined,
    },
    {
      state,
      run: (values, params) => start({ phoneNumber: values.phone }, params),
      captcha,
      invited: invitedSchema(invitation),
    },
    signInOptions(options, "phone"),
    ({ phone: typed = "", phone_country: country = "" }) => numbers.get()?.e164Of(country, typed),
  );
  const isEither = channel === "either";

  return { form: (isEither ? chosen : channel) === "email" ? emailForm() : phoneForm(), keep };

  function start(
    to: { email: string; send: "code" | "link" } | { phoneNumber: string },
    { connection, audience, scope, organization, appState }: SignInParams,
  ): Promise<FlowResult<PasswordlessStarted>> {
    const asked = { connection, audience, scope, organization, appState, language, authParams };
    return captcha.spend((answer) => run({ ...to, ...asked, ...answer }));
  }

  function run(params: PasswordlessStartParams): Promise<FlowResult<PasswordlessStarted>> {
    if (flow.step === "start") return flow.start(params);
    throw new Error(
      "The first form of usePasswordlessForm was sent at a later step. Nothing was sent. Show the form of the present step.",
    );
  }

  function emailForm(): StartForms["form"] {
    const { field, control, ...form } = email;
    return {
      ...form,
      step: "email",
      send,
      email: field("email"),
      captcha: invitation ? undefined : captcha.box,
      typedIdentifier: () => (control.getValue("email") ?? "").trim(),
      switchChannel: isEither ? () => change("phone") : undefined,
    };
  }

  function phoneForm(): StartForms["form"] {
    const { field, control, ...form } = phone;
    return {
      ...form,
      step: "phone",
      phone: field("phone"),
      country: field("phone_country"),
      captcha: invitation ? undefined : captcha.box,
      typedIdentifier: () => (control.getValue("phone") ?? "").trim(),
      switchChannel: isEither ? () => change("email") : undefined,
    };
  }

  function change(to: PasswordlessChannel): void {
    flow.restart();
    setChosen(to);
  }

  function keep(of: PasswordlessChannel, destination: string): void {
    setChosen(of);
    // After a reload nothing is typed here yet.
    if (of === "email" && !email.control.getValue("email")) {
      email.control.setValue("email", destination);
    }
    if (of === "phone" && !phone.control.getValue("phone")) {
      phone.control.setValue("phone", destination);
    }
  }
}

const idle = { status: "idle" } as const;

/** What every form here takes, for one channel. How the login travels is for the code alone. */
export function signInOptions(
  options: PasswordlessFormOptions,
  channel: PasswordlessChannel,
): SignInOptions {
  const { connection, via: _, ...others } = options;
  return {
    ...others,
    connection: typeof connection === "object" ? connection[channel] : connection,
  };
}
