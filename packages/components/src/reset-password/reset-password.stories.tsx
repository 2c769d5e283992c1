import { fakeError } from "@portico/core/testing";
import type { AuthError } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, type within } from "storybook/test";
import { ResetPassword } from "./reset-password.js";

const meta: Meta<typeof ResetPassword> = {
  title: "ResetPassword",
  component: ResetPassword,
  args: { onLogin: fn(), onAccepted: fn() },
  // The wait that a story begins would go on in the next one.
  beforeEach: () => sessionStorage.clear(),
};

export default meta;

type Story = StoryObj<typeof ResetPassword>;

/** Nothing typed yet. */
export const Idle: Story = {};

/** The address that somebody typed before comes along. */
export const Prefilled: Story = {
  args: { defaultValues: { email: "ada@example.com" } },
  play: async ({ canvas }) =>
    expect(canvas.getByLabelText("E-mail")).toHaveValue("ada@example.com"),
};

/** Sent with half an address: the field says what it needs. */
export const FieldError: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, "ada");
    const email = canvas.getByLabelText("E-mail");
    await waitFor(() =>
      expect(email).toHaveAccessibleDescription("Enter an address like name@example.com."),
    );
    await expect(email).toHaveFocus();
    await expect(email).toHaveValue("ada");
  },
};

/** The message is being sent. */
export const Pending: Story = {
  parameters: { client: { resetPassword: never } },
  play: async ({ canvas }) => {
    await ask(canvas);
    await canvas.findByRole("button", { name: "Sending" });
  },
};

/** The same screen for every address; the message can be sent again after a while. */
export const Sent: Story = {
  play: async ({ args, canvas }) => {
    await ask(canvas);
    const card = await canvas.findByRole("region", { name: "Check your inbox" });
    await waitFor(() => expect(card).toHaveFocus());
    await expect(card).toHaveTextContent(/ada@example\.com/);
    await expect(card).toHaveTextContent(/Send it again in \d+ s/);
    await expect(args.onAccepted).toHaveBeenCalledWith("ada@example.com");
  },
};

/** Back for another address: the one that was typed is still there. */
export const Returned: Story = {
  play: async ({ canvas }) => {
    await ask(canvas);
    await userEvent.click(await canvas.findByRole("button", { name: "Back" }));
    const email = canvas.getByLabelText("E-mail");
    await expect(email).toHaveFocus();
    await expect(email).toHaveValue("ada@example.com");
  },
};

/** Too many messages: the button counts down. */
export const RateLimited: Story = {
  parameters: {
    client: { resetPassword: refuse(fakeError("rate_limited", {}, { retryAfter: 30_000 })) },
  },
  play: async ({ canvas }) => {
    await ask(canvas);
    await canvas.findByText(/Wait 30 seconds/);
    await expect(canvas.getByRole("button", { name: "Send link" })).toHaveTextContent(/30 s/);
  },
};

/** No connection; what was typed stays. */
export const Offline: Story = {
  parameters: { client: { resetPassword: refuse(fakeError("network", { online: false })) } },
  play: async ({ canvas }) => {
    await ask(canvas);
    await canvas.findByText(/You're offline/);
    await expect(canvas.getByLabelText("E-mail")).toHaveValue("ada@example.com");
  },
};

/** In dark surroundings. */
export const Dark: Story = { ...Sent, globals: { theme: "dark" } };

/** In a page that reads from the right. */
export const RightToLeft: Story = { ...Sent, globals: { direction: "rtl" } };

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...Sent,
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

async function ask(canvas: ReturnType<typeof within>, address = "ada@example.com"): Promise<void> {
  await userEvent.type(canvas.getByLabelText("E-mail"), `${address}{Enter}`);
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}
