import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import type { PopupLoginParams } from "@portico/react";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import {
  Tenant,
  button,
  email,
  fill,
  never,
  password,
  refuse,
  secret,
  show,
  signIn,
} from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Login } from "./login.js";

keepConsoleQuiet();

const google = "Continue with Google";
const connections = ["google-oauth2", "apple"];

describe("Login's other ways", () => {
  it("shows none that it was not given", () => {
    show();
    expect(screen.getAllByRole("button").map((each) => each.textContent)).toEqual([
      "",
      expect.stringContaining("Sign in"),
    ]);
    expect(screen.queryByText(en.social.or)).toBeNull();
  });

  it("stands before the form, with a word between", () => {
    show({}, { connections });
    const isBefore = button(google).compareDocumentPosition(email());
    expect(isBefore & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
    expect(screen.getByText(en.social.or)).toBeInTheDocument();
  });

  it("leaves for a provider without what was typed, and sends no form", async () => {
    const login = vi.fn(never);
    const loginWithConnection = vi.fn(async () => ({ kind: "redirecting" }) as const);
    show({ login, loginWithConnection }, { connections, appState: { returnTo: "/board" } });
    await fill(password(), secret);
    await userEvent.click(button(google));
    expect(loginWithConnection).toHaveBeenCalledOnce();
    const asked = JSON.stringify(loginWithConnection.mock.calls[0]);
    expect(asked).toContain("google-oauth2");
    expect(asked).toContain("/board");
    expect(asked).not.toContain(secret);
    expect(login).not.toHaveBeenCalled();
  });

  it("goes no other way while the form is being sent", async () => {
    const loginWithConnection = vi.fn(never);
    show({ login: never, loginWithConnection }, { connections });
    await signIn();
    await waitFor(() => expect(button(google)).toHaveAttribute("aria-disabled", "true"));
    fireEvent.click(button(google));
    expect(loginWithConnection).not.toHaveBeenCalled();
  });

  it("closes a provider's window when the form is sent", async () => {
    let signal: AbortSignal | undefined;
    const loginWithPopup = (params: PopupLoginParams = {}) =>
      new Promise<never>(() => void (signal = params.signal));
    const onAuthenticated = vi.fn();
    show({ loginWithPopup }, { connections, socialMode: "popup", onAuthenticated });
    await userEvent.click(button(google));
    expect(signal?.aborted).toBe(false);
    await signIn();
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
    expect(signal?.aborted).toBe(true);
  });

  it("tells the app once, whichever way somebody has signed in", async () => {
    const onAuthenticated = vi.fn();
    show({}, { connections, socialMode: "popup", onAuthenticated });
    await userEvent.click(button(google));
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
  });

  it.each([
    ["onForgotPassword", en.login.forgot],
    ["onPasswordless", en.login.byCode],
    ["onSignup", en.login.other],
  ] as const)("takes what was typed along to %s", async (name, words) => {
    const turn = vi.fn();
    show({}, { [name]: turn });
    await fill(email(), " ada@example.com ");
    await userEvent.click(button(words));
    expect(turn).toHaveBeenCalledExactlyOnceWith("ada@example.com");
  });

  it("makes a new password the one way on where the password has leaked", async () => {
    const onForgotPassword = vi.fn();
    show({ login: refuse(fakeError("password_leaked")) }, { onForgotPassword });
    await signIn();
    const reset = await screen.findByRole("button", { name: en.login.reset });
    expect(reset).toHaveAttribute("data-variant", "primary");
    expect(button("Sign in")).toHaveAttribute("data-variant", "quiet");
    await userEvent.click(reset);
    expect(onForgotPassword).toHaveBeenCalledExactlyOnceWith("ada@example.com");
  });

  it("says it, and promises no way, where the app has none", async () => {
    show({ login: refuse(fakeError("password_leaked")) });
    await signIn();
    expect(await screen.findByText(en.errors.password_leaked)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: en.login.reset })).toBeNull();
  });
});

describe("Login, where somebody has signed in before", () => {
  const lastSignIn = () => ({ connection: "Users", username: "ada@example.com", at: 0 });

  it("fills the name in, and goes on at the password", () => {
    show({ lastSignIn }, { lastUsed: true, autoFocus: true });
    expect(email()).toHaveValue("ada@example.com");
    expect(password()).toHaveFocus();
  });

  it("remembers nothing unless it is asked to", () => {
    show({ lastSignIn });
    expect(email()).toHaveValue("");
  });

  it("leaves what is there already", () => {
    show({ lastSignIn }, { lastUsed: true, defaultValues: { email: "eve@example.com" } });
    expect(email()).toHaveValue("eve@example.com");
  });

  it("fills nothing in that is of another kind", () => {
    show({ lastSignIn: () => ({ username: "ada", at: 0 }) }, { lastUsed: true });
    expect(email()).toHaveValue("");
  });

  it("fills it in when React takes over a server's page, unless something is typed by then", async () => {
    const page = (
      <Tenant client={createFakeClient({ lastSignIn })}>
        <Login lastUsed />
      </Tenant>
    );
    const html = renderToString(page);
    expect(html).not.toContain("ada@example.com");
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = html;
    const { unmount } = render(page, { container, hydrate: true });
    await waitFor(() => expect(email()).toHaveValue("ada@example.com"));
    unmount();
    container.innerHTML = html;
    email().value = "eve@example.com";
    render(page, { container, hydrate: true });
    expect(email()).toHaveValue("eve@example.com");
  });

  it("marks the provider", () => {
    show({ lastSignIn: () => ({ connection: "apple", at: 0 }) }, { connections, lastUsed: true });
    expect(button("Continue with Apple Last used")).toBeInTheDocument();
    expect(email()).toHaveValue("");
  });
});
