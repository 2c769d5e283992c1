import { fakeChallenge, fakeError, fakeUser } from "@portico/core/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { FramedNotice } from "../parts/framed-notice.js";
import { AuthPanel } from "./auth-panel.js";

const meta: Meta<typeof AuthPanel> = {
  title: "AuthPanel",
  component: AuthPanel,
  args: { onAuthenticated: fn(), onError: fn(), onReady: fn(), onViewChange: fn() },
};

export default meta;

type Story = StoryObj<typeof AuthPanel>;
type Canvas = ReturnType<typeof within>;

/** With nothing but a provider around it. */
export const Plain: Story = {
  play: async ({ args, canvas }) => {
    await expect(args.onReady).toHaveBeenCalledOnce();
    await expect(canvas.getByRole("tab", { selected: true })).toHaveTextContent("Sign in");
    await expect(document.body).toHaveFocus();
  },
};

/** Other ways in, and a sign of whose panel it is. */
export const WithConnections: Story = {
  args: {
    connections: ["google-oauth2", "apple", "windowslive"],
    views: ["login", "signup", "reset", "passwordless", "mfa", "signedIn"],
    logo: <strong>Drawing board</strong>,
    message: "You were signed out to keep your account safe.",
  },
};

/** The second tab: the address came along, the password did not, and the focus stays on the tab. */
export const SignUp: Story = {
  play: async ({ args, canvas }) => {
    await typeName(canvas);
    await userEvent.type(canvas.getByLabelText("Password"), "engine");
    await userEvent.click(canvas.getByRole("tab", { name: "Create account" }));
    await canvas.findByRole("heading", { name: "Create your account" });
    await expect(canvas.getByLabelText("E-mail")).toHaveValue("ada@example.com");
    await expect(canvas.getByLabelText("Password")).toHaveValue("");
    await expect(canvas.getByRole("tab", { name: "Create account" })).toHaveFocus();
    await expect(args.onViewChange).toHaveBeenCalledWith("signup");
  },
};

/** A forgotten password: the arrow leads back. */
export const Reset: Story = {
  play: async ({ canvas }) => {
    await typeName(canvas);
    await userEvent.click(canvas.getByRole("button", { name: "Forgot password?" }));
    await canvas.findByRole("heading", { name: "Reset your password" });
    await waitFor(() => expect(canvas.getByLabelText("E-mail")).toHaveFocus());
    await expect(canvas.getByRole("button", { name: "Back" })).toBeVisible();
  },
};

/** A code in place of a password. */
export const Passwordless: Story = {
  args: { views: ["login", "signup", "passwordless", "signedIn"] },
  play: async ({ canvas }) => {
    await typeName(canvas);
    await userEvent.click(canvas.getByRole("button", { name: "Sign in with a code instead" }));
    await canvas.findByRole("heading", { name: "Sign in with a code" });
    await expect(canvas.getByLabelText("E-mail")).toHaveValue("ada@example.com");
  },
};

/** The account asks for a second step; the arrow leads back to the login. */
export const SecondStep: Story = {
  parameters: { client: { challenge: fakeChallenge } },
  play: async ({ canvas }) => {
    await signIn(canvas);
    await canvas.findByRole("heading", { name: "Confirm that it's you" });
    await canvas.findByRole("button", { name: /Authenticator app/ });
    await expect(canvas.getByRole("button", { name: "Back" })).toBeVisible();
  },
};

/** The second step took too long: back to the login, which says so. */
export const RanOut: Story = {
  parameters: { client: { challenge: { ...fakeChallenge, expiresAt: 0 } } },
  play: async ({ canvas }) => {
    await signIn(canvas);
    await userEvent.click(await canvas.findByRole("button", { name: "Sign in again" }));
    await expect(await canvas.findByText("That took too long. Sign in again.")).toBeVisible();
    await expect(canvas.getByLabelText("E-mail")).toHaveValue("ada@example.com");
    // Why the reader is here again is read out first.
    await waitFor(() => expect(canvas.getByRole("region")).toHaveFocus());
    await expect(canvas.getByRole("region")).toHaveAccessibleDescription(/took too long/);
  },
};

/** Somebody has signed in. */
export const SignedIn: Story = {
  play: async ({ args, canvas }) => {
    await signIn(canvas);
    await canvas.findByRole("heading", { name: `You're signed in as ${fakeUser.name}` });
    await expect(args.onAuthenticated).toHaveBeenCalledOnce();
    await waitFor(() => expect(canvas.getByRole("region")).toHaveFocus());
  },
};

/** Somebody is signed in already, as after a redirect. */
export const SignedInAlready: Story = {
  parameters: { client: { user: fakeUser } },
  play: async ({ canvas }) => {
    await canvas.findByRole("heading", { name: /You're signed in/ });
    await expect(document.body).toHaveFocus();
  },
};

/** A refusal: what is wrong, and the way back to a new password. */
export const WrongCredentials: Story = {
  parameters: {
    client: { login: () => Promise.reject(fakeError("invalid_credentials")) },
  },
  play: async ({ args, canvas }) => {
    await signIn(canvas);
    await expect(await canvas.findByText(/don't match/)).toBeVisible();
    await expect(args.onError).toHaveBeenCalledWith(expect.anything(), "login");
  },
};

/** Signing in is all that may be done here. */
export const LoginAlone: Story = { args: { views: ["login"] } };

/** In front of the page: the focus is in the first field. */
export const InDialog: Story = {
  render: (args) => <Opener {...args} />,
  parameters: { layout: "fullscreen", docs: { story: { inline: false, height: "640px" } } },
  play: async ({ canvas }) => {
    const dialog = await open(canvas);
    await waitFor(() => expect(dialog.getByLabelText("E-mail")).toHaveFocus());
    await expect(canvas.getByRole("dialog", { name: "Sign in to your account" })).toBeVisible();
  },
};

/** The cross and a click beside it close the dialog, as Esc does; the button that opened it has the focus again. */
export const DialogCloses: Story = {
  ...InDialog,
  play: async ({ canvas }) => {
    const opener = canvas.getByRole("button", { name: "Sign in" });
    for (const close of [pressCross, pressBeside]) {
      const dialog = await open(canvas);
      await waitFor(() => expect(dialog.getByLabelText("E-mail")).toHaveFocus());
      await close(canvas);
      await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
      await expect(opener).toHaveFocus();
    }
  },
};

/** Something is typed: a click beside the dialog does not take it away, and it begins anew when it is opened again. */
export const DialogKeeps: Story = {
  ...InDialog,
  play: async ({ canvas }) => {
    const dialog = await open(canvas);
    await typeName(dialog);
    await pressBeside(canvas);
    await expect(dialog.getByLabelText("E-mail")).toHaveValue("ada@example.com");
    await pressCross(canvas);
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
    await expect((await open(canvas)).getByLabelText("E-mail")).toHaveValue("");
  },
};

/** A step further in the dialog: the arrow back and the cross share a line. */
export const DialogReset: Story = {
  ...InDialog,
  play: async ({ canvas }) => {
    const dialog = await open(canvas);
    await userEvent.click(dialog.getByRole("button", { name: "Forgot password?" }));
    await dialog.findByRole("heading", { name: "Reset your password" });
    const [back, cross] = ["Back", "Close"].map((name) => dialog.getByRole("button", { name }));
    await expect(back?.getBoundingClientRect().top).toBe(cross?.getBoundingClientRect().top);
  },
};

/** A single view in the dialog: its title leaves room for the cross. */
export const DialogLoginAlone: Story = { ...InDialog, args: { views: ["login"] } };

/** Another site frames the page: the way out, in the place of every form. */
export const Framed: Story = {
  render: () => <FramedNotice address="https://board.example/login" />,
  play: async ({ canvas }) =>
    expect(canvas.getByRole("link", { name: "Open the page" })).toHaveAttribute("target", "_top"),
};

/** In dark surroundings. */
export const Dark: Story = { ...WithConnections, globals: { theme: "dark" } };

/** The dialog in dark surroundings. */
export const DarkDialog: Story = { ...InDialog, globals: { theme: "dark" } };

/** In a page that reads from the right the arrow keys follow the text. */
export const RightToLeft: Story = {
  ...WithConnections,
  globals: { direction: "rtl" },
  play: async ({ canvas }) => {
    canvas.getByRole("tab", { name: "Sign in" }).focus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect(canvas.getByRole("tab", { name: "Create account" })).toHaveFocus();
    await canvas.findByRole("heading", { name: "Create your account" });
  },
};

/** As wide as a small phone. */
export const Narrow320: Story = {
  ...WithConnections,
  decorators: [(Inner) => <div className="preview-320">{Inner()}</div>],
};

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...WithConnections,
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

function Opener(props: Parameters<typeof AuthPanel>[0]) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Sign in
      </button>
      <AuthPanel {...props} dialog open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

async function open(canvas: Canvas): Promise<Canvas> {
  await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
  return within(await canvas.findByRole("dialog"));
}

function pressCross(canvas: Canvas): Promise<void> {
  return userEvent.click(canvas.getByRole("button", { name: "Close" }));
}

function pressBeside(canvas: Canvas): Promise<void> {
  return userEvent.click(canvas.getByRole("dialog"));
}

async function typeName(canvas: Canvas): Promise<void> {
  await userEvent.type(canvas.getByLabelText("E-mail"), "ada@example.com");
}

async function signIn(canvas: Canvas): Promise<void> {
  await typeName(canvas);
  await userEvent.type(canvas.getByLabelText("Password"), "analytical engine{Enter}");
}
