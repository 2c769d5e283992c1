"use client";

import type { AuthClient, LastSignIn } from "@portico/core";
import { useMemo } from "react";
import { useAuthClient } from "../provider/auth-context.js";
import { tellReaders, useRemembered } from "./use-remembered.js";

/** What `useLastSignIn` gives. */
export interface RememberedSignIn {
  /** Undefined where nothing is remembered, and on a server. */
  readonly lastSignIn: LastSignIn | undefined;
  /** Forgets it; a sign-out does not. */
  readonly forget: () => void;
}

/** How somebody last signed in at this browser, for a "last used" hint; needs the setting `rememberLastSignIn`. */
export function useLastSignIn(): RememberedSignIn {
  const client = useAuthClient();
  // A text is the same until something in it changes, which an object that is read anew is not.
  const text = useRemembered(() => JSON.stringify(client.lastSignIn()));
  return useMemo(() => {
    const lastSignIn: LastSignIn | undefined = text && JSON.parse(text);
    return { lastSignIn, forget: () => forget(client) };
  }, [client, text]);
}

function forget(client: AuthClient): void {
  client.forgetLastSignIn();
  tellReaders();
}
