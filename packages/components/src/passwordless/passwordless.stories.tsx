import { fakeError } from "@portico/core/testing";
import type { AuthError } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, type within } from "storybook/test";
import { Passwordless } from "./passwordless.js";

const meta: Meta<typeof Passwordless> = {
  title: "Passwordless",
  component: Passwordless,
  args: { onAuthenticated: fn(), onError: fn() },
};

export default meta;

type Story = StoryObj<typeof Passwordless>;
type Canvas = ReturnType<typeof within>;

/** Asks for an e-mail address. */
export const Email: Story = {};

/** Asks for an e-mail address to send a link to. */
export const EmailLink: Story = { args: { send: "link" } };

/** Asks for a phone number; the country is the reader's. */
export const Phone: Story = {
  args: { channel: "phone", defaultCountry: "DE" },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByLabelText("Country")).toHaveValue("DE"));
    await expect(canvas.getByText("+49")).toBeVisible();
  },
};

/** A number with a plus sign chooses its country by itself. */
export const PhoneFromAbroad: Story = {
  args: { channel: "phone", defaultCountry: "DE" },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("Phone number"), "+33 6 12 34 56 78");
    await expect(canvas.getByLabelText("Country")).toHaveDisplayValue("France +33");
    await expect(canvas.getByText("FR")).toBeVisible();
  },
};

/** No country is known: the reader chooses one, or types the whole number. */
export const PhoneWithoutCountry: Story = {
  args: { channel: "phone", countries: ["AT", "CH", "DE"] },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("Phone number"), "030 901820{Enter}");
    await waitFor(() => expect(canvas.getByLabelText("Phone number")).toBeInvalid());
    await userEvent.selectOptions(canvas.getByLabelText("Country"), "DE");
    await waitFor(() => expect(canvas.getByLabelText("Phone number")).not.toBeInvalid());
  },
};

/** The reader has the choice, and another way besides. */
export const Either: Story = {
  args: { channel: "either", defaultCountry: "US", onPassword: fn() },
  play: async ({ args, canvas }) => {
    await userEvent.type(canvas.getByLabelText("E-mail"), "ada@example.com");
    await userEvent.click(canvas.getByRole("button", { name: "Send it to my phone instead" }));
    await expect(canvas.getByLabelText("Phone number")).toHaveFocus();
    await userEvent.click(canvas.getByRole("button", { name: /^Send it to my e-mail/ }));
    await expect(canvas.getByLabelText("E-mail")).toHaveFocus();
    await expect(canvas.getByLabelText("E-mail")).toHaveValue("ada@example.com");
    await userEvent.click(canvas.getByRole("button", { name: /password/ }));
    await expect(args.onPassword).toHaveBeenCalledWith("ada@example.com");
  },
};

/** Sent empty. */
export const EmailError: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Send code" }));
    const email = canvas.getByLabelText("E-mail");
    await waitFor(() => expect(email).toHaveAccessibleDescription("Enter your e-mail address."));
    await expect(email).toHaveFocus();
  },
};

/** No whole number. */
export const PhoneError: Story = {
  args: { channel: "phone", defaultCountry: "DE" },
  play: async ({ canvas }) => {
    const phone = canvas.getByLabelText("Phone number");
    await userEvent.type(phone, "030{Enter}");
    await waitFor(() => expect(phone).toHaveAccessibleDescription(/^Enter a number like/));
    await expect(phone).toHaveFocus();
  },
};

/** The tenant cannot send to that number. */
export const PhoneRefused: Story = {
  args: { channel: "phone", defaultCountry: "DE" },
  parameters: { client: { passwordless: { start: refuse(fakeError("sms_provider_error")) } } },
  play: async ({ canvas }) => {
    const phone = canvas.getByLabelText("Phone number");
    await userEvent.type(phone, "030 901820{Enter}");
    await waitFor(() => expect(phone).toHaveAccessibleDescription(/couldn't send a text message/));
    await expect(phone).toHaveValue("030 901820");
  },
};

/** The message is on its way to be sent. */
export const Sending: Story = {
  parameters: { client: { passwordless: { start: never } } },
  play: async ({ canvas }) => {
    await send(canvas);
    await canvas.findByRole("button", { name: "Sending" });
  },
};

/** Too many messages were asked for. */
export const SendingLimited: Story = {
  parameters: {
    client: {
      passwordless: { start: refuse(fakeError("rate_limited", {}, { retryAfter: 30_000 })) },
    },
  },
  play: async ({ canvas }) => {
    await send(canvas);
    await canvas.findByText(/Wait 30 seconds/);
    await expect(canvas.getByRole("button", { name: "Send code" })).toHaveTextContent(/30 s/);
  },
};

/** A captcha stands before every message. */
export const Captcha: Story = {
  args: {
    captcha: ({ onSolved }) => (
      <button type="button" onClick={() => onSolved("yes")}>
        I am no robot
      </button>
    ),
  },
  play: async ({ canvas }) => {
    await send(canvas);
    await canvas.findByText("Finish the check first.");
    await userEvent.click(canvas.getByRole("button", { name: "I am no robot" }));
    await userEvent.click(canvas.getByRole("button", { name: "Send code" }));
    await canvas.findByRole("heading", { name: "Enter the code" });
  },
};

/** The number, in dark surroundings. */
export const Dark: Story = { ...PhoneError, globals: { theme: "dark" } };

/** The number, in a page that reads from the right. */
export const RightToLeft: Story = { ...PhoneError, globals: { direction: "rtl" } };

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...PhoneError,
  args: { ...PhoneError.args, channel: "either", defaultValues: { phone: "+49" } },
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

async function send(canvas: Canvas): Promise<void> {
  await userEvent.type(canvas.getByLabelText("E-mail"), "ada@example.com");
  await userEvent.click(canvas.getByRole("button", { name: "Send code" }));
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}
