"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "../i18n/translate.js";

/**
 * Asked before anything is sent, and before another way in is gone. A text refuses, in the reader's language; nothing
 * else does.
 */
export type BeforeSubmit<Values> = (
  values: Values,
  options: BeforeSubmitOptions,
) => Promise<string | void> | string | void;

/** What `onBeforeSubmit` gets besides the values. */
export interface BeforeSubmitOptions {
  /** Aborted where nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /**
   * The connection whose button was pressed; undefined where a form is sent. Before a window, answer at once: after a
   * promise the browser decides whether the click still counts, and where it opens none, the same way by redirect is
   * offered.
   */
  readonly connection?: string | undefined;
}

/** Whether a call may go on, or what speaks against it; undefined where nobody waits any more. */
export type Answer = "yes" | Problem | undefined;

/** What the app said to what is about to be sent. */
export interface Consent<Values> {
  /** What the app is doing, or has refused; undefined where a call may go on. */
  readonly state:
    | { readonly status: "pending" }
    | { readonly status: "failed"; readonly error: Problem }
    | undefined;
  /** Asks the app. It is a promise only where the app gives one, so that a window can open in the click itself. */
  readonly ask: (values: Values, connection?: string) => Answer | Promise<Answer>;
  /** Gives up a question that is being asked. */
  readonly stop: () => void;
}

/** Has the app agree before a form is sent, or another way in is gone. */
export function useConsent<Values>(ask: BeforeSubmit<Values> | undefined): Consent<Values> {
  const [state, setState] = useState<Consent<Values>["state"]>();
  const asking = useRef<AbortController>(null);
  const stop = useCallback(() => {
    asking.current?.abort();
    setState((before) => (before?.status === "pending" ? undefined : before));
  }, []);
  // What is put aside may be shown again, as in an Activity, and must not wait then.
  useEffect(() => stop, [stop]);

  return {
    state,
    ask: consent,
    stop,
  };

  function consent(values: Values, connection?: string): Answer | Promise<Answer> {
    if (!ask) return "yes";
    asking.current?.abort();
    const { signal } = (asking.current = new AbortController());
    const answer = answerOf(() => ask(values, { signal, connection }));
    if (!(answer instanceof Promise)) return settle(answer);
    setState({ status: "pending" });
    return answer.then((late) => (signal.aborted ? undefined : settle(late)));
  }

  function settle(answer: Verdict): Verdict {
    setState(answer === "yes" ? undefined : { status: "failed", error: answer });
    return answer;
  }
}

type Verdict = "yes" | Problem;

function answerOf(ask: () => Promise<string | void> | string | void): Verdict | Promise<Verdict> {
  try {
    const answer = ask();
    if (typeof answer !== "object") return verdictOf(answer);
    return Promise.resolve(answer).then(verdictOf, mistake);
  } catch (error) {
    return mistake(error);
  }
}

function verdictOf(refusal: string | void): Verdict {
  return typeof refusal === "string" ? { refusal } : "yes";
}

/** The reader learns that it did not work; what is wrong with it is for whoever wrote it. */
function mistake(error: unknown): Problem {
  reportError(error);
  return "refused";
}
