import type { Meta, StoryObj } from "@storybook/react-vite";
import { catalogue, type ComponentName } from "./catalogue.js";
import { walkRefusals, walkStates } from "./walk.js";

const meta: Meta = {
  title: "State explorer/Every state",
  // Each goes through all that its component can be, which is for tests and too fast to look at.
  tags: ["!dev", "!autodocs"],
  // They look by themselves, at every state rather than at the last one.
  parameters: { client: "own", a11y: { test: "off" } },
  render: () => <div />,
};

export default meta;

type Story = StoryObj;

export const AuthPanel = everything("AuthPanel");
export const Login = everything("Login");
export const Signup = everything("Signup");
export const Passwordless = everything("Passwordless");
export const ResetPassword = everything("ResetPassword");
export const Mfa = everything("Mfa");
export const SocialButtons = everything("SocialButtons");
export const LinkAccounts = everything("LinkAccounts");
export const UserMenu = everything("UserMenu");

// A component without a story is named here by the compiler.
type Untold = Exclude<ComponentName, keyof typeof import("./every-state.stories.js")>;
true satisfies [Untold] extends [never] ? true : Untold;

function everything(name: ComponentName): Story {
  const exhibit = catalogue[name];
  return {
    play: async ({ canvasElement }) => {
      await walkStates(canvasElement, exhibit);
      await walkRefusals(canvasElement, exhibit);
    },
  };
}
