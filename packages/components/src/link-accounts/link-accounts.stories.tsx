import { fakeError, fakeUser, type FakeClientOptions } from "@portico/core/testing";
import type { AuthError, Identity } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { FakeTenant } from "../../../../.storybook/fake-tenant.js";
import { github, google, withAccounts } from "../../test/linked-accounts.js";
import { LinkAccounts } from "./link-accounts.js";

const meta: Meta<typeof LinkAccounts> = {
  title: "LinkAccounts",
  component: LinkAccounts,
  args: {
    connections: ["google-oauth2", "github"],
    onLinked: fn(),
    onUnlinked: fn(),
    onError: fn(),
  },
};

export default meta;

type Story = StoryObj<typeof LinkAccounts>;
type Canvas = ReturnType<typeof within>;

/** A tenant of its own for each time that the story is shown. */
function at(linked: readonly Identity[] = [], calls: FakeClientOptions = {}): Partial<Story> {
  return {
    parameters: { client: "own" },
    render: (args) => (
      <FakeTenant {...withAccounts(linked, calls)}>
        <LinkAccounts {...args} />
      </FakeTenant>
    ),
  };
}

/** Two accounts lead to the same user; a third can be linked. */
export const Accounts: Story = {
  ...at([google]),
  play: async ({ canvas }) => {
    const list = await canvas.findByRole("list", { name: "Accounts that sign you in" });
    await waitFor(() => expect(within(list).getAllByRole("listitem")).toHaveLength(2));
    await expect(canvas.getByRole("button", { name: "Link GitHub" })).toBeVisible();
    await expect(canvas.queryByRole("button", { name: "Link Google" })).toBeNull();
  },
};

/** No other account is linked yet; an address may be, by a code. */
export const Alone: Story = {
  ...at(),
  args: { passwordless: "email" },
  play: async ({ canvas }) => {
    await canvas.findByRole("button", { name: "Link an e-mail address" });
  },
};

/** No other account is linked, and none can be. */
export const NothingToLink: Story = { ...at(), args: { connections: [] } };

/** The accounts are on their way. */
export const Loading: Story = { ...at([], { management: { getUser: never } }) };

/** They could not be read. */
export const Failed: Story = {
  ...at([], { management: { getUser: refuse(fakeError("network", { online: true })) } }),
  play: async ({ canvas }) => {
    await canvas.findByRole("button", { name: "Try again" }, { timeout: 10_000 });
  },
};

/** The tenant wants to see the reader before it tells. */
export const FreshProofNeeded: Story = {
  ...at([], {
    management: { getUser: refuse(fakeError("insufficient_scope")) },
    reauthenticate: never,
  }),
  play: async ({ canvas }) => {
    const button = await canvas.findByRole("button", { name: "Confirm that it's you" });
    await userEvent.click(button);
    await canvas.findByText(/window that has opened/);
  },
};

/** The window is open: the owner of the other account signs in there. */
export const Proving: Story = {
  ...at([google], { proveIdentity: never }),
  play: async ({ canvas }) => {
    await press(canvas, "Link GitHub");
    await canvas.findByText(/window that has opened/);
    await expect(canvas.getByRole("button", { name: "Link GitHub" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  },
};

/** The window was closed early. */
export const WindowClosed: Story = {
  ...at([], { proveIdentity: refuse(fakeError("popup_closed")) }),
  play: async ({ canvas }) => {
    await press(canvas, "Link Google");
    await canvas.findByText(/You closed/);
  },
};

/** The browser opened none. */
export const WindowBlocked: Story = {
  ...at([], { proveIdentity: refuse(fakeError("popup_blocked")) }),
  play: async ({ canvas }) => {
    await press(canvas, "Link Google");
    await canvas.findByText(/Allow pop-ups/);
  },
};

/** Windows do not work from this page. */
export const WindowUnavailable: Story = {
  ...at([], { proveIdentity: refuse(fakeError("popup_unavailable")) }),
  play: async ({ canvas }) => {
    await press(canvas, "Link Google");
    await canvas.findByText(/nothing can be linked here/);
  },
};

/** The account that they signed in to is one of theirs. */
export const AlreadyTheirs: Story = {
  ...at([google], { proveIdentity: async () => ({ user: fakeUser, provenAt: 0 }) }),
  play: async ({ canvas }) => {
    await press(canvas, "Link GitHub");
    await canvas.findByText(/signs you in here already/);
  },
};

/** Both accounts are named, and what is kept and lost. */
export const Confirm: Story = {
  ...at(),
  play: async ({ canvas }) => {
    await press(canvas, "Link Google");
    const card = await canvas.findByRole("region", { name: "Link these accounts?" });
    await waitFor(() => expect(card).toHaveFocus());
    await expect(canvas.getAllByText(/ada\.lovelace@gmail\.com/)[0]).toBeVisible();
  },
};

/** The link is under way. */
export const Linking: Story = {
  ...at([], { linkIdentity: never }),
  play: async ({ canvas }) => {
    await press(canvas, "Link Google");
    await press(canvas, "Link accounts");
    await canvas.findByRole("button", { name: "Linking" });
  },
};

/** It is linked, and can be taken back at once. */
export const Linked: Story = {
  ...at(),
  play: async ({ args, canvas }) => {
    await press(canvas, "Link Google");
    await press(canvas, "Link accounts");
    await canvas.findByText(/is linked/);
    await expect(canvas.getByRole("button", { name: "Undo" })).toBeVisible();
    await expect(args.onLinked).toHaveBeenCalledOnce();
  },
};

/** Taken back. */
export const Undone: Story = {
  ...at(),
  play: async ({ canvas }) => {
    await press(canvas, "Link Google");
    await press(canvas, "Link accounts");
    await press(canvas, "Undo");
    await canvas.findByText(/is unlinked/);
    await expect(canvas.queryByText("Google")).toBeNull();
  },
};

/** No answer came: the list says how things stand. */
export const LinkUnknown: Story = {
  ...at([], { linkIdentity: refuse(fakeError("timeout", { deadline: 15_000 })) }),
  play: async ({ canvas }) => {
    await press(canvas, "Link Google");
    await press(canvas, "Link accounts");
    await canvas.findByText(/how things stand/);
  },
};

/** The reader thought about it for too long. */
export const ProofExpired: Story = {
  ...at([], {
    linkIdentity: refuse(fakeError("invalid_token", { reason: "authentication_time" })),
  }),
  play: async ({ canvas }) => {
    await press(canvas, "Link Google");
    await press(canvas, "Link accounts");
    await canvas.findByText(/That took too long/);
  },
};

/** Asked before an account is unlinked. */
export const Unlink: Story = {
  ...at([google, github]),
  play: async ({ canvas }) => {
    await press(canvas, "Unlink ada.lovelace@gmail.com");
    await canvas.findByRole("region", { name: "Unlink this account?" });
  },
};

/** Unlinked. */
export const Unlinked: Story = {
  ...at([google, github]),
  play: async ({ args, canvas }) => {
    await press(canvas, "Unlink ada.lovelace@gmail.com");
    await press(canvas, "Unlink");
    await canvas.findByText(/is unlinked/);
    await expect(args.onUnlinked).toHaveBeenCalledOnce();
  },
};

/** Where should the code go? */
export const Address: Story = {
  ...at(),
  args: { passwordless: "email" },
  play: async ({ canvas }) => {
    await press(canvas, "Link an e-mail address");
    await waitFor(() => expect(canvas.getByLabelText("E-mail")).toHaveFocus());
    await press(canvas, "Send code");
    await canvas.findByText("Enter your e-mail address.");
  },
};

/** The same for a phone. */
export const PhoneNumber: Story = {
  ...at(),
  args: { passwordless: "sms" },
  play: async ({ canvas }) => {
    await press(canvas, "Link a phone number");
    await canvas.findByLabelText("Phone number");
  },
};

/** The code is on its way. */
export const Code: Story = {
  ...at(),
  args: { passwordless: "email" },
  play: async ({ canvas }) => {
    await sendCode(canvas);
    await waitFor(() => expect(canvas.getByLabelText("Code")).toHaveFocus());
  },
};

/** A wrong one is emptied, and asked for again. */
export const WrongCode: Story = {
  ...at([], { passwordless: { prove: refuse(fakeError("invalid_otp")) } }),
  args: { passwordless: "email" },
  play: async ({ canvas }) => {
    await sendCode(canvas);
    await userEvent.type(await canvas.findByLabelText("Code"), "123456");
    const code = canvas.getByLabelText("Code");
    await waitFor(() => expect(code).toBeInvalid());
    await expect(code).toHaveValue("");
    await expect(code).toHaveFocus();
  },
};

/** The other account asks for a second factor, so a code does not do. */
export const CodeTooLittle: Story = {
  ...at([], { passwordless: { prove: refuse(fakeError("mfa_required")) }, proveIdentity: never }),
  args: { passwordless: "email" },
  play: async ({ canvas }) => {
    await sendCode(canvas);
    await userEvent.type(await canvas.findByLabelText("Code"), "123456");
    await canvas.findByRole("button", { name: "Continue in a window" });
  },
};

/** The code was right. */
export const CodeRight: Story = {
  ...at(),
  args: { passwordless: "email" },
  play: async ({ canvas }) => {
    await sendCode(canvas);
    await userEvent.type(await canvas.findByLabelText("Code"), "123456");
    await canvas.findByRole("region", { name: "Link these accounts?" });
  },
};

/** In dark surroundings. */
export const Dark: Story = { ...Linked, globals: { theme: "dark" } };

/** The question, in dark surroundings. */
export const DarkConfirm: Story = { ...Confirm, globals: { theme: "dark" } };

/** In a page that reads from the right. */
export const RightToLeft: Story = { ...WindowClosed, globals: { direction: "rtl" } };

/** As wide as a small phone. */
export const Narrow320: Story = {
  ...Linked,
  decorators: [(Inner) => <div className="preview-320">{Inner()}</div>],
};

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...Confirm,
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

async function press(canvas: Canvas, name: string): Promise<void> {
  await userEvent.click(await canvas.findByRole("button", { name }));
}

async function sendCode(canvas: Canvas): Promise<void> {
  await press(canvas, "Link an e-mail address");
  await userEvent.type(await canvas.findByLabelText("E-mail"), "ada@work.example");
  await press(canvas, "Send code");
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}
