"use client";

import { useResetPassword } from "@portico/react";
import { useState } from "react";
import { resendWait } from "../form/resend-wait.js";
import { tell, tellFailure } from "../form/tell.js";
import { useCaptcha } from "../form/use-captcha.js";
import { useOnce } from "../form/use-once.js";
import { useSignInForm, type SignInForm, type SignInOptions } from "../form/use-sign-in-form.js";
import type { BoundField } from "../parts/bound-field.js";
import type { CaptchaBoxProps, RenderCaptcha } from "../parts/captcha-box.js";
import { emailSchema, type EmailValues } from "../form/step-schemas.js";

/** What `useResetPasswordForm` takes. */
export interface ResetPasswordFormOptions extends Pick<
  SignInOptions,
  "onError" | "onBeforeSubmit" | "connection" | "organization"
> {
  /** What the form starts with. Read once. */
  readonly defaultValues?: { readonly email?: string | undefined } | undefined;
  /** Called whenever the tenant has taken an address, which says nothing about whether it knows it. */
  readonly onAccepted?: ((email: string) => void) | undefined;
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
  const captcha = useCaptcha(renderCaptcha);
  const [sent, setSent] = useState<Message>();
  const [isBack, setBack] = useState(false);
  const once = useOnce();
  const email = defaultValues?.email;
  const { field, control, ...form } = useSignInForm<EmailValues>(
    {
      schema: emailSchema,
      fields: ["email"],
      secrets: [],
      retry: "email",
      defaultValues: email ? { email } : undefined,
    },
    {
      state,
      captcha,
      run: (values, { connection, organization }) =>
        captcha.spend((answer) =>
          resetPassword({ ...values, connection, organization, ...answer }),
        ),
      onAccepted: accept,
    },
    rest,
    (values) => values.email?.trim(),
  );
  const isAgain = sent?.isAgain === true;
  return {
    ...form,
    email: field("email"),
    captcha: captcha.box,
    typedEmail: () => (control.getValues("email") ?? "").trim(),
    isBack,
    sent: sent && {
      destination: sent.destination,
      resendAt: sent.resendAt,
      status: isAgain || state.status !== "succeeded" ? state.status : "idle",
      resend: () => once.run(resend),
      back,
    },
  };

  function accept(destination: string, isSecond = false): void {
    setSent({ destination, resendAt: Date.now() + resendWait, isAgain: isSecond });
    tell(onAccepted, destination);
  }

  async function resend(): Promise<void> {
    if (!sent) return;
    if (renderCaptcha) {
      back();
      return;
    }
    const { connection, organization, onError } = rest;
    const { destination } = sent;
    const result = await resetPassword({ email: destination, connection, organization });
    if (result.status === "succeeded") {
      accept(destination, true);
      return;
    }
    tellFailure(onError, result.error);
    const { retryAfter } = result.error;
    if (retryAfter !== undefined) setSent({ ...sent, resendAt: Date.now() + retryAfter });
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
}
