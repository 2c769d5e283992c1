"use client";

import type { Session, SessionState } from "@portico/core";
import type { ReactNode } from "react";
import { useSession } from "./use-session.js";

/** What `SessionGate` shows. */
export interface SessionGateProps {
  /** For whoever is signed in. */
  readonly children?: ReactNode | ((session: Session) => ReactNode);
  /** While it is being found out who is signed in. */
  readonly fallback?: ReactNode;
  /** For everybody else; the state tells why, where there is a reason. */
  readonly anonymous?: ReactNode | ((state: AnonymousState) => ReactNode);
}

/** The session's state where nobody is signed in. */
export type AnonymousState = Extract<SessionState, { readonly status: "anonymous" }>;

/** Shows one thing to whoever is signed in and another to everybody else. */
export function SessionGate({ children, fallback, anonymous }: SessionGateProps): ReactNode {
  const state = useSession();
  if (state.status === "starting") return fallback;
  if (state.status === "anonymous") {
    return typeof anonymous === "function" ? anonymous(state) : anonymous;
  }
  return typeof children === "function" ? children(state.session) : children;
}
