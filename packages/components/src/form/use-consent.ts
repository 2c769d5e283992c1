"use client";

import { useEffect, useRef, useState } from "react";
import type { Problem } from "../i18n/translate.js";

/** Asked before anything is sent. A text refuses, in the reader's language; nothing else does. */
export type BeforeSubmit<Values> = (
  values: Values,
  options: { readonly signal: AbortSignal },
) => Promise<string | void> | string | void;

/** What the app said to what is about to be sent. */
export interface Consent<Values> {
  /** What the app is doing, or has refused; undefined where a call may go on. */
  readonly state:
    | { readonly status: "pending" }
    | { readonly status: "failed"; readonly error: Problem }
    | undefined;
  /** Resolves whether the call may go on, or what speaks against it; undefined where nobody waits any more. */
  readonly ask: (values: Values) => Promise<"yes" | Problem | undefined>;
}

/** Has the app agree before a form is sent. */
export function useConsent<Values>(ask: BeforeSubmit<Values> | undefined): Consent<Values> {
  const [state, setState] = useState<Consent<Values>["state"]>();
  const asking = useRef<AbortController>(null);
  useEffect(() => () => asking.current?.abort(), []);

  return { state, ask: consent };

  async function consent(values: Values): Promise<"yes" | Problem | undefined> {
    if (!ask) return "yes";
    asking.current?.abort();
    const { signal } = (asking.current = new AbortController());
    setState({ status: "pending" });
    const answer = await answerOf(() => ask(values, { signal }));
    if (signal.aborted) return undefined;
    setState(answer === "yes" ? undefined : { status: "failed", error: answer });
    return answer;
  }
}

async function answerOf(ask: () => Promise<string | void> | string | void) {
  try {
    const refusal = await ask();
    return typeof refusal === "string" ? { refusal } : "yes";
  } catch (error) {
    // The reader learns that it did not work; what is wrong with it is for whoever wrote it.
    reportError(error);
    return "refused";
  }
}
