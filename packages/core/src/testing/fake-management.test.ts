import { expect, test } from "vitest";
import { fakeManagement } from "./fake-management.js";

const ada = { sub: "auth0|ada", name: "Ada Lovelace", email_verified: true };
const own = { provider: "auth0", userId: "ada", isSocial: false };

test("a fake keeps the accounts that are linked until they are unlinked", async () => {
  const api = fakeManagement(() => ada);
  const proven = { user: { sub: "google-oauth2|1" }, provenAt: 0 };
  const [first, second] = await api.linkIdentity("auth0|ada", proven);
  expect(first).toMatchObject(own);
  expect(second).toMatchObject({ provider: "google-oauth2", userId: "1", isSocial: true });
  expect(await api.linkIdentity("auth0|ada", { idToken: "any" })).toHaveLength(3);
  expect((await api.getUser("auth0|ada")).identities).toHaveLength(3);
  await api.unlinkIdentity("auth0|ada", { provider: "google-oauth2", userId: "linked" });
  expect(await api.listIdentities("auth0|ada")).toEqual([first, second]);
});

test("a fake has an audience, under a name that belongs to nobody", () => {
  expect(fakeManagement(() => ada).audience).toBe("https://tenant.invalid/api/v2/");
});

test("a fake keeps metadata as the tenant does", async () => {
  const api = fakeManagement(() => ada);
  await api.updateUserMetadata("auth0|ada", { theme: "dark", city: "London" });
  await api.updateUserMetadata("auth0|ada", { city: null });
  const profile = await api.patchUserAttributes("auth0|ada", {});
  expect(profile).toMatchObject({ userId: "auth0|ada", name: ada.name, emailVerified: true });
  expect(profile.userMetadata).toEqual({ theme: "dark" });
});
