"use client";

import {
  useLogout,
  useSession,
  type Anonymous,
  type AuthError,
  type LogoutParams,
  type Redirecting,
  type User,
} from "@portico/react";
import { tell, tellFailure } from "../form/tell.js";
import { useOnce } from "../form/use-once.js";

/** What `useUserMenu` takes; all of it optional. */
export interface UserMenuOptions {
  /** What the sign-out takes, such as where the tenant sends the browser afterwards. */
  readonly logoutParams?: LogoutParams | undefined;
  /** Called when the session here has ended. */
  readonly onSignOut?: (() => void) | undefined;
  /** Called besides with how that ended: whether the page is being left. */
  readonly onSuccess?: ((outcome: Redirecting | Anonymous) => void) | undefined;
  readonly onError?: ((error: AuthError) => void) | undefined;
}

/** Who is signed in, and how they sign out. */
export type UserMenuState =
  /** It is not known yet who is signed in. */
  | { readonly status: "starting" }
  | { readonly status: "nobody" }
  /** The session has ended, and the page is about to be left. */
  | { readonly status: "leaving" }
  | {
      readonly status: "signed_in";
      readonly user: User;
      /** What to call them, if anything is known. */
      readonly name: string | undefined;
      /** Their address or number, unless that is their name already. */
      readonly detail: string | undefined;
      readonly isSigningOut: boolean;
      /** Why they could not sign out. */
      readonly error: AuthError | undefined;
      readonly signOut: () => void;
    };

/** Everything that a user menu shows and does, for a view of your own. */
export function useUserMenu(options: UserMenuOptions = {}): UserMenuState {
  const { logoutParams, onSignOut, onSuccess, onError } = options;
  const session = useSession();
  const { state, logout } = useLogout();
  const once = useOnce();
  const isSigningOut = state.status === "pending";

  switch (session.status) {
    case "starting":
      return { status: "starting" };
    case "anonymous": {
      const isLeaving = state.status === "succeeded" && state.outcome.kind === "redirecting";
      return { status: isSigningOut || isLeaving ? "leaving" : "nobody" };
    }
    case "authenticated": {
      const { user } = session.session;
      const names = namesOf(user);
      return {
        status: "signed_in",
        user,
        name: names[0],
        detail: names[1],
        isSigningOut,
        error: state.status === "failed" ? state.error : undefined,
        signOut: () => once.run(signOut),
      };
    }
    default:
      return session satisfies never;
  }

  async function signOut(): Promise<void> {
    const result = await logout(logoutParams);
    if (result.status === "failed") return tellFailure(onError, result.error);
    tell(onSignOut, undefined);
    tell(onSuccess, result.outcome);
  }
}

/** What is said first, and what below it. Auth0 gives whoever has no name their address for one. */
function namesOf({ name, email, phone_number: phone, nickname }: User): readonly string[] {
  const texts = [name, email, phone, nickname].filter(
    (text): text is string => typeof text === "string" && text.trim() !== "",
  );
  return [...new Set(texts)];
}
