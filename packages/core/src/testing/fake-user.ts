import type { User } from "../identity/user.js";

/** The user that a fake login signs in. */
export const fakeUser: User = Object.freeze({
  sub: "auth0|ada",
  name: "Ada Lovelace",
  nickname: "ada",
  email: "ada@example.com",
  email_verified: true,
});
