import { createFakeClient, fakeUser } from "@portico/core/testing";
import type { AuthClient, Session } from "@portico/react";
import { expect, test } from "vitest";
import { accessToAccounts } from "./access-to-accounts.js";

const fake = createFakeClient();
const { audience } = fake.management;

/** A client whose session is for an API. */
function signedInFor(api: string): AuthClient {
  const scope = ["openid", "email", "offline_access", "read:current_user"];
  const known = { user: fakeUser, expiresAt: 0, hasRefreshToken: true };
  const session: Session = { ...known, scope, audience: api };
  return {
    ...fake,
    session: { ...fake.session, get: () => ({ status: "authenticated", session }) },
  };
}

const linking = "read:current_user update:current_user_identities";

test.each([
  ["nobody is signed in", fake, linking],
  ["the session is for another API", signedInFor("https://api.example"), linking],
  [
    "the session is for this one, and keeps what it has",
    signedInFor(audience),
    `openid email offline_access ${linking}`,
  ],
])("asks for what linking takes where %s", (_, client, scope) => {
  expect(accessToAccounts(client)).toEqual({ audience, scope });
});
