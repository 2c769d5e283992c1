"use client";

import type {
  FlowState,
  LoginOutcome,
  PasswordlessFlow,
  PasswordlessVerifyStep,
} from "@portico/react";
import { useMemo } from "react";
import { useSignInForm, type SignInForm } from "../form/use-sign-in-form.js";
import type { PasswordlessChannel, PasswordlessFormOptions } from "./passwordless-form.js";
import { codeSchema, type CodeValues } from "../form/step-schemas.js";
import { signInOptions } from "./use-start-forms.js";

/** The form for the code; `sent` is the step of the latest message. */
export function useCodeForm(
  flow: PasswordlessFlow,
  sent: PasswordlessVerifyStep | undefined,
  options: PasswordlessFormOptions,
): SignInForm<CodeValues> {
  const via = options.via === "password-realm" ? "otp-grant" : options.via;
  const channel: PasswordlessChannel = sent?.challenge.channel === "sms" ? "phone" : "email";
  const state = useMemo(() => verifying(flow), [flow]);
  return useSignInForm<CodeValues>(
    { schema: codeSchema, fields: ["code"], secrets: ["code"], retry: "code" },
    {
      state,
      run({ code: otp }, { audience, scope, organization, appState }) {
        if (sent) return sent.verify({ otp, via, audience, scope, organization, appState });
        throw new Error(
          "The form for the code was sent before a message was. Nothing was sent. Show the form of the present step.",
        );
      },
    },
    signInOptions(options, channel),
    () => sent?.challenge.destination,
  );
}

function verifying(flow: PasswordlessFlow): FlowState<LoginOutcome> {
  switch (flow.step) {
    case "start":
      return { status: "idle" };
    case "verify":
      return flow.state;
    case "done":
      return { status: "succeeded", outcome: flow.outcome };
  }
}
