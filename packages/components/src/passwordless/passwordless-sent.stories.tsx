import { fakeError } from "@portico/core/testing";
import type { AuthError, Passwordless as PasswordlessCalls } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, type within } from "storybook/test";
import { FakeTenant } from "../../../../.storybook/fake-tenant.js";
import { fakeInbox, type InboxOptions } from "../../test/fake-inbox.js";
import { Passwordless } from "./passwordless.js";

const meta: Meta<typeof Passwordless> = {
  title: "Passwordless, sent",
  component: Passwordless,
  args: { onAuthenticated: fn(), onError: fn() },
};

export default meta;

type Story = StoryObj<typeof Passwordless>;
type Canvas = ReturnType<typeof within>;

/** The code was sent: its field has the focus, and says with it where the code went. */
export const Code: Story = {
  play: async ({ canvas }) => {
    await send(canvas);
    const code = await canvas.findByLabelText("Code");
    await expect(code).toHaveFocus();
    await expect(code).toHaveAccessibleDescription(/ada@example\.com/);
    const again = canvas.getByRole("button", { name: "Send it again" });
    await expect(again).toHaveAttribute("aria-disabled", "true");
    await expect(again).toHaveTextContent(/Send it again in \d+ s/);
  },
};

/** A code for a phone. */
export const CodeByPhone: Story = {
  args: { channel: "phone", defaultCountry: "US" },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("Phone number"), "(202) 555-0143{Enter}");
    await canvas.findByText(/\+12025550143/);
    await canvas.findByRole("button", { name: "Use another number" });
  },
};

/** Sent by the last digit. */
export const CodeSending: Story = {
  parameters: { client: { passwordless: { verify: never } } },
  play: async ({ canvas }) => {
    await send(canvas);
    await userEvent.type(await canvas.findByLabelText("Code"), "123 456");
    await canvas.findByRole("button", { name: "Signing in" });
    await expect(canvas.getByLabelText("Code")).toHaveValue("123456");
  },
};

/** A wrong code is emptied and asked for again. */
export const CodeWrong: Story = {
  parameters: { client: { passwordless: { verify: refuse(fakeError("invalid_otp")) } } },
  play: async ({ canvas }) => {
    await send(canvas);
    const code = await canvas.findByLabelText("Code");
    await userEvent.type(code, "000000");
    await waitFor(() => expect(code).toHaveAccessibleDescription(/wrong or has run out/));
    await expect(code).toHaveValue("");
    await expect(code).toHaveFocus();
  },
};

/** Sent empty. */
export const CodeMissing: Story = {
  play: async ({ canvas }) => {
    await send(canvas);
    await userEvent.click(await canvas.findByRole("button", { name: "Sign in" }));
    const code = canvas.getByLabelText("Code");
    await waitFor(() => expect(code).toHaveAccessibleDescription(/^Enter the code\./));
  },
};

/** Too many wrong codes: the form waits. */
export const CodeLocked: Story = {
  parameters: { client: { passwordless: { verify: refuse(fakeError("too_many_attempts")) } } },
  play: async ({ canvas }) => {
    await send(canvas);
    await userEvent.type(await canvas.findByLabelText("Code"), "000000");
    await canvas.findByText(/locked for now/);
    const button = canvas.getByRole("button", { name: "Sign in" });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toHaveTextContent(/Try again in/);
  },
};

/** The message may be sent again, and was. */
export const Resent: Story = {
  ...inbox({}),
  play: async ({ canvas }) => {
    await send(canvas);
    await userEvent.click(await canvas.findByRole("button", { name: "Send it again" }));
    await canvas.findByText("We've sent another one.");
  },
};

/** The message is on its way to be sent again. */
export const Resending: Story = {
  ...inbox({}, { resend: never }),
  play: async ({ canvas }) => {
    await send(canvas);
    await userEvent.click(await canvas.findByRole("button", { name: "Send it again" }));
    await canvas.findByRole("button", { name: "Sending" });
  },
};

/** It could not be sent again. */
export const ResendFailed: Story = {
  ...inbox({}, { resend: refuse(fakeError("network", { online: true })) }),
  play: async ({ canvas }) => {
    await send(canvas);
    await userEvent.click(await canvas.findByRole("button", { name: "Send it again" }));
    await canvas.findByText(/couldn't reach the sign-in service/);
  },
};

/** The page was loaded again while a message was waited for: nobody takes the focus. */
export const AfterReload: Story = {
  ...inbox({ wait: 20_000, sent: { destination: "ada@example.com" } }),
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText("Code")).not.toHaveFocus();
    await expect(canvas.getByText(/Send it again in/)).toBeVisible();
  },
};

/** Another address: what was typed is still there. */
export const AnotherAddress: Story = {
  play: async ({ canvas }) => {
    await send(canvas);
    await userEvent.click(await canvas.findByRole("button", { name: "Use another address" }));
    const email = await canvas.findByLabelText("E-mail");
    await expect(email).toHaveValue("ada@example.com");
    await expect(email).toHaveFocus();
  },
};

/** A link was sent: the focus is where the form was. */
export const Link: Story = {
  args: { send: "link" },
  play: async ({ canvas }) => {
    await send(canvas, "Send link");
    const card = await canvas.findByRole("region", { name: "Check your inbox" });
    await expect(card).toHaveFocus();
    await expect(card).toHaveTextContent(/ada@example\.com/);
  },
};

/** The link could not be sent again. */
export const LinkResendFailed: Story = {
  ...inbox({}, { resend: refuse(fakeError("server")) }),
  args: { send: "link", onBack: fn() },
  play: async ({ canvas }) => {
    await send(canvas, "Send link");
    await userEvent.click(await canvas.findByRole("button", { name: "Send it again" }));
    await canvas.findByText(/went wrong on our side/);
  },
};

/** Every step has a way back to the one before. */
export const WithBack: Story = {
  args: { onBack: fn() },
  play: async ({ args, canvas }) => {
    await send(canvas);
    await canvas.findByLabelText("Code");
    await userEvent.click(canvas.getByRole("button", { name: "Back" }));
    await canvas.findByLabelText("E-mail");
    await expect(args.onBack).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole("button", { name: "Back" }));
    await expect(args.onBack).toHaveBeenCalledOnce();
  },
};

/** A second factor is due that the app has no screen for. */
export const HostedHandOver: Story = {
  parameters: {
    client: {
      passwordless: { verify: refuse(fakeError("third_party_cookies_blocked")) },
      loginWithConnection: never,
    },
  },
  play: async ({ canvas }) => {
    await send(canvas);
    await userEvent.type(await canvas.findByLabelText("Code"), "123456");
    const button = await canvas.findByRole("button", { name: "Continue on the sign-in page" });
    await waitFor(() => expect(button).toHaveFocus());
  },
};

/** Somebody has signed in. */
export const SignedIn: Story = {
  play: async ({ args, canvas }) => {
    await send(canvas);
    await userEvent.type(await canvas.findByLabelText("Code"), "123456");
    await canvas.findByRole("button", { name: "Signed in" });
    await expect(args.onAuthenticated).toHaveBeenCalledOnce();
    await expect(canvas.getByLabelText("Code")).toHaveValue("");
  },
};

/** In dark surroundings. */
export const Dark: Story = { ...CodeWrong, globals: { theme: "dark" } };

/** In a page that reads from the right. */
export const RightToLeft: Story = { ...CodeWrong, globals: { direction: "rtl" } };

/** As wide as a small phone. */
export const Narrow320: Story = {
  ...CodeWrong,
  decorators: [(Inner) => <div className="preview-320">{Inner()}</div>],
};

/** Other words and another length. */
export const OtherWords: Story = {
  args: {
    codeLength: 4,
    messages: { fields: { code: "Four digits" } },
  },
  play: async ({ canvas }) => {
    await send(canvas);
    await userEvent.type(await canvas.findByLabelText("Four digits"), "1234");
    await canvas.findByRole("button", { name: "Signed in" });
  },
};

async function send(canvas: Canvas, name = "Send code"): Promise<void> {
  await userEvent.type(canvas.getByLabelText("E-mail"), "ada@example.com");
  await userEvent.click(canvas.getByRole("button", { name }));
}

/** A tenant whose messages may be sent again at another time. */
function inbox(options: InboxOptions, calls: Partial<PasswordlessCalls> = {}): Story {
  return {
    parameters: { client: "own" },
    render: (args) => (
      <FakeTenant passwordless={{ ...fakeInbox(options), ...calls }}>
        <Passwordless {...args} />
      </FakeTenant>
    ),
  };
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}
