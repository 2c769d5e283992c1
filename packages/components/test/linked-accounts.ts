import { createFakeClient, fakeUser, type FakeClientOptions } from "@portico/core/testing";
import type { Identity, ProvenIdentity } from "@portico/react";

const main: Identity = {
  provider: "auth0",
  userId: "ada",
  connection: "Username-Password-Authentication",
  isSocial: false,
};

/** An account at Google that is linked. */
export const google: Identity = {
  provider: "google-oauth2",
  userId: "117",
  connection: "google-oauth2",
  isSocial: true,
  profileData: { email: "ada.lovelace@gmail.com", name: "Ada Lovelace" },
};

/** An account at GitHub that is linked. */
export const github: Identity = {
  provider: "github",
  userId: "42",
  connection: "github",
  isSocial: true,
  profileData: { nickname: "ada" },
};

/** What a sign-in to the account at Google proves. */
export const provenGoogle: ProvenIdentity = {
  user: { sub: "google-oauth2|117", email: "ada.lovelace@gmail.com", name: "Ada Lovelace" },
  provenAt: 0,
};

/** What a code that went to an address proves. */
export const provenAddress: ProvenIdentity = {
  user: { sub: "email|7", email: "ada@work.example" },
  provenAt: 0,
};

/** A tenant where Ada is signed in with these accounts besides her own, and links and unlinks as she likes. */
export function withAccounts(
  linked: readonly Identity[] = [],
  calls: FakeClientOptions = {},
): FakeClientOptions {
  let identities: readonly Identity[] = [main, ...linked];
  const { getUser } = createFakeClient({ user: fakeUser }).management;
  const { management, passwordless, ...others } = calls;
  return {
    user: fakeUser,
    proveIdentity: async () => provenGoogle,
    linkIdentity: async ({ user }) => {
      const [provider = "", userId = ""] = user.sub.split("|");
      const { sub: _sub, ...profileData } = user;
      const added = { provider, userId, connection: provider, isSocial: provider !== "email" };
      return (identities = [...identities, { ...added, profileData }]);
    },
    unlinkIdentity: async ({ provider, userId }) =>
      (identities = identities.filter((one) => one.provider !== provider || one.userId !== userId)),
    passwordless: { prove: async () => provenAddress, ...passwordless },
    management: { getUser: async (id) => ({ ...(await getUser(id)), identities }), ...management },
    ...others,
  };
}
