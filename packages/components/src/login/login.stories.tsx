import { fakeError } from "@portico/core/testing";
import type { AuthError } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { FakeTenant } from "../../../../.storybook/fake-tenant.js";
import { Login } from "./login.js";

const meta: Meta<typeof Login> = {
  title: "Login",
  component: Login,
  args: { onAuthenticated: fn(), onSignup: fn() },
};

export default meta;

type Story = StoryObj<typeof Login>;

/** Nothing typed yet, and nothing moves unseen. */
export const Idle: Story = {
  play: async ({ canvasElement }) =>
    expect(canvasElement.getAnimations({ subtree: true })).toEqual([]),
};

/** The first field has the focus, because the panel was asked for. */
export const Focused: Story = {
  // On the page of all stories it would scroll the reader past the beginning.
  tags: ["!autodocs"],
  args: { autoFocus: true },
  play: async ({ canvas }) => expect(canvas.getByLabelText("E-mail")).toHaveFocus(),
};

/** Both fields filled; the password can be looked at, and the caret stays where it was. */
export const Filled: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("E-mail"), "ada@example.com");
    const password = canvas.getByLabelText<HTMLInputElement>("Password");
    await userEvent.type(password, "analytical engine");
    password.setSelectionRange(4, 7);
    await userEvent.click(canvas.getByRole("button", { name: "Show password", pressed: false }));
    await expect(password).toHaveFocus();
    await expect(password).toHaveProperty("type", "text");
    await expect([password.selectionStart, password.selectionEnd]).toEqual([4, 7]);
  },
};

/** Sent empty: each field says what it needs, and the first one has the focus. */
export const FieldErrors: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
    const email = canvas.getByLabelText("E-mail");
    await waitFor(() => expect(email).toHaveAccessibleDescription("Enter your e-mail address."));
    await expect(email).toHaveFocus();
    await expect(email).toBeInvalid();
  },
};

/** A wrong pair: no field is blamed, the address stays and the password is asked for again. */
export const WrongCredentials: Story = {
  parameters: { client: { login: refuse(fakeError("invalid_credentials")) } },
  play: async ({ canvas }) => {
    await signIn(canvas);
    await expect(await canvas.findByText(/don't match/)).toBeVisible();
    await expect(canvas.getByLabelText("E-mail")).toHaveValue("ada@example.com");
    await expect(canvas.getByLabelText("Password")).toHaveValue("");
    await expect(canvas.getByLabelText("Password")).toHaveFocus();
    await expect(canvas.getByLabelText("Password")).not.toBeInvalid();
  },
};

/** The button keeps its width and says what it does. */
export const Pending: Story = {
  parameters: { client: { login: never } },
  play: async ({ canvas }) => {
    const width = canvas.getByRole("button", { name: "Sign in" }).offsetWidth;
    await signIn(canvas);
    const button = await canvas.findByRole("button", { name: "Signing in" });
    await expect(button.offsetWidth).toBe(width);
    await expect(button).toHaveAttribute("aria-disabled", "true");
  },
};

/** After four seconds, a line says that it takes longer. */
export const PendingLong: Story = {
  parameters: { client: { login: never } },
  play: async ({ canvas }) => {
    await signIn(canvas);
    await canvas.findByText(/longer than usual/, {}, { timeout: 6000 });
  },
};

/** The tenant asks to wait: the button counts down, in silence, and nothing can be sent. */
export const RateLimited: Story = {
  parameters: {
    client: { login: refuse(fakeError("rate_limited", {}, { retryAfter: 30_000 })) },
  },
  play: async ({ canvas }) => {
    await signIn(canvas);
    await canvas.findByText(/Wait 30 seconds/);
    const button = canvas.getByRole("button", { name: "Sign in" });
    await expect(button).toHaveTextContent(/Try again in 30 s/);
    await expect(button).toHaveAttribute("aria-disabled", "true");
  },
};

/** The browser hides the tenant's cookies: what happened, and one button on. */
export const HostedHandOver: Story = {
  parameters: {
    client: { login: refuse(fakeError("third_party_cookies_blocked")), loginWithConnection: never },
  },
  play: async ({ canvas }) => {
    await signIn(canvas);
    const button = await canvas.findByRole("button", { name: "Continue on the sign-in page" });
    await waitFor(() => expect(button).toHaveFocus());
  },
};

/** Neither does the browser keep what the way back needs. */
export const HostedRefused: Story = {
  parameters: {
    client: {
      login: refuse(fakeError("third_party_cookies_blocked")),
      loginWithConnection: refuse(fakeError("storage_unavailable")),
    },
  },
  play: async ({ canvas }) => {
    await signIn(canvas);
    await userEvent.click(await canvas.findByRole("button", { name: /^Continue/ }));
    await canvas.findByText(/Allow site data/);
  },
};

/** The page is about to be left: the button stays busy. */
export const Redirecting: Story = {
  args: { via: "redirect" },
  parameters: { client: { login: async () => ({ kind: "redirecting" }) } },
  play: async ({ canvas }) => {
    await signIn(canvas);
    await canvas.findByRole("button", { name: "Signing in" });
  },
};

/** Somebody has signed in; the password is gone. */
export const SignedIn: Story = {
  play: async ({ args, canvas }) => {
    await signIn(canvas);
    await canvas.findByRole("button", { name: "Signed in" });
    await expect(args.onAuthenticated).toHaveBeenCalledOnce();
    await expect(canvas.getByLabelText("Password")).toHaveValue("");
  },
};

/** In dark surroundings. */
export const Dark: Story = { ...WrongCredentials, globals: { theme: "dark" } };

/** In a page that reads from the right. */
export const RightToLeft: Story = {
  ...WrongCredentials,
  globals: { direction: "rtl" },
  play: async (context) => {
    await WrongCredentials.play?.(context);
    const { textAlign } = getComputedStyle(context.canvas.getByLabelText("E-mail"));
    await expect(textAlign).toBe("right");
  },
};

/** As wide as a small phone. */
export const Narrow320: Story = {
  ...WrongCredentials,
  decorators: [(Inner) => <div className="preview-320">{Inner()}</div>],
};

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...FieldErrors,
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

/** Other words, and no way to sign up. */
export const OtherWords: Story = {
  args: {
    onSignup: undefined,
    title: "Welcome to the drawing board",
    messages: { login: { submit: "Open the board" } },
  },
};

const refusals: readonly AuthError[] = [
  fakeError("network", { online: true }),
  fakeError("network", { online: false }),
  fakeError("timeout", { deadline: 15_000 }),
  fakeError("rate_limited"),
  fakeError("server"),
  fakeError("invalid_response"),
  fakeError("insecure_context"),
  fakeError("storage_unavailable"),
  fakeError("third_party_cookies_blocked"),
  fakeError("invalid_token", { reason: "expired" }),
  fakeError("login_required"),
  fakeError("consent_required"),
  fakeError("interaction_required"),
  fakeError("user_changed"),
  fakeError("invalid_credentials"),
  fakeError("too_many_attempts"),
  fakeError("blocked_user"),
  fakeError("password_leaked"),
  fakeError("mfa_required"),
  fakeError("requires_verification"),
  fakeError("invalid_grant"),
  fakeError("access_denied"),
  fakeError("unauthorized_client"),
  fakeError("origin_not_allowed"),
  fakeError("invalid_request"),
];

/** Everything that a tenant, a browser or a network can refuse here. */
export const Refusals: Story = {
  parameters: { client: "own" },
  render: () => (
    <div className="preview-gallery">
      {refusals.map((error, index) => (
        <FakeTenant key={index} login={refuse(error)}>
          <Login title={`${error.code} (${index})`} defaultValues={{ email: "ada@example.com" }} />
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

async function signIn(canvas: ReturnType<typeof within>): Promise<void> {
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
