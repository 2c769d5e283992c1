import type { User } from "../identity/user.js";
import type { Identity, Management, Profile, UserId } from "../management/management.js";

/** The Management API of a fake client: it knows the user who is signed in, and keeps what is written. */
export function fakeManagement(current: () => User): Management {
  let userMetadata: Readonly<Record<string, unknown>> = {};
  let linked: readonly Identity[] = [];

  return {
    audience: "https://tenant.invalid/api/v2/",
    getUser: async () => profile(),
    updateUserMetadata: async (_userId, patch) => {
      const merged = Object.entries({ ...userMetadata, ...patch });
      userMetadata = Object.fromEntries(merged.filter(([, value]) => value !== null));
      return profile();
    },
    patchUserAttributes: async () => profile(),
    listIdentities: async () => identities(),
    linkIdentity: async (_userId, secondary) => {
      const sub = "user" in secondary ? secondary.user.sub : "google-oauth2|linked";
      linked = [...linked, { ...identityOf(sub), profileData: {} }];
      return identities();
    },
    unlinkIdentity: async (_userId, { provider, userId }) => {
      linked = linked.filter((one) => one.provider !== provider || one.userId !== userId);
      return identities();
    },
    createDeviceCredential: async () => "dcr_fake",
    deleteDeviceCredential: async () => {},
  };

  function identities(): readonly Identity[] {
    return [identityOf(current().sub), ...linked];
  }

  function profile(): Profile {
    const user = current();
    const { name, nickname, picture, email, email_verified: emailVerified } = user;
    return {
      userId: user.sub as UserId,
      identities: identities(),
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

function identityOf(sub: string): Identity {
  const [provider = "", ...id] = sub.split("|");
  const isSocial = provider !== "auth0";
  const connection = isSocial ? provider : "Username-Password-Authentication";
  return { provider, userId: id.join("|"), connection, isSocial };
}
