import type { Authenticator } from "@portico/core/authentication";
import { isAuthError, useAuthClient, type AuthError } from "@portico/react";
import { useEffect, useState } from "react";
import { listFactors, removeFactor } from "./factors.js";

/** What is known of the reader's second factors. */
export type FactorsState =
  | { readonly status: "pending" }
  | { readonly status: "failed"; readonly error: AuthError }
  | {
      readonly status: "succeeded";
      readonly factors: readonly Authenticator[];
      /** Why the last one could not be taken away. */
      readonly error?: AuthError;
    };

/** What `useFactors` gives. */
export interface Factors {
  readonly state: FactorsState;
  /** Asks anew. */
  readonly reload: () => void;
  readonly remove: (id: string) => Promise<void>;
}

/** The second factors of the signed-in user. */
export function useFactors(): Factors {
  const client = useAuthClient();
  const [state, setState] = useState<FactorsState>({ status: "pending" });
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    void listFactors(client, { signal })
      .then((factors): FactorsState => ({ status: "succeeded", factors }), failed)
      .then((next) => signal.aborted || setState(next));
    return () => leaving.abort();
  }, [client, asked]);

  const reload = () => setAsked((times) => times + 1);
  return {
    state,
    reload,
    async remove(id) {
      const error = await removeFactor(client, id, {}).then(() => undefined, authErrorOf);
      if (!error) reload();
      else setState((last) => (last.status === "succeeded" ? { ...last, error } : last));
    },
  };
}

function failed(error: unknown): FactorsState {
  return { status: "failed", error: authErrorOf(error) };
}

function authErrorOf(error: unknown): AuthError {
  if (isAuthError(error)) return error;
  throw error;
}
