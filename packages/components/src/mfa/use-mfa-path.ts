"use client";

import type { FlowState, MfaAuthenticated, MfaChallenge } from "@portico/react";
import { useCallback, useState } from "react";
import type { MfaAddressing } from "./mfa-form-steps.js";

/** What the reader has chosen that the flow knows nothing of; none of it is secret. */
export interface MfaPath {
  /** Whether there was a step at all. */
  readonly isBegun: boolean;
  /** The `id` of an authenticator, or the factor that is set up. */
  readonly asked?: string | undefined;
  /** Where the codes of a factor that is set up shall go, from when that is asked. */
  readonly address?: { readonly factor: MfaAddressing["factor"]; readonly given?: string };
  /** From when on a message may be sent again, in milliseconds since 1970. */
  readonly resendAt?: number | undefined;
  /** How the answer stood when a recovery code took the factor's place; that is not about the code. */
  readonly left?: FlowState<MfaAuthenticated> | undefined;
  /** Whether the recovery codes are in a safe place. */
  readonly isKept?: boolean;
}

/** A step: what it says replaces what was; `"start"` forgets it all. */
export type GoStep = (step: "start" | Omit<MfaPath, "isBegun">) => void;

/** The reader's way through the steps of a challenge; another challenge begins anew. */
export function useMfaPath(challenge: MfaChallenge): {
  readonly path: MfaPath;
  readonly go: GoStep;
} {
  const [latest, setLatest] = useState({ challenge, path: beginning });
  const go = useCallback<GoStep>(
    (step) =>
      setLatest((before) => {
        const above = before.challenge === challenge ? before.path : beginning;
        const path = step === "start" ? { isBegun: true } : { ...above, ...step, isBegun: true };
        return { challenge, path };
      }),
    [challenge],
  );
  return { path: latest.challenge === challenge ? latest.path : beginning, go };
}

const beginning: MfaPath = { isBegun: false };
