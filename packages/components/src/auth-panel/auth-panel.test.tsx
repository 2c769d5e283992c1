import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeChallenge, fakeError, fakeUser } from "@portico/core/testing";
import { Auth0Provider } from "@portico/react";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { input, press, showPanel, signIn, tab } from "../../test/panel-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import type { AuthPanelProps } from "./auth-panel-props.js";
import { AuthPanel } from "./auth-panel.js";

keepConsoleQuiet();

describe("AuthPanel", () => {
  it("signs in with nothing but a provider around it, and says who it was", async () => {
    const onAuthenticated = vi.fn();
    showPanel({ onAuthenticated });
    await signIn();
    const card = await region(en.authPanel.signedIn(fakeUser.name));
    expect(card).toHaveFocus();
    expect(onAuthenticated).toHaveBeenCalledOnce();
    expect(screen.queryByRole("tab")).toBeNull();
  });

  it("changes between signing in and signing up by tabs, and keeps the address alone", async () => {
    showPanel();
    await userEvent.type(input("E-mail"), "ada@example.com");
    await userEvent.type(input("Password"), "engine");
    await userEvent.click(tab(en.authPanel.signup));
    expect(await region(en.signup.title)).toBeInTheDocument();
    expect(input("E-mail")).toHaveValue("ada@example.com");
    expect(input("Password")).toHaveValue("");
    expect(tab(en.authPanel.signup)).toHaveFocus();
    expect(screen.getByRole("tabpanel", { name: en.authPanel.signup })).toContainElement(
      input("E-mail"),
    );
    await userEvent.keyboard("{ArrowLeft}");
    expect(await region(en.login.title)).toBeInTheDocument();
    expect(tab(en.authPanel.login)).toHaveFocus();
    expect(input("E-mail")).toHaveValue("ada@example.com");
  });

  it("says the way to the other form once: the tabs are it", async () => {
    showPanel();
    expect(screen.queryByText(en.login.otherQuestion)).toBeNull();
    await userEvent.click(tab(en.authPanel.signup));
    expect(screen.queryByText(en.signup.otherQuestion)).toBeNull();
  });

  it("takes along what a password manager filled in without an event", async () => {
    showPanel();
    input("E-mail").value = "ada@example.com";
    await userEvent.click(tab(en.authPanel.signup));
    expect(input("E-mail")).toHaveValue("ada@example.com");
  });

  it("leads to a new password with the address, into the field, and back again", async () => {
    showPanel();
    await userEvent.type(input("E-mail"), "ada@example.com");
    await press(en.login.forgot);
    expect(await region(en.resetPassword.title)).toBeInTheDocument();
    expect(input("E-mail")).toHaveValue("ada@example.com");
    expect(input("E-mail")).toHaveFocus();
    await userEvent.type(input("E-mail"), ".au");
    await press(en.progress.back);
    expect(await region(en.login.title)).toBeInTheDocument();
    expect(input("E-mail")).toHaveValue("ada@example.com.au");
    expect(input("Password")).toHaveFocus();
  });

  it("leads to a code and back to the password", async () => {
    showPanel({ views: ["login", "passwordless", "signedIn"] });
    await userEvent.type(input("E-mail"), "ada@example.com");
    await press(en.login.byCode);
    expect(await region(en.passwordless.email.title)).toBeInTheDocument();
    expect(input("E-mail")).toHaveValue("ada@example.com");
    await press(en.passwordless.byPassword);
    expect(await region(en.login.title)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: en.progress.back })).toBeNull();
  });

  it("asks for the second step, and signs in with it once", async () => {
    const onAuthenticated = vi.fn();
    const own = vi.fn();
    showPanel({ onAuthenticated, mfa: { onAuthenticated: own } }, { challenge: fakeChallenge });
    await signIn();
    await press(new RegExp(en.mfa.factors.otp));
    await userEvent.type(await screen.findByLabelText(en.fields.code), "123456");
    expect(await region(en.authPanel.signedIn(fakeUser.name))).toHaveFocus();
    expect(onAuthenticated).toHaveBeenCalledOnce();
    expect(own).toHaveBeenCalledOnce();
  });

  it("begins again when the second step took too long, and says so", async () => {
    const challenge = { ...fakeChallenge, expiresAt: Date.now() - 1 };
    showPanel({ message: "Hello" }, { challenge });
    await signIn();
    await press(en.mfa.startOver);
    expect(await region(en.login.title)).toHaveTextContent(en.authPanel.ranOut);
    expect(input("E-mail")).toHaveValue("ada@example.com");
    await userEvent.click(tab(en.authPanel.signup));
    expect(screen.queryByText(en.authPanel.ranOut)).toBeNull();
    expect(screen.getByText("Hello")).toBeInTheDocument();
  });

  it("hands over to the tenant's page where a second step may not be shown", async () => {
    showPanel({ views: ["login"] }, { challenge: fakeChallenge });
    await signIn();
    expect(await screen.findByRole("button", { name: en.progress.hosted })).toHaveFocus();
  });

  it("leads nowhere that it may not", () => {
    showPanel({ views: ["login"] });
    expect(screen.queryByRole("tab")).toBeNull();
    expect(screen.queryByRole("button", { name: en.login.forgot })).toBeNull();
    expect(screen.queryByRole("button", { name: en.login.byCode })).toBeNull();
    expect(screen.queryByText(en.login.otherQuestion)).toBeNull();
  });

  it("tells every failure, with the view", async () => {
    const onError = vi.fn();
    const own = vi.fn();
    const error = fakeError("invalid_credentials");
    showPanel({ onError, login: { onError: own } }, { login: () => Promise.reject(error) });
    await signIn();
    await screen.findByText(en.errors.invalid_credentials);
    expect(onError).toHaveBeenCalledExactlyOnceWith(error, "login");
    expect(own).toHaveBeenCalledExactlyOnceWith(error);
  });

  it("shows the form again after a sign-out, and signs in from there", async () => {
    const { client } = showPanel({}, { user: fakeUser });
    expect(await region(en.authPanel.signedIn(fakeUser.name))).toBeInTheDocument();
    expect(document.body).toHaveFocus();
    await act(async () => void (await client.logout()));
    await signIn();
    expect(await region(en.authPanel.signedIn(fakeUser.name))).toBeInTheDocument();
  });

  it("takes no focus unasked, and all of it when it is asked for", () => {
    const { unmount } = showPanel();
    expect(document.body).toHaveFocus();
    unmount();
    showPanel({ autoFocus: true });
    expect(input("E-mail")).toHaveFocus();
  });

  it("gives each view what is its own, and all of them what they share", async () => {
    const login = vi.fn(() => new Promise<never>(() => {}));
    showPanel(
      {
        title: "Welcome",
        connection: "staff",
        audience: "https://api.example",
        login: { connection: "guests", defaultValues: { email: "guest@example.com" } },
        messages: { login: { submit: "Enter" } },
        className: "ours",
        onReady: vi.fn(),
      },
      { login },
    );
    expect(input("E-mail")).toHaveValue("guest@example.com");
    await userEvent.type(input("Password"), "x");
    await press("Enter");
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(login.mock.lastCall).toMatchObject([
      { connection: "guests", audience: "https://api.example", email: "guest@example.com" },
    ]);
    expect(await region("Welcome")).toBeInTheDocument();
  });

  it("renders on a server as the form it begins with, and a dialog as nothing", () => {
    expect(renderToString(page({}))).toContain(en.login.title);
    expect(renderToString(page({ dialog: true, open: true }))).not.toContain(en.login.title);
  });
});

function page(props: AuthPanelProps): ReactNode {
  return (
    <Auth0Provider client={createFakeClient()}>
      <AuthPanel {...props} />
    </Auth0Provider>
  );
}

function region(name: string): Promise<HTMLElement> {
  return screen.findByRole("region", { name });
}
