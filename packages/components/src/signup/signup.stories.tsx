import { fakeError } from "@portico/core/testing";
import type { AuthError, PasswordRule, SignupOutcome } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { FakeTenant } from "../../../../.storybook/fake-tenant.js";
import { Signup } from "./signup.js";

const meta: Meta<typeof Signup> = {
  title: "Signup",
  component: Signup,
  args: { onAuthenticated: fn(), onAccepted: fn(), onError: fn(), onLogin: fn() },
};

export default meta;

type Story = StoryObj<typeof Signup>;
type Context = Parameters<NonNullable<Story["play"]>>[0];

/** Nothing typed yet. */
export const Idle: Story = {};

/** The e-mail address came along from the login form. */
export const WithEmail: Story = {
  args: { defaultValues: { email: "ada@example.com" }, autoFocus: true },
  play: async ({ canvas }) => expect(canvas.getByLabelText("Password")).toHaveFocus(),
};

/** Sent empty. */
export const FieldErrors: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Create account" }));
    await canvas.findByText("Enter your e-mail address.");
  },
};

/** The tenant refuses the address. */
export const EmailRefused: Story = {
  parameters: { client: { signup: refuse(fakeError("invalid_email")) } },
  play: async ({ canvas }) => {
    await signUp(canvas);
    const email = canvas.getByLabelText("E-mail");
    await waitFor(() => expect(email).toBeInvalid());
    await expect(email).toHaveFocus();
    await expect(email).toHaveValue("ada@example.com");
  },
};

/** The connection's policy is known: its rules are ticked off while the password is typed. */
export const WithPolicy: Story = {
  args: { passwordPolicy: "good" },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("Password"), "analytical");
    const rule = canvas.getByText(/At least 8 characters/).closest("li");
    await expect(rule).toHaveTextContent("done");
  },
};

/** Sent with a password that the policy would refuse: nothing leaves the page. */
export const PolicyBroken: Story = {
  args: { passwordPolicy: "excellent" },
  play: async ({ canvas }) => {
    await signUp(canvas);
    await canvas.findByText(/meets the rules below/);
  },
};

const rules: readonly PasswordRule[] = [
  { code: "lengthAtLeast", format: [10], verified: true, items: [] },
  {
    code: "containsAtLeast",
    format: [3, 4],
    verified: false,
    items: [
      { code: "lowerCase", format: [], verified: true, items: [] },
      { code: "upperCase", format: [], verified: false, items: [] },
      { code: "numbers", format: [], verified: false, items: [] },
      { code: "specialCharacters", format: [], verified: false, items: [] },
    ],
  },
  { code: "identicalChars", format: [2], verified: true, items: [] },
];

/** The tenant refuses the password and says by which rules. */
export const PasswordRefused: Story = {
  parameters: {
    client: { signup: refuse(fakeError("invalid_password", { policy: "strength", rules })) },
  },
  play: async ({ canvas }) => {
    await signUp(canvas);
    await canvas.findByText("Choose a stronger password.");
    const password = canvas.getByLabelText("Password");
    await expect(password).toHaveFocus();
    await expect(password).toHaveValue("");
    await expect(password).toHaveAccessibleDescription(/An uppercase letter/);
  },
};

/** The tenant creates no accounts for now. */
export const Refused: Story = {
  parameters: { client: { signup: refuse(fakeError("signup_disabled")) } },
  play: async ({ canvas }) => {
    await signUp(canvas);
    await canvas.findByText(/can't be created here right now/);
  },
};

/** The app may say who has an account, and says it. */
export const AccountDisclosed: Story = {
  args: { discloseAccounts: true },
  parameters: { client: { signup: refuse(fakeError("user_exists")) } },
  play: async ({ args, canvas }) => {
    await signUp(canvas);
    await canvas.findByText(/There's an account for that address already/);
    await expect(args.onError).toHaveBeenCalledOnce();
  },
};

/** The button keeps its width and says what it does. */
export const Pending: Story = {
  parameters: { client: { signup: () => new Promise<never>(() => {}) } },
  play: async ({ canvas }) => {
    await signUp(canvas);
    await canvas.findByRole("button", { name: "Creating account" });
  },
};

/** The tenant asks to wait. */
export const RateLimited: Story = {
  parameters: {
    client: { signup: refuse(fakeError("rate_limited", {}, { retryAfter: 30_000 })) },
  },
  play: async ({ canvas }) => {
    await signUp(canvas);
    await canvas.findByText(/Wait 30 seconds/);
  },
};

/** The account is there; nothing says whether it has been there before. */
export const Accepted: Story = {
  parameters: { client: { signup: accept() } },
  play: endsNeutrally,
};

/** The address has an account already, and everything is as if it had none. */
export const AccountHidden: Story = {
  parameters: { client: { signup: refuse(fakeError("user_exists")) } },
  play: endsNeutrally,
};

/** The account is there, and the app may say so. */
export const AcceptedDisclosed: Story = {
  args: { discloseAccounts: true },
  parameters: { client: { signup: accept() } },
  play: async ({ args, canvas }) => {
    await signUp(canvas);
    const card = await canvas.findByRole("region", { name: "Your account is created" });
    await waitFor(() => expect(card).toHaveFocus());
    await expect(args.onAccepted).toHaveBeenCalledWith("ada@example.com");
    await canvas.findByRole("button", { name: "Sign in now" });
  },
};

/** Signed in at once. */
export const SignedIn: Story = {
  args: { signIn: true },
  play: async ({ args, canvas }) => {
    await signUp(canvas);
    await canvas.findByRole("button", { name: "Signed in" });
    await waitFor(() => expect(args.onAuthenticated).toHaveBeenCalledOnce());
  },
};

/** The account is there, and the address has to be confirmed on the tenant's page. */
export const AcceptedUnconfirmed: Story = {
  args: { signIn: true },
  parameters: { client: { signup: accept(fakeError("requires_verification")) } },
  play: async ({ canvas }) => {
    await signUp(canvas);
    await canvas.findByText(/Confirm your address first/);
    await canvas.findByRole("button", { name: "Continue on the sign-in page" });
  },
};

/** The account is there, and this browser signs in on the tenant's page only. */
export const AcceptedHandOver: Story = {
  args: { signIn: true },
  parameters: { client: { signup: accept(fakeError("third_party_cookies_blocked")) } },
  play: async ({ canvas }) => {
    await signUp(canvas);
    await canvas.findByRole("button", { name: "Continue on the sign-in page" });
  },
};

/** In dark surroundings. */
export const Dark: Story = { ...PasswordRefused, globals: { theme: "dark" } };

/** In a page that reads from the right. */
export const RightToLeft: Story = { ...PasswordRefused, globals: { direction: "rtl" } };

/** As wide as a small phone. */
export const Narrow320: Story = {
  ...PasswordRefused,
  decorators: [(Inner) => <div className="preview-320">{Inner()}</div>],
};

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...PolicyBroken,
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

const refusals: readonly AuthError[] = [
  fakeError("network", { online: true }),
  fakeError("network", { online: false }),
  fakeError("timeout", { deadline: 15_000 }),
  fakeError("rate_limited"),
  fakeError("server"),
  fakeError("invalid_response"),
  fakeError("insecure_context"),
  fakeError("username_exists"),
  fakeError("signup_disabled"),
  fakeError("access_denied"),
  fakeError("unauthorized_client"),
  fakeError("origin_not_allowed"),
  fakeError("invalid_request"),
  fakeError("password_leaked"),
];

/** Everything that a tenant, a browser or a network can refuse here. */
export const Refusals: Story = {
  parameters: { client: "own" },
  render: () => (
    <div className="preview-gallery">
      {refusals.map((error, index) => (
        <FakeTenant key={index} signup={refuse(error)}>
          <Signup title={`${error.code} (${index})`} defaultValues={{ email: "ada@example.com" }} />
        </FakeTenant>
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    for (const card of canvas.getAllByRole("region")) {
      const form = within(card);
      await userEvent.type(form.getByLabelText("Password"), "x{Enter}");
      await waitFor(() => expect(form.getByRole("alert")).not.toBeEmptyDOMElement());
    }
  },
};

async function endsNeutrally({ args, canvas }: Pick<Context, "args" | "canvas">): Promise<void> {
  await signUp(canvas);
  const card = await canvas.findByRole("region", { name: "Look for our message" });
  await waitFor(() => expect(card).toHaveFocus());
  await canvas.findByRole("button", { name: "Sign in now" });
  await expect(args.onAccepted).toHaveBeenCalledWith("ada@example.com");
  await expect(args.onError).not.toHaveBeenCalled();
}

async function signUp(canvas: ReturnType<typeof within>): Promise<void> {
  await userEvent.type(canvas.getByLabelText("E-mail"), "ada@example.com");
  await userEvent.type(canvas.getByLabelText("Password"), "engine{Enter}");
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

function accept(signInError?: AuthError): () => Promise<SignupOutcome> {
  return async () => ({
    kind: "accepted",
    destination: "ada@example.com",
    ...(signInError && { signInError }),
  });
}
