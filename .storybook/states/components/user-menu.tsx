import { UserMenu, type UserMenuState } from "../../../packages/components/src/index.js";
import { fakeUser } from "../../../packages/core/src/testing/index.js";
import { never } from "../fakes.js";
import type { CallScene, Exhibit, Reader } from "../scene.js";

/** What a user menu can be. */
export type UserMenuExhibitState = UserMenuState["status"] | "open" | "signing_out" | "nameless";

const menu = <UserMenu items={[{ label: "Atrium", href: "#atrium" }]} />;
const leaving = { show: menu, tenant: { user: fakeUser }, act: signOut } satisfies CallScene;

export const userMenuExhibit: Exhibit<UserMenuExhibitState> = {
  states: {
    nobody: { show: menu, sign: "[data-stage]:empty" },
    starting: {
      show: menu,
      tenant: { starting: true, start: never },
      sign: "[data-part=user]:not(:has(button))",
    },
    signed_in: {
      show: menu,
      tenant: { user: fakeUser },
      sign: "[data-part=user][data-state=closed]",
    },
    nameless: {
      show: menu,
      tenant: { user: { sub: "sms|1" } },
      sign: "[data-part=avatar] svg",
    },
    open: { ...leaving, act: open, sign: "[data-part=menu]" },
    signing_out: {
      ...leaving,
      tenant: { user: fakeUser, logout: never },
      sign: "[data-part=menu-item][data-state=pending]",
    },
    leaving: { ...leaving, sign: "[data-part=user]:not(:has(button))" },
  },
  calls: { logout: { ...leaving, tellsGivenUp: true } },
};

function open({ pressAt }: Reader): Promise<void> {
  return pressAt("[data-part=user-button]");
}

async function signOut(reader: Reader): Promise<void> {
  await open(reader);
  await reader.press(reader.words.userMenu.signOut);
}
