"use client";

import { useCallback, useEffect, useState } from "react";
import type { Problem } from "../i18n/translate.js";
import { onDemand } from "../parts/on-demand.js";
import type { JudgeCode } from "./form-control.js";

/** Brings what judges forms. */
export interface Judging {
  /** That a form waits for it, or that it can't be had; undefined otherwise. */
  readonly state:
    | { readonly status: "pending" }
    | { readonly status: "failed"; readonly error: Problem }
    | undefined;
  /** The code; undefined where it can't be had, of which `state` tells. */
  readonly load: () => Promise<JudgeCode | undefined>;
}

/** Fetches what judges forms once one is there, so that it is at hand when the form is sent. */
export function useJudging(): Judging {
  const [state, setState] = useState<Judging["state"]>();
  useEffect(() => {
    // What can't be had now is asked for again when the form is sent.
    judgement.load().catch(() => {});
  }, []);
  const load = useCallback(async () => {
    // It may have come for another form since it could not be had for this one.
    if (!judgement.get()) setState({ status: "pending" });
    try {
      const code = await judgement.load();
      setState(undefined);
      return code;
    } catch (error) {
      // The reader learns that it did not work; what is wrong with it is for whoever serves the page.
      reportError(error);
      setState({ status: "failed", error: "refused" });
      return undefined;
    }
  }, []);
  return { state, load };
}

/** Nobody needs it before there is something to judge, and react-hook-form is a third of what a form needs. */
const judgement = onDemand(() => import("./judge-form.js"));
