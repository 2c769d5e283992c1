import { fakeError } from "@portico/core/testing";
import type { AuthError } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor } from "storybook/test";
import { Login } from "./login.js";

const meta: Meta<typeof Login> = {
  title: "Login/Other ways",
  component: Login,
  args: {
    connections: ["google-oauth2", "apple"],
    onSignup: fn(),
    onForgotPassword: fn(),
    onPasswordless: fn(),
  },
};

export default meta;

type Story = StoryObj<typeof Login>;

/** Everything that a login can offer. */
export const Everything: Story = {};

/** With more providers than are shown at once. */
export const ManyProviders: Story = {
  args: {
    connections: ["google-oauth2", "apple", "windowslive", "github", "linkedin", "facebook"],
  },
};

/** Somebody is invited: the tenant asks for everything itself, so nothing is asked for here. */
export const Invited: Story = {
  args: {
    invitation: "ticket",
    organization: "org_harbour",
    title: "Join Harbour Works",
    message: "Grace has invited you to her board.",
  },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole("textbox")).toBeNull();
    const onward = canvas.getByRole("button", { name: "Continue on the sign-in page" });
    await userEvent.click(onward);
    await expect(await canvas.findByRole("button", { name: /Signing in/ })).toBeVisible();
  },
};

/** What was typed goes along to wherever the reader turns. */
export const TakenAlong: Story = {
  play: async ({ args, canvas }) => {
    await userEvent.type(canvas.getByLabelText("E-mail"), "ada@example.com");
    await userEvent.click(canvas.getByRole("button", { name: "Forgot password?" }));
    await expect(args.onForgotPassword).toHaveBeenCalledWith("ada@example.com");
    await userEvent.click(canvas.getByRole("button", { name: "Sign in with a code instead" }));
    await expect(args.onPasswordless).toHaveBeenCalledWith("ada@example.com");
  },
};

/** How somebody last signed in here, by a provider. */
export const LastUsedProvider: Story = {
  args: { lastUsed: true },
  parameters: { client: { lastSignIn: () => ({ connection: "google-oauth2", at: 0 }) } },
  play: async ({ canvas }) => {
    await canvas.findByRole("button", { name: "Continue with Google Last used" });
  },
};

/** How somebody last signed in here, with a password. */
export const LastUsedName: Story = {
  args: { lastUsed: true, autoFocus: true },
  tags: ["!autodocs"],
  parameters: { client: { lastSignIn: () => ({ username: "ada@example.com", at: 0 }) } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByLabelText("E-mail")).toHaveValue("ada@example.com"));
    await expect(canvas.getByLabelText("Password")).toHaveFocus();
  },
};

/** The form is being sent: the providers wait. */
export const Pending: Story = {
  parameters: { client: { login: never } },
  play: async ({ canvas }) => {
    await signIn(canvas);
    await canvas.findByRole("button", { name: "Signing in" });
    await expect(canvas.getByRole("button", { name: /Google/ })).toHaveAttribute("aria-disabled");
  },
};

/** A provider's window is open beside the form. */
export const WindowOpen: Story = {
  args: { socialMode: "popup" },
  parameters: { client: { loginWithPopup: never } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: /Google/ }));
    await canvas.findByText(/Finish in the window/);
  },
};

/** The browser opened no window: the way on without one, above the form. */
export const WindowBlocked: Story = {
  args: { socialMode: "popup" },
  parameters: { client: { loginWithPopup: refuse(fakeError("popup_blocked")) } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: /Google/ }));
    await canvas.findByText(/Allow pop-ups here/);
  },
};

/** The password is known to others: the one way on is to choose another. */
export const LeakedPassword: Story = {
  parameters: { client: { login: refuse(fakeError("password_leaked")) } },
  play: async ({ args, canvas }) => {
    await signIn(canvas);
    const reset = await canvas.findByRole("button", { name: "Reset password" });
    await expect(canvas.getByRole("button", { name: "Sign in" })).toHaveAttribute(
      "data-variant",
      "quiet",
    );
    await userEvent.click(reset);
    await expect(args.onForgotPassword).toHaveBeenCalledWith("ada@example.com");
  },
};

/** A wrong pair, with everything around it. */
export const WrongCredentials: Story = {
  parameters: { client: { login: refuse(fakeError("invalid_credentials")) } },
  play: async ({ canvas }) => {
    await signIn(canvas);
    await canvas.findByText(/don't match/);
  },
};

/** In dark surroundings. */
export const Dark: Story = { ...LastUsedProvider, globals: { theme: "dark" } };

/** In a page that reads from the right. */
export const RightToLeft: Story = { ...LastUsedProvider, globals: { direction: "rtl" } };

/** As wide as a small phone. */
export const Narrow320: Story = {
  ...WrongCredentials,
  decorators: [(Inner) => <div className="preview-320">{Inner()}</div>],
};

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...LastUsedProvider,
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

async function signIn(canvas: {
  readonly getByLabelText: (label: string) => HTMLElement;
}): Promise<void> {
  await userEvent.type(canvas.getByLabelText("E-mail"), "ada@example.com");
  await userEvent.type(canvas.getByLabelText("Password"), "analytical engine{Enter}");
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}
