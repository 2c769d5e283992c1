import { fakeError, fakeUser } from "@portico/core/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { FakeTenant } from "../../../../.storybook/fake-tenant.js";
import { UserMenu } from "./user-menu.js";

const meta: Meta<typeof UserMenu> = {
  title: "UserMenu",
  component: UserMenu,
  args: {
    onSignOut: fn(),
    items: [
      { label: "Your account", href: "#account" },
      { label: "Settings", onSelect: fn() },
    ],
  },
  decorators: [(Inner) => <div className="preview-bar">{Inner()}</div>],
};

export default meta;

/** Who is signed in where a story does not say otherwise. */
const ada = { parameters: { client: { user: fakeUser } } };

type Story = StoryObj<typeof UserMenu>;
type Canvas = ReturnType<typeof within>;

/** Closed: a circle with what stands for the user's name. */
export const Closed: Story = {
  ...ada,
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button", { name: "Account of Ada Lovelace" });
    await expect(button).toHaveTextContent("AL");
  },
};

/** Open. */
export const Open: Story = {
  ...ada,
  play: async ({ canvas }) => {
    await open(canvas);
    await expect(canvas.getByText("ada@example.com")).toBeVisible();
    await expect(canvas.getByRole("link", { name: "Your account" })).toBeVisible();
  },
};

/** The identity provider names a picture. */
export const Picture: Story = {
  parameters: {
    client: { user: { ...fakeUser, picture: new URL("./ada.svg", import.meta.url).href } },
  },
};

/** A picture that does not load gives way to the initials. */
export const BrokenPicture: Story = {
  parameters: { client: { user: { ...fakeUser, picture: "/nowhere.png" } } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole("button")).toHaveTextContent("AL"));
  },
};

/** Only an address is known. */
export const AddressOnly: Story = {
  parameters: {
    client: { user: { sub: "email|1", email: "ada@example.com", name: "ada@example.com" } },
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Account of ada@example.com" }));
    await expect(canvas.getAllByText("ada@example.com")).toHaveLength(1);
  },
};

/** A name and an address that are longer than there is room for. */
export const LongName: Story = {
  parameters: {
    client: {
      user: {
        ...fakeUser,
        name: "Augusta Ada King-Noel, Countess of Lovelace",
        email: "augusta.ada.king-noel.countess.of.lovelace@analytical-engines.example",
      },
    },
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button"));
  },
};

/** Nothing is known but who it is. */
export const Nameless: Story = {
  args: { items: [] },
  parameters: { client: { user: { sub: "sms|1" } } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Your account" }));
  },
};

/** It is not known yet who is signed in: as big as what will come. */
export const Starting: Story = {
  parameters: { client: { starting: true, start: () => new Promise<never>(() => {}) } },
};

/** The sign-out is under way. */
export const SigningOut: Story = {
  parameters: { client: { user: fakeUser, logout: () => new Promise<never>(() => {}) } },
  play: async ({ canvas }) => {
    await open(canvas);
    await userEvent.click(canvas.getByRole("button", { name: "Sign out" }));
    await canvas.findByRole("button", { name: "Signing out" });
  },
};

/** It did not work. */
export const SignOutFailed: Story = {
  parameters: {
    client: {
      user: fakeUser,
      logout: async () => {
        throw fakeError("network", { online: false });
      },
    },
  },
  play: async ({ canvas }) => {
    await open(canvas);
    await userEvent.click(canvas.getByRole("button", { name: "Sign out" }));
    await canvas.findByText(/You're offline/);
  },
};

/** The page is about to be left for the tenant's. */
export const Leaving: Story = {
  ...ada,
  play: async ({ args, canvas }) => {
    await open(canvas);
    await userEvent.click(canvas.getByRole("button", { name: "Sign out" }));
    await canvas.findByText("Signing out");
    await expect(args.onSignOut).toHaveBeenCalledOnce();
  },
};

/** In dark surroundings. */
export const Dark: Story = { ...Open, globals: { theme: "dark" } };

/** In a page that reads from the right. */
export const RightToLeft: Story = { ...Open, globals: { direction: "rtl" } };

/** At the other edge of the page. */
export const AlignStart: Story = {
  ...Open,
  args: { align: "start" },
  decorators: [(Inner) => <div>{Inner()}</div>],
};

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...LongName,
  decorators: [
    (Inner) => (
      <div className="preview-280">
        <div className="preview-bar">{Inner()}</div>
      </div>
    ),
  ],
};

/** Nobody is signed in: nothing. */
export const Nobody: Story = {
  parameters: { client: "own" },
  render: () => (
    <FakeTenant>
      <UserMenu />
    </FakeTenant>
  ),
  play: async ({ canvas }) => expect(canvas.queryByRole("button")).toBeNull(),
};

async function open(canvas: Canvas): Promise<void> {
  const button = canvas.getByRole("button", { name: "Account of Ada Lovelace" });
  await userEvent.click(button);
  await expect(button).toHaveAttribute("aria-expanded", "true");
}
