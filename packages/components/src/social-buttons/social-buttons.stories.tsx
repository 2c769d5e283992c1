import { fakeError } from "@portico/core/testing";
import type { AuthError } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor } from "storybook/test";
import { SocialButtons } from "./social-buttons.js";

const four = ["google-oauth2", "apple", "windowslive", "github"];
const lastSignIn = () => ({ connection: "github", at: 0 });

const meta: Meta<typeof SocialButtons> = {
  title: "Social buttons",
  component: SocialButtons,
  args: { connections: four, onAuthenticated: fn(), onConnectionClick: fn() },
};

export default meta;

type Story = StoryObj<typeof SocialButtons>;

/** Four providers, each with its mark. */
export const Idle: Story = {};

/** More than four: the rest is folded. */
export const Folded: Story = {
  args: { connections: [...four, "linkedin", "twitter", "facebook"] },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole("button", { name: "Continue with X" })).toBeNull();
  },
};

/** The rest unfolded; the focus is on the first that was not there before. */
export const Unfolded: Story = {
  ...Folded,
  play: async ({ canvas }) => {
    const more = canvas.getByRole("button", { name: "More ways to sign in", expanded: false });
    await userEvent.click(more);
    await expect(more).toHaveAttribute("aria-expanded", "true");
    await expect(canvas.getByRole("button", { name: "Continue with LinkedIn" })).toHaveFocus();
  },
};

/** The one that was used last says so, in its name too. */
export const LastUsed: Story = {
  args: { lastUsed: true },
  parameters: { client: { lastSignIn } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole("button", { name: /GitHub/ })).toHaveAccessibleName(
      "Continue with GitHub Last used",
    );
  },
};

/** Connections with words and marks of the app's own. */
export const OwnLabels: Story = {
  args: {
    connections: [
      { connection: "acme-saml", strategy: "samlp", label: "Acme" },
      { connection: "harbour-entra", strategy: "waad", label: "Harbour Works" },
      { connection: "intranet", label: "the intranet", icon: <span aria-hidden>◆</span> },
    ],
  },
};

/** Buttons in colours of their own, beside quiet ones; black marks take the colour of the words. */
export const OwnColours: Story = {
  args: {
    connections: [
      { connection: "github", background: "#24292f", color: "white" },
      { connection: "acme", label: "Acme", background: "#fbd34d", color: "#2b1d00" },
      "google-oauth2",
    ],
    lastUsed: true,
  },
  parameters: { client: { lastSignIn } },
  play: async ({ canvas }) => {
    const github = getComputedStyle(canvas.getByRole("button", { name: /GitHub/ }));
    await expect(github.backgroundColor).toBe("rgb(36, 41, 47)");
    await expect(github.color).toBe("rgb(255, 255, 255)");
  },
};

/** The same while one of them is pressed: those that wait stand back. */
export const OwnColoursHeld: Story = {
  ...OwnColours,
  play: async ({ canvas }) => {
    const github = canvas.getByRole("button", { name: /GitHub/ });
    await userEvent.click(canvas.getByRole("button", { name: /Google/ }));
    await waitFor(() => expect(github).toHaveAttribute("data-state", "held"));
  },
};

/** The same in dark surroundings. */
export const OwnColoursDark: Story = { ...OwnColours, globals: { theme: "dark" } };

/** The app does not agree, and says why. */
export const NotAgreed: Story = {
  args: { onBeforeSubmit: () => "Google isn't used at Harbour Works. Take another one." },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: /Google/ }));
    await expect(await canvas.findByRole("alert")).toHaveTextContent(/Take another one/);
  },
};

/** The page is about to be left. */
export const Redirecting: Story = {
  play: async ({ args, canvas }) => {
    const google = canvas.getByRole("button", { name: /Google/ });
    await userEvent.click(google);
    await waitFor(() => expect(google).toHaveAttribute("data-state", "pending"));
    await expect(canvas.getByRole("button", { name: /Apple/ })).toHaveAttribute("aria-disabled");
    await expect(args.onConnectionClick).toHaveBeenCalledWith("google-oauth2");
  },
};

/** A window is open: where to go on, and how to give it up. */
export const WindowOpen: Story = {
  args: { mode: "popup" },
  parameters: { client: { loginWithPopup: never } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: /Google/ }));
    await expect(await canvas.findByText(/Finish in the window/)).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Cancel" })).toBeVisible();
  },
};

/** Given up: everything is as before, and the focus where it was. */
export const WindowGivenUp: Story = {
  ...WindowOpen,
  play: async (context) => {
    await WindowOpen.play?.(context);
    const { canvas } = context;
    await userEvent.click(canvas.getByRole("button", { name: "Cancel" }));
    const google = canvas.getByRole("button", { name: /Google/ });
    await expect(google).toHaveFocus();
    await waitFor(() => expect(google).not.toHaveAttribute("aria-disabled"));
    await expect(canvas.queryByText(/Finish in the window/)).toBeNull();
  },
};

/** The window was closed before its end: a calm line, and nothing is lost. */
export const WindowClosed: Story = inWindow("popup_closed", /closed the sign-in window/);

/** The browser opened none: the way on without one. */
export const WindowBlocked: Story = inWindow("popup_blocked", /Allow pop-ups here/);

/** The window can't reach the page: the way on without one. */
export const WindowCutOff: Story = inWindow("popup_unavailable", /can't reach this page/);

/** The provider said no. */
export const Refused: Story = inWindow("access_denied", /don't have access/);

/** The browser does not keep what the way back needs. */
export const NoStorage: Story = {
  parameters: { client: { loginWithConnection: refuse(fakeError("storage_unavailable")) } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: /Google/ }));
    await canvas.findByText(/Allow site data/);
  },
};

/** Somebody has signed in by a window. */
export const SignedIn: Story = {
  args: { mode: "popup" },
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: /Google/ }));
    await waitFor(() => expect(args.onAuthenticated).toHaveBeenCalledOnce());
  },
};

/** In dark surroundings. */
export const Dark: Story = { ...LastUsed, globals: { theme: "dark" } };

/** In a page that reads from the right. */
export const RightToLeft: Story = { ...LastUsed, globals: { direction: "rtl" } };

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...LastUsed,
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

function inWindow(
  code: "popup_closed" | "popup_blocked" | "popup_unavailable" | "access_denied",
  words: RegExp,
): Story {
  return {
    args: { mode: "popup" },
    parameters: { client: { loginWithPopup: refuse(fakeError(code)), loginWithConnection: never } },
    play: async ({ canvas }) => {
      await userEvent.click(canvas.getByRole("button", { name: /Google/ }));
      await expect(await canvas.findByText(words)).toBeVisible();
      const onward = canvas.queryByRole("button", { name: "Continue on the sign-in page" });
      if (code === "popup_blocked" || code === "popup_unavailable") {
        await waitFor(() => expect(onward).toHaveFocus());
      } else await expect(onward).toBeNull();
    },
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
