import { diagnose, type Diagnosis } from "@portico/core/diagnostics";
import { isAuthError, useAuthClient } from "@portico/react";
import { useCallback, useEffect, useRef, useState } from "react";

/** What `useDiagnosis` gives. */
export interface DiagnosisReading {
  /** The last diagnosis; undefined until there is one. */
  readonly diagnosis: Diagnosis | undefined;
  readonly isChecking: boolean;
  /** Looks again. With `interactive`, in a click, it also opens a small window for a moment. */
  readonly check: (options?: { readonly interactive: boolean }) => void;
}

/** Why sign-in does not work in this page; it looks once by itself. */
export function useDiagnosis(): DiagnosisReading {
  const client = useAuthClient();
  const running = useRef<AbortController>(undefined);
  const [diagnosis, setDiagnosis] = useState<Diagnosis>();
  const [isChecking, setChecking] = useState(true);

  const look = useCallback(
    (options?: { readonly interactive: boolean }) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      diagnose(client, { ...options, signal }).then(
        (found) => {
          if (signal.aborted) return;
          setDiagnosis(found);
          setChecking(false);
        },
        (error: unknown) => {
          if (!isAuthError(error, "aborted")) throw error;
        },
      );
    },
    [client],
  );

  useEffect(() => {
    look();
    return () => running.current?.abort();
  }, [look]);

  return {
    diagnosis,
    isChecking,
    check(options) {
      setChecking(true);
      look(options);
    },
  };
}
