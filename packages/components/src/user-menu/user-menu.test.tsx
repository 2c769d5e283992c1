import "@testing-library/jest-dom/vitest";
import {
  createFakeClient,
  fakeError,
  fakeUser,
  type FakeClientOptions,
} from "@portico/core/testing";
import { Auth0Provider } from "@portico/react";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode, type MouseEvent } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { UserMenu, type UserMenuProps } from "./user-menu.js";

keepConsoleQuiet();

function show(props: UserMenuProps = {}, calls: FakeClientOptions = { user: fakeUser }) {
  const client = createFakeClient(calls);
  const view = render(
    <StrictMode>
      <Auth0Provider client={client}>
        <UserMenu {...props} />
        <button>Elsewhere</button>
      </Auth0Provider>
    </StrictMode>,
  );
  return { client, ...view };
}

const opener = () => screen.getByRole("button", { name: "Account of Ada Lovelace" });
const open = () => userEvent.click(opener());
const signOut = () => screen.getByRole("button", { name: "Sign out" });
const isOpen = () => opener().getAttribute("aria-expanded") === "true";

const items = [
  { label: "Your account", href: "#account" },
  { label: "Settings", onSelect: vi.fn() },
];

describe("UserMenu", () => {
  it("shows who is signed in, and unfolds at a press", async () => {
    show({ items });
    expect(opener()).toHaveTextContent("AL");
    expect(screen.queryByText("ada@example.com")).toBeNull();
    await open();
    expect(isOpen()).toBe(true);
    expect(document.getElementById(opener().getAttribute("aria-controls") ?? "")).toContainElement(
      signOut(),
    );
    expect(screen.getByText("ada@example.com")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Your account" })).toHaveAttribute("href", "#account");
    await open();
    expect(isOpen()).toBe(false);
    expect(opener()).toHaveFocus();
  });

  it("closes at Esc, which goes no further, and gives the focus back", async () => {
    const onKeyDown = vi.fn();
    document.addEventListener("keydown", onKeyDown);
    show();
    await open();
    signOut().focus();
    await userEvent.keyboard("{Escape}");
    expect(isOpen()).toBe(false);
    expect(opener()).toHaveFocus();
    expect(onKeyDown).not.toHaveBeenCalled();
    await userEvent.keyboard("{Escape}");
    expect(onKeyDown).toHaveBeenCalledOnce();
    document.removeEventListener("keydown", onKeyDown);
  });

  it("closes at a press elsewhere and where the focus moves on, and not for a press inside", async () => {
    show();
    await open();
    await userEvent.click(screen.getByText("ada@example.com"));
    expect(isOpen()).toBe(true);
    await userEvent.click(document.body);
    expect(isOpen()).toBe(false);
    await open();
    await userEvent.tab();
    expect(signOut()).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "Elsewhere" })).toHaveFocus();
    expect(isOpen()).toBe(false);
  });

  it("is walked through by arrows, Home and End", async () => {
    show({ items });
    opener().focus();
    await userEvent.keyboard("{ArrowDown}");
    const first = screen.getByRole("link", { name: "Your account" });
    expect(first).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(signOut()).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}");
    expect(first).toHaveFocus();
    await userEvent.keyboard("{ArrowUp}");
    expect(signOut()).toHaveFocus();
    await userEvent.keyboard("{Home}");
    expect(first).toHaveFocus();
    await userEvent.keyboard("{End}");
    expect(signOut()).toHaveFocus();
  });

  it("tells the app what was chosen, once it is closed", async () => {
    const onSelect = vi.fn((event: MouseEvent) => {
      event.preventDefault();
    });
    show({ items: [{ label: "Board", href: "/board", onSelect }, ...items] });
    await open();
    await userEvent.click(screen.getByRole("button", { name: "Settings" }));
    expect(items[1]?.onSelect).toHaveBeenCalledOnce();
    expect(isOpen()).toBe(false);
    expect(opener()).toHaveFocus();
    await open();
    await userEvent.click(screen.getByRole("link", { name: "Board" }));
    expect(onSelect).toHaveBeenCalledOnce();
  });

  it("signs out once, with what the app wants of it", async () => {
    const client = createFakeClient({ user: fakeUser });
    const logout = vi.fn(client.logout);
    const onSignOut = vi.fn();
    const logoutParams = { returnTo: "https://app.example/", federated: true };
    show({ logoutParams, onSignOut }, { user: fakeUser, logout });
    await open();
    act(() => {
      fireEvent.click(signOut());
      fireEvent.click(signOut());
    });
    await waitFor(() => expect(onSignOut).toHaveBeenCalledOnce());
    expect(logout).toHaveBeenCalledOnce();
    expect(logout).toHaveBeenCalledWith(expect.objectContaining(logoutParams));
  });

  it("says that it signs out, and nothing of the user once the session is over", async () => {
    const { client } = show();
    await open();
    await userEvent.click(signOut());
    expect(client.session.get().status).toBe("anonymous");
    expect(await screen.findByText(en.userMenu.signingOut)).toHaveAttribute("role", "status");
    expect(screen.queryByText(/Ada/)).toBeNull();
  });

  it("goes away after a sign-out that stays on the page", async () => {
    show({ logoutParams: { local: true } });
    await open();
    await userEvent.click(signOut());
    await waitFor(() => expect(screen.getAllByRole("button")).toHaveLength(1));
    expect(screen.queryByText(en.userMenu.signingOut)).toBeNull();
  });

  it("says what went wrong, and lets it be tried again", async () => {
    const error = fakeError("network", { online: false });
    const logout = vi.fn(() => Promise.reject(error));
    const onError = vi.fn();
    show({ onError }, { user: fakeUser, logout });
    await open();
    await userEvent.click(signOut());
    expect(await screen.findByText(/You're offline/)).toBeInTheDocument();
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
    await userEvent.click(signOut());
    expect(logout).toHaveBeenCalledTimes(2);
  });

  it("shows nothing where nobody is signed in, and keeps its place until that is known", () => {
    const { container } = render(
      <Auth0Provider client={createFakeClient()}>
        <UserMenu />
      </Auth0Provider>,
    );
    expect(container).toBeEmptyDOMElement();
    const html = renderToString(
      <Auth0Provider client={createFakeClient()}>
        <UserMenu className="mine" />
      </Auth0Provider>,
    );
    expect(html).toContain('data-state="starting"');
    expect(html).toContain("portico-user mine");
    expect(html).not.toMatch(/<button|<[^>]+\sstyle=/);
  });

  it("takes other words, other parts, and no looks", async () => {
    const { container } = show({
      unstyled: true,
      messages: { userMenu: { open: (name) => `Konto von ${name ?? "?"}`, signOut: "Abmelden" } },
      slots: {
        Avatar: ({ Default, innerRef: _ref, ...own }) => <Default {...own} initials="?!" />,
      },
    });
    await userEvent.click(screen.getByRole("button", { name: "Konto von Ada Lovelace" }));
    expect(screen.getByRole("button", { name: "Abmelden" })).toBeInTheDocument();
    expect(screen.getByText("?!")).toBeInTheDocument();
    expect(container.querySelector('[class*="portico-"]:not(.portico-unseen)')).toBeNull();
  });
});
