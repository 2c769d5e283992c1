"use client";

import {
  isAuthError,
  useAuthClient,
  type ConnectionLoginParams,
  type FlowState,
  type Redirecting,
} from "@portico/react";
import { useEffect, useState } from "react";

/** The way on by the tenant's own page. */
export interface HostedLogin {
  readonly state: FlowState<Redirecting>;
  /** Leaves the page; the tenant's page has the e-mail address filled in. */
  readonly leave: (email: string) => void;
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

  return { state, leave: (email) => void leave(email) };

  async function leave(email: string): Promise<void> {
    if (state.status === "pending") return;
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
