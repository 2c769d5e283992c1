import { fakeError } from "@portico/core/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor } from "storybook/test";
import { Login } from "./login.js";

const meta: Meta<typeof Login> = {
  title: "Login/Names",
  component: Login,
  args: { onSignup: fn(), onForgotPassword: fn() },
};

export default meta;

type Story = StoryObj<typeof Login>;

/** A user name instead of an e-mail address. */
export const Username: Story = { args: { identifier: "username" } };

/** Either of the two. */
export const Either: Story = {
  args: { identifier: "either" },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
    const name = canvas.getByLabelText("E-mail or username");
    await waitFor(() =>
      expect(name).toHaveAccessibleDescription("Enter your e-mail address or username."),
    );
  },
};

/** A phone number, as it is dialled in the country beside it. */
export const Phone: Story = {
  args: { identifier: "phone", defaultValues: { phone: "+4930901820" } },
};

/** A number that is none. */
export const PhoneInvalid: Story = {
  args: { identifier: "phone" },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("Phone number"), "+1 5");
    await userEvent.type(canvas.getByLabelText("Password"), "x{Enter}");
    await waitFor(() => expect(canvas.getByLabelText("Phone number")).toBeInvalid());
  },
};

const enterprise: Story = { args: { connectionForDomain: { "harbour.example": "harbour-saml" } } };

/** The address belongs to an organization: no password, and the button leads to its page. */
export const Enterprise: Story = {
  ...enterprise,
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("E-mail"), "ada@harbour.example");
    await expect(canvas.getByText(/your organization's page/)).toBeVisible();
    await expect(canvas.queryByLabelText("Password")).toBeNull();
    await expect(canvas.getByRole("button", { name: "Continue" })).toBeVisible();
  },
};

/** On the way to the organization's page. */
export const EnterpriseLeaving: Story = {
  ...enterprise,
  parameters: { client: { loginWithConnection: never } },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("E-mail"), "ada@harbour.example{Enter}");
    await canvas.findByRole("button", { name: "Signing in" });
  },
};

/** The browser does not keep what the way back needs. */
export const EnterpriseRefused: Story = {
  ...enterprise,
  parameters: {
    client: {
      loginWithConnection: async () => {
        throw fakeError("storage_unavailable");
      },
    },
  },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("E-mail"), "ada@harbour.example{Enter}");
    await canvas.findByText(/Allow site data/);
  },
};

/** The app's server is asked whose name it is; the password disappears, and the focus goes on to the button. */
export const EnterpriseResolved: Story = {
  args: { resolveConnection: async () => "harbour-saml" },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("E-mail"), "ada@harbour.example");
    await userEvent.click(canvas.getByLabelText("Password"));
    const onward = await canvas.findByRole("button", { name: "Continue" });
    await waitFor(() => expect(onward).toHaveFocus());
  },
};

/** The same in dark surroundings. */
export const Dark: Story = { ...Enterprise, globals: { theme: "dark" } };

/** The same in a page that reads from the right. */
export const RightToLeft: Story = { ...Enterprise, globals: { direction: "rtl" } };

/** A phone number as narrow as it gets. */
export const Narrow280: Story = {
  ...PhoneInvalid,
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

function never(): Promise<never> {
  return new Promise(() => {});
}
