import type { AuthClient } from "@portico/react";

/** What an access token is asked for with that lists, links and unlinks the accounts of the signed-in user. */
export function accessToAccounts({ management, session }: AuthClient): {
  readonly audience: string;
  readonly scope: string;
} {
  const { audience } = management;
  const state = session.get();
  // Where the session is about this API already, the new token takes the place of the one that it has.
  const isOwn = state.status === "authenticated" && state.session.audience === audience;
  const own = isOwn ? state.session.scope : [];
  return { audience, scope: [...new Set([...own, ...needed])].join(" ") };
}

const needed = ["read:current_user", "update:current_user_identities"];
