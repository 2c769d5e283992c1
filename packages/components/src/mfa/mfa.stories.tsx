import { fakeChallenge, fakeError, fakeUser } from "@portico/core/testing";
import type { AuthError } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, type within } from "storybook/test";
import { Mfa } from "./mfa.js";

const meta: Meta<typeof Mfa> = {
  title: "Mfa",
  component: Mfa,
  args: { challenge: fakeChallenge, onAuthenticated: fn(), onStartOver: fn() },
};

export default meta;

type Story = StoryObj<typeof Mfa>;

/** Every kind of factor that a user can have. */
export const Choose: Story = {
  parameters: { client: { mfa: { authenticators: async () => every } } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("button", { name: /^Text message/ })).toBeVisible();
  },
};

/** The list is on its way. */
export const Loading: Story = {
  parameters: { client: { mfa: { authenticators: never } } },
  play: async ({ canvas }) => {
    await canvas.findByText("Looking up your second step");
  },
};

/** The list did not come. */
export const NotListed: Story = {
  parameters: {
    client: { mfa: { authenticators: refuse(fakeError("network", { online: true })) } },
  },
  play: async ({ canvas }) => {
    await canvas.findByRole("button", { name: "Try again" });
    await canvas.findByText(/We couldn't reach/);
  },
};

/** The tenant asks to wait before another message is sent. */
export const ChoiceRefused: Story = {
  parameters: {
    client: {
      mfa: { challenge: refuse(fakeError("rate_limited", {}, { retryAfter: 30_000 })) },
    },
  },
  play: async ({ canvas }) => {
    const button = await choose(canvas, /^Text message/);
    await canvas.findByText(/Wait 30 seconds/);
    await expect(button).toHaveAttribute("aria-disabled", "true");
  },
};

/** A factor that this page knows nothing of: the tenant's own page does. */
export const Elsewhere: Story = {
  parameters: { client: { mfa: { authenticators: async () => [] }, loginWithConnection: never } },
  play: async ({ canvas }) => {
    await canvas.findByRole("button", { name: "Continue on the sign-in page" });
  },
};

/** The only authenticator app of a user is chosen by itself. */
export const AppCode: Story = {
  parameters: { client: { mfa: { authenticators: async () => [app, recovery] } } },
  play: async ({ canvas }) => {
    await canvas.findByLabelText("Code");
    await expect(canvas.getByRole("button", { name: "Use a recovery code" })).toBeVisible();
    await expect(canvas.queryByRole("button", { name: "Try another way" })).toBeNull();
  },
};

/** A code was sent; it can be sent again after a while. */
export const MessageCode: Story = {
  parameters: { client: { mfa: { authenticators: async () => every } } },
  play: async ({ canvas }) => {
    await choose(canvas, /^Text message/);
    await waitFor(() => expect(canvas.getByLabelText("Code")).toHaveFocus());
    await canvas.findByText(/Send it again in \d+ s/);
  },
};

/** A wrong code: said at the field, which is emptied and asked again. */
export const WrongCode: Story = {
  parameters: { client: { mfa: { verify: refuse(fakeError("invalid_otp")) } } },
  play: async ({ canvas }) => {
    await choose(canvas, /^Text message/);
    const code = await canvas.findByLabelText("Code");
    await userEvent.type(code, "123456");
    await waitFor(() => expect(code).toHaveAccessibleDescription(/That code is wrong/));
    await expect(code).toHaveFocus();
    await expect(code).toHaveValue("");
  },
};

/** The code is being checked. */
export const Checking: Story = {
  parameters: { client: { mfa: { verify: never } } },
  play: async ({ canvas }) => {
    await choose(canvas, /^Text message/);
    await userEvent.type(await canvas.findByLabelText("Code"), "123456");
    await canvas.findByRole("button", { name: "Checking" });
  },
};

/** Too many wrong codes: the button counts down. */
export const RateLimited: Story = {
  parameters: {
    client: { mfa: { verify: refuse(fakeError("rate_limited", {}, { retryAfter: 30_000 })) } },
  },
  play: async ({ canvas }) => {
    await choose(canvas, /^Text message/);
    await userEvent.type(await canvas.findByLabelText("Code"), "123456");
    await canvas.findByText(/Wait 30 seconds/);
  },
};

/** A question on a device is answered there. */
export const Waiting: Story = {
  parameters: { client: { mfa: { authenticators: async () => every, verify: never } } },
  play: async ({ canvas }) => {
    await choose(canvas, /^Notification/);
    await canvas.findByRole("button", { name: "Waiting for your answer" });
  },
};

/** The answer on the device was no. */
export const Denied: Story = {
  parameters: {
    client: {
      mfa: { authenticators: async () => every, verify: refuse(fakeError("access_denied")) },
    },
  },
  play: async ({ canvas }) => {
    await choose(canvas, /^Notification/);
    await canvas.findByText(/The answer from your device was no/);
  },
};

/** A recovery code in place of the app's. */
export const RecoveryCode: Story = {
  parameters: { client: { mfa: { authenticators: async () => [app, recovery] } } },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Use a recovery code" }));
    await expect(canvas.getByLabelText("Recovery code")).toHaveFocus();
  },
};

/** A new recovery code takes the place of the one that was spent, before the app goes on. */
export const NewRecoveryCode: Story = {
  parameters: {
    client: {
      user: fakeUser,
      mfa: {
        authenticators: async () => [app, recovery],
        verify: async () => ({ ...(await signedIn()), recoveryCode: "K7XB2MQ9T4RZ8WYC3JNP6HDF" }),
      },
    },
  },
  play: async (context) => {
    const { args, canvas } = context;
    await RecoveryCode.play?.(context);
    await userEvent.type(canvas.getByLabelText("Recovery code"), "OLD{Enter}");
    const onward = await canvas.findByRole("button", { name: "Continue" });
    await canvas.findByText("K7XB2MQ9T4RZ8WYC3JNP6HDF");
    await userEvent.click(onward);
    const box = canvas.getByRole("checkbox");
    await expect(box).toHaveFocus();
    await expect(box).toHaveAccessibleDescription(/safe place first/);
    await expect(args.onAuthenticated).not.toHaveBeenCalled();
  },
};

/** The sign-in took too long. */
export const Expired: Story = {
  args: { challenge: { ...fakeChallenge, expiresAt: 0 } },
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Sign in again" }));
    await expect(args.onStartOver).toHaveBeenCalledOnce();
  },
};

/** Somebody is signed in. */
export const SignedIn: Story = {
  play: async ({ args, canvas }) => {
    await choose(canvas, /^Text message/);
    await userEvent.type(await canvas.findByLabelText("Code"), "123456");
    await canvas.findByRole("button", { name: "Signed in" });
    await expect(args.onAuthenticated).toHaveBeenCalledOnce();
  },
};

/** In dark surroundings. */
export const Dark: Story = { ...Choose, globals: { theme: "dark" } };

/** In a page that reads from the right. */
export const RightToLeft: Story = { ...Choose, globals: { direction: "rtl" } };

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...Choose,
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

const app = { id: "totp|1", factor: "otp", active: true } as const;
const recovery = { id: "recovery-code|1", factor: "recovery-code", active: true } as const;
const every = [
  app,
  { id: "sms|1", factor: "sms", active: true, name: "XXXXXXXX4567" },
  { id: "voice|1", factor: "voice", active: true, name: "XXXXXXXX4567" },
  { id: "email|1", factor: "email", active: true, name: "a**@example.com" },
  { id: "push|1", factor: "push", active: true, name: "Ada's phone" },
  recovery,
] as const;

async function signedIn() {
  return { kind: "authenticated", session: { user: fakeUser } };
}

async function choose(
  canvas: ReturnType<typeof within>,
  name: string | RegExp,
): Promise<HTMLElement> {
  const button = await canvas.findByRole("button", { name });
  await userEvent.click(button);
  return button;
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}
