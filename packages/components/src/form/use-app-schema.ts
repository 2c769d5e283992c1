"use client";

import { useEffect, useRef, useState } from "react";
import type { Problem } from "../i18n/translate.js";
import { onDemand } from "../parts/on-demand.js";
import type { FormValues } from "./form-control.js";
import type { FormJudge } from "./judge-form.js";
import type { FormShape } from "./use-auth-form.js";

/** What the app's own schema has to say of a form. */
export interface AppVerdict<Values extends FormValues> {
  /** That it is judging, or what it says of the form as a whole; undefined where a call may go on. */
  readonly state:
    | { readonly status: "pending" }
    | { readonly status: "failed"; readonly error: Problem }
    | undefined;
  /** Whether a call may go on. If not, the form says why, and the focus goes to what has to be corrected. */
  readonly allows: (values: Values, judge: Judge<Values>) => boolean | Promise<boolean>;
}

type Judge<Values extends FormValues> = Pick<FormJudge<Values>, "setError" | "setFocus">;

/** Has the app's own schema judge what a form's own rules let pass. What is judged goes no further. */
export function useAppSchema<Values extends FormValues>(
  shape: Pick<FormShape<Values>, "appSchema" | "fields" | "unseen" | "secrets" | "retry">,
): AppVerdict<Values> {
  const { appSchema } = shape;
  const [state, setState] = useState<AppVerdict<Values>["state"]>();
  const latest = useRef<object>(undefined);
  useEffect(
    () => () => {
      latest.current = undefined;
      // What is put aside may be shown again, as in an Activity, and must not wait then.
      setState((before) => (before?.status === "pending" ? undefined : before));
    },
    [],
  );
  const isGiven = appSchema !== undefined;
  useEffect(() => {
    // What can't be had now is asked for again when the form is sent.
    if (isGiven) judgement.load().catch(() => {});
  }, [isGiven]);

  return {
    state,
    allows: (values, judge) => {
      setState(appSchema && { status: "pending" });
      return !appSchema || ask(appSchema, values, judge);
    },
  };

  async function ask(
    schema: NonNullable<typeof appSchema>,
    values: Values,
    { setError, setFocus }: Judge<Values>,
  ): Promise<boolean> {
    const mine = {};
    latest.current = mine;
    const { atFields, ofAll } = await judgement.load().then(
      ({ judgeByApp }) => judgeByApp(schema, values, shape),
      (error: unknown) => {
        reportError(error);
        return { atFields: [], ofAll: "refused" } as const;
      },
    );
    // The form has gone.
    if (latest.current !== mine) return false;
    setState(ofAll && { status: "failed", error: ofAll });
    for (const [index, { name, error }] of atFields.entries()) {
      setError(name, error, { shouldFocus: index === 0 });
    }
    if (ofAll && atFields.length === 0) setFocus(shape.retry);
    return !ofAll && atFields.length === 0;
  }
}

/** Most forms have no schema but ours. */
const judgement = onDemand(() => import("./app-judgement.js"));
