import type { User } from "../identity/user.js";
import type { Identity, Management, Profile, UserId } from "../management/management.js";

/** The one account that a fake user has. */
export function identitiesOf({ sub }: User): readonly Identity[] {
  const [provider = "auth0", ...id] = sub.split("|");
  const connection = "Username-Password-Authentication";
  return [{ provider, userId: id.join("|"), connection, isSocial: false }];
}

/** The Management API of a fake client: it knows the user who is signed in, and keeps what is written. */
export function fakeManagement(current: () => User): Management {
  let userMetadata: Readonly<Record<string, unknown>> = {};

  return {
    getUser: async () => profile(),
    updateUserMetadata: async (_userId, patch) => {
      const merged = Object.entries({ ...userMetadata, ...patch });
      userMetadata = Object.fromEntries(merged.filter(([, value]) => value !== null));
      return profile();
    },
    patchUserAttributes: async () => profile(),
    listIdentities: async () => identitiesOf(current()),
    linkIdentity: async () => identitiesOf(current()),
    unlinkIdentity: async () => identitiesOf(current()),
    createDeviceCredential: async () => "dcr_fake",
    deleteDeviceCredential: async () => {},
  };

  function profile(): Profile {
    const user = current();
    const { name, nickname, picture, email, email_verified: emailVerified } = user;
    return {
      userId: user.sub as UserId,
      identities: identitiesOf(user),
      userMetadata,
      appMetadata: {},
      ...(name !== undefined && { name }),
      ...(nickname !== undefined && { nickname }),
      ...(picture !== undefined && { picture }),
      ...(email !== undefined && { email }),
      ...(emailVerified !== undefined && { emailVerified }),
    };
  }
}
