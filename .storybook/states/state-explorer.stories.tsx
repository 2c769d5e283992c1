import type { Meta, StoryObj } from "@storybook/react-vite";
import { useArgs } from "storybook/preview-api";
import { expect, fn, userEvent, waitFor } from "storybook/test";
import { en } from "../../packages/components/src/index.js";
import { catalogue } from "./catalogue.js";
import { StateExplorer } from "./state-explorer.js";

const meta: Meta<typeof StateExplorer> = {
  title: "State explorer",
  component: StateExplorer,
  parameters: { client: "own", controls: { include: ["component", "state"] } },
  args: { component: "Login", state: "", onChoose: fn() },
  argTypes: { component: { control: "select", options: Object.keys(catalogue) } },
};

export default meta;

type Story = StoryObj<typeof StateExplorer>;

/** Pick a component, then a state or a failure. The address keeps what is chosen. */
export const Explore: Story = {
  tags: ["!autodocs"],
  render: function Explorer(args, { loaded }) {
    const [, update] = useArgs<typeof args>();
    return (
      <StateExplorer
        {...args}
        words={loaded["words"] ?? en}
        onChoose={(chosen) => {
          args.onChoose(chosen);
          update(chosen);
        }}
      />
    );
  },
};

/** By the keyboard: the list is gone through with the arrows, and Enter shows. */
export const ByKeyboard: Story = {
  ...Explore,
  tags: ["!dev", "!autodocs"],
  args: { component: "Mfa", state: "mfa-verify-invalid_otp" },
  play: async ({ args, canvas }) => {
    await waitFor(() => expect(canvas.getByText(/That code is wrong/)).toBeVisible());
    const chosen = canvas.getByRole("button", { name: "invalid_otp", current: true });
    chosen.focus();
    await userEvent.keyboard("{ArrowUp}{Enter}");
    await expect(args.onChoose).toHaveBeenCalledWith({
      component: "Mfa",
      state: "mfa-verify-expired_token",
    });
  },
};
