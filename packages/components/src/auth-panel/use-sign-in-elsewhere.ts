"use client";

import { useAuthClient, useSession, type Session } from "@portico/react";
import { useEffect, useRef } from "react";
import { onSignInElsewhere } from "../form/sign-in-calls.js";

/** Calls `listener` once for each sign-in that no form of this page has made, such as one in another tab. */
export function useSignInElsewhere(listener: (session: Session) => void): void {
  const client = useAuthClient();
  const isAnonymous = useSession(({ status }) => status === "anonymous");
  const latest = useRef({ listener, isAnonymous });
  useEffect(() => {
    latest.current = { listener, isAnonymous };
  });
  useEffect(
    () =>
      onSignInElsewhere(client, latest.current.isAnonymous, (session) =>
        latest.current.listener(session),
      ),
    [client],
  );
}
