"use client";

import {
  usePasswordless,
  useSession,
  type PasswordlessFlow,
  type PasswordlessVerifyStep,
} from "@portico/react";
import { useEffect, useState } from "react";
import { tell, tellFailure } from "../form/tell.js";
import { useFormProgress } from "../form/use-form-progress.js";
import { useHydrated } from "../form/use-hydrated.js";
import { useViewChange } from "../form/use-view-change.js";
import { useMessages } from "../i18n/messages-provider.js";
import type {
  PasswordlessChannel,
  PasswordlessForm,
  PasswordlessFormOptions,
  PasswordlessMessage,
} from "./passwordless-form.js";
import { useCodeForm } from "./use-code-form.js";
import { useStartForms } from "./use-start-forms.js";

/** The form of each step of a login by a code or a link, without its looks: `usePasswordless` does what they ask. */
export function usePasswordlessForm(options: PasswordlessFormOptions = {}): PasswordlessForm {
  const { onSuccess, onError, onViewChange, captcha, invitation } = options;
  const { locale } = useMessages();
  const { language = locale } = options;
  const flow = usePasswordless();
  const sent = useLatestMessage(flow);
  const { form: startForm, keep } = useStartForms(flow, { ...options, language });
  const { field, control, ...codeForm } = useCodeForm(flow, sent, options);
  const sending = sent?.sending ?? idle;
  const { failure } = useFormProgress(sending);
  useRestartAfterSignOut(flow);
  // No code takes an invitation up.
  const step = invitation ? undefined : stepOf(flow, sent);
  const hasMoved = useHasMoved(step ?? startForm.step);
  useViewChange(step ?? startForm.step, onViewChange);

  if (!sent || step === undefined) return { ...startForm, hasMoved };
  const message = messageOf(sent);
  if (step === "link") return { step, hasMoved, ...message };
  return { ...codeForm, step, hasMoved, ...message, code: field("code") };

  function messageOf({ challenge, state, resend }: PasswordlessVerifyStep): PasswordlessMessage {
    const { destination, resendAt } = challenge;
    const channel: PasswordlessChannel = challenge.channel === "sms" ? "phone" : "email";
    const restart = () => {
      control.clear("code");
      keep(channel, destination);
      flow.restart();
    };
    const run = async () => {
      if (captcha) return restart();
      const result = await resend({ language });
      if (result.status === "failed") tellFailure(onError, result.error);
      else tell(onSuccess, result.outcome);
    };
    return {
      channel,
      destination,
      restart,
      resend: {
        status: sending.status,
        resendAt,
        failure: state.status === "idle" ? failure : undefined,
        run: () => void run(),
      },
    };
  }
}

const idle = { status: "idle" } as const;

/** The step of the latest message, also when its code has signed somebody in. */
function useLatestMessage(flow: PasswordlessFlow): PasswordlessVerifyStep | undefined {
  const [latest, setLatest] = useState<PasswordlessVerifyStep>();
  if (flow.step === "done") return latest;
  const current = flow.step === "verify" ? flow : undefined;
  if (current !== latest) setLatest(current);
  return current;
}

function stepOf(
  flow: PasswordlessFlow,
  sent: PasswordlessVerifyStep | undefined,
): "code" | "link" | undefined {
  return flow.step === "start" ? undefined : sent?.challenge.send;
}

/** Whoever signs out finds the form as it was in the beginning. */
function useRestartAfterSignOut(flow: PasswordlessFlow): void {
  const isDone = flow.step === "done" && flow.outcome.kind === "authenticated";
  const isOver = useSession(({ status }) => isDone && status === "anonymous");
  const { restart } = flow;
  useEffect(() => {
    if (isOver) restart();
  }, [isOver, restart]);
}

/** Whether the step has changed under the reader's eyes: not by what a reload of the page finds. */
function useHasMoved(step: PasswordlessForm["step"]): boolean {
  const isHydrated = useHydrated();
  const [seen, setSeen] = useState({ step, isHydrated, hasMoved: false });
  if (seen.step === step && seen.isHydrated === isHydrated) return seen.hasMoved;
  const hasMoved = seen.hasMoved || (seen.isHydrated && seen.step !== step);
  setSeen({ step, isHydrated, hasMoved });
  return hasMoved;
}
