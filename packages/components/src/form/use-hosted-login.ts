"use client";

import {
  isAuthError,
  useAuthClient,
  type AuthError,
  type ConnectionLoginParams,
  type FlowState,
  type Redirecting,
} from "@portico/react";
import { useEffect, useState } from "react";

/** What `useHostedLogin` gives. */
export interface HostedLogin {
  /** Whether the page is about to be left. */
  readonly isPending: boolean;
  /** Why it could not be left. */
  readonly error: AuthError | undefined;
  readonly leave: (email: string) => void;
  readonly reset: () => void;
}

/** Hands a login over to the tenant's own page. */
export function useHostedLogin(params: ConnectionLoginParams): HostedLogin {
  const client = useAuthClient();
  const [state, setState] = useState<FlowState<Redirecting>>(idle);

  useEffect(() => {
    // The browser may bring the page back from its cache, with everything as it was when it left.
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && setState(idle);
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, []);

  return {
    isPending: state.status === "pending" || state.status === "succeeded",
    error: state.status === "failed" ? state.error : undefined,
    leave: (email) => void leave(email),
    reset: () => setState(idle),
  };

  async function leave(email: string): Promise<void> {
    if (state.status === "pending" || state.status === "succeeded") return;
    setState({ status: "pending" });
    try {
      const loginHint = email || undefined;
      setState({
        status: "succeeded",
        outcome: await client.loginWithConnection({ ...params, loginHint }),
      });
    } catch (error) {
      setState(isAuthError(error) ? { status: "failed", error } : idle);
      if (!isAuthError(error)) throw error;
    }
  }
}

const idle = { status: "idle" } as const;
