import { SocialButtons, type SocialButtonsProps } from "../../../packages/components/src/index.js";
import { never, refuse } from "../fakes.js";
import type { CallScene, Exhibit, Reader } from "../scene.js";
import { signs } from "../signs.js";

/** What the buttons of providers can be. */
export type SocialButtonsState =
  | NonNullable<SocialButtonsProps["mode"]>
  | "ready"
  | "folded"
  | "last_used"
  | "hosted";

const four = ["google-oauth2", "apple", "windowslive", "github"];
const here = { show: <SocialButtons connections={four} />, act: press } satisfies CallScene;
const beside = {
  show: <SocialButtons connections={four} mode="popup" />,
  act: press,
} satisfies CallScene;

export const socialButtonsExhibit: Exhibit<SocialButtonsState> = {
  states: {
    ready: { show: here.show, sign: "[data-kind=social][data-state=ready]" },
    folded: {
      show: <SocialButtons connections={[...four, "linkedin", "facebook"]} />,
      sign: "[data-part=text-button][aria-expanded=false]",
    },
    last_used: {
      show: <SocialButtons connections={four} lastUsed />,
      tenant: { lastSignIn: () => ({ connection: "github", at: 0 }) },
      sign: "[data-kind=social] [data-part=badge]",
    },
    redirect: { ...here, sign: "[data-kind=social][data-state=pending]" },
    popup: {
      ...beside,
      tenant: { loginWithPopup: never },
      sign: "[data-part=social][data-state=elsewhere]",
    },
    hosted: { ...beside, tenant: { loginWithPopup: refuse("popup_blocked") }, sign: signs.hosted },
  },
  calls: { loginWithConnection: here, loginWithPopup: beside },
};

function press(reader: Reader): Promise<void> {
  return reader.press("Google");
}
