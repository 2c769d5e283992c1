import type { AuthClient, FlowResult, Session } from "@portico/react";

/** Makes a form's call that may sign somebody in: what comes of it is the form's own to tell. */
export async function ownSignIn<Outcome extends { readonly kind: string }>(
  client: AuthClient,
  call: () => Promise<FlowResult<Outcome>>,
): Promise<FlowResult<Outcome>> {
  const { underWay, listeners } = callsOf(client);
  const own = {};
  let isSignedIn = false;
  underWay.add(own);
  try {
    const result = await call();
    isSignedIn = result.status === "succeeded" && result.outcome.kind === "authenticated";
    return result;
  } finally {
    underWay.delete(own);
    for (const listener of listeners) listener(isSignedIn);
  }
}

/**
 * Calls `listener` once for each sign-in that no form of this page has made: another tab's, or the app's own. It waits
 * for the end of a form's call. `isAnonymous` says whether nobody was signed in when the caller last looked. Returns how
 * to stop.
 */
export function onSignInElsewhere(
  client: AuthClient,
  isAnonymous: boolean,
  listener: (session: Session) => void,
): () => void {
  const { underWay, listeners } = callsOf(client);
  let wasAnonymous = isAnonymous;
  const look = (isOwn = false) => {
    const state = client.session.get();
    if (state.status === "authenticated" && !isOwn && underWay.size > 0) return;
    const isNews = wasAnonymous && !isOwn;
    wasAnonymous = state.status === "anonymous";
    if (isNews && state.status === "authenticated") listener(state.session);
  };
  listeners.add(look);
  const unsubscribe = client.session.subscribe(() => look());
  look();
  return () => {
    unsubscribe();
    listeners.delete(look);
  };
}

interface Calls {
  readonly underWay: Set<object>;
  readonly listeners: Set<(isOwn: boolean) => void>;
}

const known = new WeakMap<AuthClient, Calls>();

function callsOf(client: AuthClient): Calls {
  const calls = known.get(client) ?? { underWay: new Set(), listeners: new Set() };
  known.set(client, calls);
  return calls;
}
