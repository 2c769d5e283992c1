import type { AuthClient, Authenticated, PopupLoginParams } from "@portico/core";
import { createFlow, type FlowState } from "../flows/flow.js";
import type { ReadonlyStore } from "../flows/store.js";

/** The window by which somebody signs in: one for each client, which every component of it sees. */
export interface PopupSignIn extends ReadonlyStore<FlowState<Authenticated>> {
  /** Opens it, or joins the one that is open. Never rejects with an `AuthError`. */
  readonly open: (params?: PopupLoginParams) => Promise<void>;
}

const popups = new WeakMap<AuthClient, PopupSignIn>();

/** The one of this client. */
export function popupOf(client: AuthClient): PopupSignIn {
  const popup = popups.get(client) ?? create(client);
  popups.set(client, popup);
  return popup;
}

function create(client: AuthClient): PopupSignIn {
  const { get, subscribe, run, reset } = createFlow(client.loginWithPopup);
  let unfollow: (() => void) | undefined;

  return {
    get,
    subscribe,
    async open(params) {
      await run(params);
      // Whoever has signed in or out since wants to hear of a failure no more.
      unfollow?.();
      unfollow = client.session.subscribe(() => {
        unfollow?.();
        if (get().status === "failed") reset();
      });
    },
  };
}
