import { expect, type Locator } from "@playwright/test";
import { en } from "@portico/components/locales/en";
import { fillIn, newEmail, press } from "../../e2e/component-page.js";
import type { CanaryFlow } from "./canary-flow.js";
import { codeOf, send, signedIn, type Room } from "./room.js";

const identitiesOf = ({ sub }: Room) => `/api/v2/users/${sub}/identities`;

/** Proves another account by a code, as far as the question whether to link it. */
async function prove(room: Room): Promise<void> {
  const { page } = room;
  await signedIn(room);
  room.destination = newEmail();
  await press(page, "Link an e-mail address");
  await send(page, { "E-mail": room.destination });
  await fillIn(page, { Code: await codeOf(room) });
  await expect(page.getByRole("button", { name: "Link accounts" })).toBeVisible();
}

/** What a write may have done all the same is told by its own words. */
function wordsForWrites(code: string, usual: string): string {
  const isUnknown = ["network", "timeout", "server", "invalid_response"].includes(code);
  return isUnknown ? en.linkAccounts.unknown : usual;
}

/** The accounts are read anew, and show that it has worked. */
const doneAllTheSame = { "no CORS headers": "success", "a body that never ends": "success" };

/** What somebody does who is signed in. */
export const accountFlows: readonly CanaryFlow[] = [
  {
    id: "silent renewal",
    match: { path: "/oauth/token" },
    app: "Renewal",
    given: signedIn,
    act: ({ page }) => press(page, "Renew"),
    isSilent: true,
  },
  {
    id: "user info",
    match: { path: "/userinfo" },
    app: "UserInfo",
    given: signedIn,
    act: ({ page }) => press(page, "Ask"),
    isRepeated: true,
    isSilent: true,
  },
  {
    id: "link",
    match: (room) => ({ method: "POST", path: identitiesOf(room) }),
    app: "Account",
    props: { passwordless: "email" },
    given: prove,
    isGivenAnew: true,
    act: ({ page }) => press(page, "Link accounts"),
    words: wordsForWrites,
    otherwise: doneAllTheSame,
  },
  {
    id: "unlink",
    match: { method: "DELETE" },
    app: "Account",
    props: { passwordless: "email" },
    given: async (room) => {
      await signedIn(room);
      if (await unlinking(room).first().isVisible()) return;
      await prove(room);
      await press(room.page, "Link accounts");
      await expect(unlinking(room).first()).toBeVisible();
    },
    act: async (room) => {
      await unlinking(room).first().click();
      await press(room.page, "Unlink");
    },
    words: wordsForWrites,
    otherwise: doneAllTheSame,
  },
  {
    id: "logout",
    match: { path: "/oauth/revoke" },
    app: "Leaving",
    props: { logoutParams: { local: true } },
    config: { scope: "openid profile email offline_access" },
    given: signedIn,
    isGivenAnew: true,
    act: async ({ page }) => {
      await press(page, /^Account of/);
      await press(page, "Sign out");
    },
    lacks: ["a body that never ends"],
    always: "success",
    leaves: "nobody",
  },
];

/** The buttons of the accounts that can be unlinked. */
function unlinking({ page }: Room): Locator {
  return page.getByRole("button", { name: /^Unlink ./ });
}
