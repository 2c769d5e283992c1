"use client";

import { useMemo, useRef, useState } from "react";
import type { ValidationKey } from "../i18n/messages.js";
import type { CaptchaBoxProps, RenderCaptcha } from "../parts/captcha-box.js";

/** What a call sends of a captcha; nothing without one. */
export interface CaptchaAnswer {
  readonly captcha?: string;
  readonly captchaState?: string;
}

/** A captcha in a form. Without one everything passes. */
export interface Captcha {
  /** For the view. */
  readonly box: CaptchaBoxProps | undefined;
  /** Failed while the answer is missing; it goes before the state of the call. */
  readonly state: CaptchaState | undefined;
  /** Whether a call may go on. If not, the form says so and the focus goes to the captcha. */
  readonly isSolved: () => boolean;
  /** Sends the answer along with a call. It is good for one, so a call that fails leads to a new captcha. */
  readonly spend: <Result extends { readonly status: string }>(
    call: (answer: CaptchaAnswer) => Promise<Result>,
  ) => Promise<Result>;
}

/** What speaks against a call; idle once nothing does any more. */
export type CaptchaState =
  | { readonly status: "failed"; readonly error: ValidationKey }
  | { readonly status: "idle" };

/** Holds a captcha's answer, outside React's state, until a call takes it. */
export function useCaptcha(render: RenderCaptcha | undefined): Captcha {
  const [attempt, setAttempt] = useState(1);
  const [state, setState] = useState<CaptchaState>();
  const latest = useRef(1);
  const answer = useRef<CaptchaAnswer>({});
  const isUsedUp = useRef(false);
  const boxRef = useRef<HTMLDivElement>(null);

  const listeners = useMemo(
    () => ({
      onSolved(solution: string, challenge?: string) {
        // A captcha that is gone may still speak up, and its answer is worth nothing.
        if (latest.current !== attempt) return;
        isUsedUp.current = false;
        answer.current = answerOf(solution, challenge);
        if (solution) setState((before) => before && { status: "idle" });
      },
      onFailed() {
        if (latest.current !== attempt) return;
        isUsedUp.current = true;
        answer.current = {};
        setState({ status: "failed", error: "refused" });
      },
    }),
    [attempt],
  );

  return {
    box: render && { render, attempt, ...listeners, boxRef },
    state,
    isSolved() {
      const isPassed = !render || answer.current.captcha !== undefined;
      setState(isPassed ? undefined : { status: "failed", error: "captcha_required" });
      if (isPassed) return true;
      boxRef.current?.focus();
      if (isUsedUp.current) renew();
      return false;
    },
    async spend(call) {
      const spent = answer.current;
      answer.current = {};
      isUsedUp.current = true;
      const result = await call(spent);
      if (result.status === "failed") renew();
      return result;
    },
  };

  function renew(): void {
    isUsedUp.current = false;
    latest.current += 1;
    setAttempt(latest.current);
  }
}

function answerOf(captcha: string, captchaState: string | undefined): CaptchaAnswer {
  if (!captcha) return {};
  return { captcha, ...(captchaState && { captchaState }) };
}
