"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Choice, Choices } from "./signup-field.js";

/** The lines of a list, and whether they are there. */
export interface LoadedChoices {
  readonly choices: readonly Choice[];
  readonly state: "loading" | "ready" | "failed";
  /** Loads them again after a failure. */
  readonly retry: () => void;
}

interface Loading {
  readonly state: LoadedChoices["state"];
  readonly choices: readonly Choice[];
  readonly attempt: number;
}

/** Loads the lines of a list once, when it appears, if they are not there to begin with. */
export function useChoices(options: Choices): LoadedChoices {
  const isLoaded = typeof options === "function";
  const latest = useRef(options);
  const [loading, setLoading] = useState<Loading>({ state: "loading", choices: none, attempt: 1 });
  const { attempt } = loading;

  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const load = latest.current;
    if (!isLoaded || typeof load !== "function") return;
    const controller = new AbortController();
    const { signal } = controller;
    void answerOf(load, signal).then((choices) => {
      if (signal.aborted) return;
      const state = choices ? "ready" : "failed";
      setLoading((before) => ({ ...before, state, choices: choices ?? none }));
    });
    return () => controller.abort();
  }, [isLoaded, attempt]);

  const retry = useCallback(
    () =>
      setLoading((before) => ({ state: "loading", choices: none, attempt: before.attempt + 1 })),
    [],
  );
  return isLoaded
    ? { choices: loading.choices, state: loading.state, retry }
    : { choices: options, state: "ready", retry };
}

const none: readonly Choice[] = [];

async function answerOf(load: Exclude<Choices, readonly Choice[]>, signal: AbortSignal) {
  try {
    return await load({ signal });
  } catch (error) {
    // The reader sees that it failed; what is wrong is for whoever wrote it.
    if (!signal.aborted) reportError(error);
    return undefined;
  }
}
