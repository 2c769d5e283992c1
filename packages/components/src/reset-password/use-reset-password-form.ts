"use client";

import { useAuthClient, useResetPassword, type Accepted, type FlowResult } from "@portico/react";
import { useState } from "react";
import { resendWait } from "../form/resend-wait.js";
import type { AppSchema } from "../form/schema-resolver.js";
import { tell, tellFailure } from "../form/tell.js";
import { useCaptcha } from "../form/use-captcha.js";
import { useOnce } from "../form/use-once.js";
import {
  useSignInForm,
  type SignInForm,
  type SignInOptions,
  type SignInParams,
} from "../form/use-sign-in-form.js";
import { useViewChange } from "../form/use-view-change.js";
import type { BoundField } from "../parts/bound-field.js";
import type { CaptchaBoxProps, RenderCaptcha } from "../parts/captcha-box.js";
import { emailSchema, type EmailValues } from "../form/step-schemas.js";
import { resetWaitOf, type ResetWait } from "./reset-wait.js";

/** What `useResetPasswordForm` takes. */
export interface ResetPasswordFormOptions extends Pick<
  SignInOptions,
  | "onSubmit"
  | "onSuccess"
  | "onError"
  | "onBeforeSubmit"
  | "connection"
  | "organization"
  | "invitation"
> {
  /** What the form starts with. Read once. */
  readonly defaultValues?: { readonly email?: string | undefined } | undefined;
  /**
   * Called whenever the tenant has taken an address, which says nothing about whether it knows it; also where a message
   * is on its way there already, and no other one is sent before `resendAt`.
   */
  readonly onAccepted?: ((email: string) => void) | undefined;
  /** Called when the form has given way to what was sent, and back. */
  readonly onViewChange?: ((view: "form" | "sent") => void) | undefined;
  /**
   * Judges what our own rules let pass, before anything is sent, and its messages are shown: at the field, or else with
   * the form. It gets the `email`.
   */
  readonly schema?: AppSchema<EmailValues> | undefined;
  /** Shows a captcha, which has to be solved before a message is sent. */
  readonly captcha?: RenderCaptcha | undefined;
}

/** Everything that the form shows and does, for a view of your own. */
export interface ResetPasswordForm extends Omit<SignInForm<EmailValues>, "field" | "control"> {
  readonly email: BoundField;
  readonly captcha: CaptchaBoxProps | undefined;
  /** What stands in the e-mail field. */
  readonly typedEmail: () => string;
  /** Whether the reader has come back from what `sent` shows: then the focus comes along. */
  readonly isBack: boolean;
  /** The tenant has taken the address: the same for one that it knows and one that it does not. */
  readonly sent: SentReset | undefined;
}

/** A message that is on its way, if there is such an account. */
export interface SentReset {
  readonly destination: string;
  /** From when on it may be sent again, in milliseconds since 1970. */
  readonly resendAt: number;
  readonly status: "idle" | "pending" | "failed" | "succeeded";
  /** Sends it again; where there is a captcha, the form is shown for that. */
  readonly resend: () => void;
  /** Back to the form, with the address in it. */
  readonly back: () => void;
}

/** A form for a new password without its looks: react-hook-form holds the address, `useResetPassword` sends it. */
export function useResetPasswordForm(options: ResetPasswordFormOptions = {}): ResetPasswordForm {
  const { defaultValues, onAccepted, captcha: renderCaptcha, ...rest } = options;
  const { state, resetPassword, reset } = useResetPassword();
  const client = useAuthClient();
  const captcha = useCaptcha(renderCaptcha);
  const [sent, setSent] = useState<Message>();
  const [isBack, setBack] = useState(false);
  const once = useOnce();
  const given = defaultValues?.email;
  const { field, control, ...form } = useSignInForm<EmailValues>(
    {
      schema: emailSchema,
      appSchema: options.schema,
      fields: ["email"],
      secrets: [],
      retry: "email",
      defaultValues: given ? { email: given } : undefined,
    },
    {
      state,
      captcha,
      run: send,
      onAccepted,
    },
    rest,
    (values) => values.email?.trim(),
  );
  useViewChange(sent ? "sent" : "form", options.onViewChange);
  const isAgain = sent?.isAgain === true;
  return {
    ...form,
    email: field("email"),
    captcha: captcha.box,
    typedEmail: () => (control.getValue("email") ?? "").trim(),
    isBack,
    sent: sent && {
      destination: sent.destination,
      resendAt: sent.resendAt,
      status: isAgain || state.status !== "succeeded" ? state.status : "idle",
      resend: () => once.run(resend),
      back,
    },
  };

  /** Somebody who has reloaded the page, or gone back, sees the wait go on instead of sending a second message. */
  async function send(
    { email }: EmailValues,
    { connection, organization }: SignInParams,
  ): Promise<FlowResult<Accepted>> {
    // The address to log out at names the tenant and the application.
    const whose = JSON.stringify([client.buildLogoutUrl(), connection]);
    const wait = await resetWaitOf(whose, email);
    const { resendAt } = wait;
    if (resendAt !== undefined) {
      reset();
      setSent({ destination: email, resendAt, isAgain: false, wait });
      return { status: "succeeded", outcome: { kind: "accepted", destination: email } };
    }
    const result = await captcha.spend((answer) =>
      resetPassword({ email, connection, organization, ...answer }),
    );
    if (result.status === "succeeded") {
      show({ destination: result.outcome.destination, isAgain: false, wait }, resendWait);
    }
    return result;
  }

  /** Shows a message that may be sent again after so many milliseconds. */
  function show(message: Omit<Message, "resendAt">, delay: number): void {
    const resendAt = Date.now() + delay;
    message.wait.begin(resendAt);
    setSent({ ...message, resendAt });
  }

  async function resend(): Promise<void> {
    if (!sent) return;
    if (renderCaptcha) {
      back();
      return;
    }
    const { connection, organization, onSuccess, onError } = rest;
    const { destination } = sent;
    const result = await resetPassword({ email: destination, connection, organization });
    if (result.status === "succeeded") {
      show({ ...sent, isAgain: true }, resendWait);
      tell(onAccepted, destination);
      tell(onSuccess, result.outcome);
      return;
    }
    tellFailure(onError, result.error);
    const { retryAfter } = result.error;
    if (retryAfter !== undefined) show(sent, retryAfter);
  }

  function back(): void {
    once.release();
    reset();
    setSent(undefined);
    setBack(true);
  }
}

interface Message {
  readonly destination: string;
  readonly resendAt: number;
  /** Whether it is not the first one. */
  readonly isAgain: boolean;
  readonly wait: ResetWait;
}
