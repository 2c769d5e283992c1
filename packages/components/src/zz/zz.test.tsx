import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError, fakeUser, fakeChallenge } from "@portico/core/testing";
import { Auth0Provider, useSession, type AuthClient, type AuthError } from "@portico/react";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState, type ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { button, email, password, refuse, show, signIn, fill, type as typeLogin } from "../../test/login-page.js";
import { showSignup, signUp } from "../../test/signup-page.js";
import { showPanel, press, input } from "../../test/panel-page.js";
import { Login } from "../login/login.js";
import { Signup } from "../signup/signup.js";
import { SocialButtons } from "../social-buttons/social-buttons.js";
import { ResetPassword } from "../reset-password/reset-password.js";
import { AuthPanel } from "../auth-panel/auth-panel.js";
import { Passwordless } from "../passwordless/passwordless.js";

const reported: unknown[] = [];
const swallow = (e: unknown) => void reported.push(e);
beforeEach(() => { reported.length = 0; vi.stubGlobal("reportError", swallow); process.on("unhandledRejection", swallow); });
afterEach(() => { process.off("unhandledRejection", swallow); vi.unstubAllGlobals(); });

function untilAborted({ signal }: { signal?: AbortSignal } = {}): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(fakeError("aborted"))));
}

describe("callbacks", () => {
  it("onError throws: password is emptied, error shown", async () => {
    show({ login: refuse(fakeError("invalid_credentials")) }, { onError() { throw new Error("app"); } });
    await signIn();
    expect(await screen.findByText(/don't match/)).toBeVisible();
    expect(password()).toHaveValue("");
  });
  it("onError throws: field error shown", async () => {
    showSignup({ signup: refuse(fakeError("invalid_email")) }, { onError() { throw new Error("app"); } });
    await signUp();
    await waitFor(() => expect(email()).toHaveAccessibleDescription(/name@example/));
  });
  it("onAuthenticated throws: password is emptied", async () => {
    show({}, { onAuthenticated() { throw new Error("app"); } });
    await signIn();
    await waitFor(() => expect(password()).toHaveValue(""));
  });
  it("panel goes to signedIn though onAuthenticated throws", async () => {
    showPanel({ onAuthenticated() { throw new Error("app"); } });
    await userEvent.type(input("E-mail"), "ada@example.com");
    await userEvent.type(input("Password"), "engine{Enter}");
    expect(await screen.findByText(/signed in as/)).toBeVisible();
  });
  it("unmount: no onError", async () => {
    const onError = vi.fn();
    const { unmount } = show({ login: untilAborted }, { onError });
    await signIn();
    unmount();
    await act(async () => {});
    expect(onError).not.toHaveBeenCalled();
  });
  it("social cancel: no onError", async () => {
    const onError = vi.fn();
    show({ loginWithPopup: untilAborted }, { onError, connections: ["google-oauth2"], socialMode: "popup" });
    await userEvent.click(button("Continue with Google"));
    await userEvent.click(button("Cancel"));
    await act(async () => {});
    expect(onError).not.toHaveBeenCalled();
  });
  it("hosted failure is told", async () => {
    const onError = vi.fn();
    show({ login: refuse(fakeError("third_party_cookies_blocked")), loginWithConnection: refuse(fakeError("storage_unavailable")) }, { onError });
    await signIn();
    await userEvent.click(await screen.findByRole("button", { name: /sign-in page/ }));
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(2));
  });
  it("gated: onAuthenticated is called", async () => {
    const onAuthenticated = vi.fn();
    function App() {
      const { status } = useSession();
      return status === "authenticated" ? <p>in</p> : <Login onAuthenticated={onAuthenticated} />;
    }
    render(<Auth0Provider client={createFakeClient()}><App /></Auth0Provider>);
    await signIn();
    expect(await screen.findByText("in")).toBeVisible();
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
  });
});

describe("signup", () => {
  it("gives up the window", async () => {
    let signal: AbortSignal | undefined;
    showSignup({ loginWithPopup: (p = {}) => { signal = p.signal; return untilAborted(p as never); } }, { connections: ["google-oauth2"], socialMode: "popup" });
    await userEvent.click(button("Continue with Google"));
    await signUp();
    await waitFor(() => expect(signal?.aborted).toBe(true));
  });
  it.each(["root", "addEventListener", "children", "method", "submit", "requestSubmit", "contains", "tagName", "closest", "querySelector", "reset", "length", "title", "name", "style","toString-x", "action", "target", "id", "className", "firstChild", "textContent", "childNodes","insertBefore","appendChild","removeChild","dispatchEvent", "setAttribute","namespaceURI"])("field %s", async (name) => {
    const signup = vi.fn(async () => ({ kind: "accepted", destination: "x" }) as const);
    const errors = vi.spyOn(console, "error").mockImplementation(() => {});
    let mounted;
    try { mounted = showSignup({ signup }, { fields: [{ kind: "text", name, label: "Own", required: true }] });
    } catch (e) { errors.mockRestore(); if (/do not work/.test(String(e))) return; throw e; }
    await signUp();
    await act(async () => {});
    expect(signup).not.toHaveBeenCalled();
    expect(screen.getByLabelText("Own")).toHaveAccessibleDescription("Fill this in.");
    await userEvent.type(screen.getByLabelText("Own"), "x{Enter}");
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    mounted.unmount();
    expect(errors.mock.calls.map(String)).toEqual([]);
    errors.mockRestore();
  });
  it("accepted doesn't steal the focus", async () => {
    let end!: () => void;
    render(<><Auth0Provider client={createFakeClient({ signup: () => new Promise((r) => (end = () => r({ kind: "accepted", destination: "a@b" }))) })}><Signup /></Auth0Provider><input aria-label="Other" /></>);
    await signUp();
    await userEvent.click(screen.getByLabelText("Other"));
    act(() => end());
    await screen.findByText(/Look for our message/);
    expect(screen.getByLabelText("Other")).toHaveFocus();
  });
  it("fields appear later", async () => {
    const client = createFakeClient();
    const page = (p: object) => <Auth0Provider client={client}><Signup {...p} /></Auth0Provider>;
    const { rerender } = render(page({}));
    rerender(page({ username: true, fields: [{ kind: "text", name: "team", label: "Team", required: true }, { kind: "checkbox", name: "news", label: "News" }, { kind: "select", name: "role", label: "Role", options: [{ value: "a", label: "A" }] }], phone: "optional", terms: "t", termsRequired: true }));
    await signUp();
    await waitFor(() => expect(screen.getByLabelText("Username")).toHaveAccessibleDescription(/Enter your/));
    expect(screen.getByLabelText("Team")).toHaveAccessibleDescription("Fill this in.");
    expect(screen.getByLabelText("News")).not.toHaveAttribute("aria-invalid");
    expect(screen.getByLabelText("Role (optional)")).not.toHaveAttribute("aria-invalid");
    expect(screen.getByLabelText("t")).toHaveAccessibleDescription(/Agree/);
  });
});

describe("panel", () => {
  it("sign-out elsewhere keeps the focus", async () => {
    const client = createFakeClient();
    render(<><Auth0Provider client={client}><AuthPanel /></Auth0Provider><input aria-label="Other" /></>);
    await userEvent.type(input("E-mail"), "ada@example.com");
    await userEvent.type(input("Password"), "engine{Enter}");
    await screen.findByText(/signed in as/);
    await userEvent.click(screen.getByLabelText("Other"));
    await act(() => client.logout({ local: true }) as Promise<unknown>);
    expect(await screen.findByLabelText("Password")).toBeVisible();
    expect(screen.getByLabelText("Other")).toHaveFocus();
  });
  it("run out is said", async () => {
    showPanel({}, { challenge: { ...fakeChallenge, expiresAt: 0 } });
    await userEvent.type(input("E-mail"), "ada@example.com");
    await userEvent.type(input("Password"), "engine{Enter}");
    await press("Sign in again");
    await screen.findByText("That took too long. Sign in again.");
    expect(document.activeElement).toHaveAccessibleDescription(/took too long/);
  });
  it("views narrowed", async () => {
    const { showAgain } = showPanel({ initialView: "signup" });
    showAgain({ initialView: "signup", views: ["login"] });
    expect(screen.queryByRole("button", { name: "Create account" })).toBeNull();
  });
});

describe("login", () => {
  it("identifier switched", async () => {
    const onForgotPassword = vi.fn();
    const client = createFakeClient();
    const page = (p: object) => <Auth0Provider client={client}><Login onForgotPassword={onForgotPassword} {...p} /></Auth0Provider>;
    const { rerender } = render(page({}));
    await fill(email(), "ada@example.com");
    rerender(page({ identifier: "username" }));
    await fill(screen.getByLabelText("Username"), "ada");
    await userEvent.click(button("Forgot password?"));
    expect(onForgotPassword).toHaveBeenLastCalledWith("ada");
  });
});

describe("reset", () => {
  it("two clicks: accepted once", async () => {
    const onAccepted = vi.fn();
    render(<Auth0Provider client={createFakeClient()}><ResetPassword onAccepted={onAccepted} /></Auth0Provider>);
    await userEvent.type(email(), "a@b{Enter}");
    await screen.findByText("Check your inbox");
    vi.useFakeTimers(); vi.setSystemTime(Date.now() + 60_000);
    await act(async () => { await vi.advanceTimersByTimeAsync(2000); });
    vi.useRealTimers();
    const again = screen.getByRole("button", { name: /again/ });
    act(() => { fireEvent.click(again); fireEvent.click(again); });
    await act(async () => {});
    expect(onAccepted).toHaveBeenCalledTimes(2);
  });
});

describe("passwordless", () => {
  it("link elsewhere signs in: panel follows", async () => {
    const client = createFakeClient();
    render(<Auth0Provider client={client}><AuthPanel views={["login", "passwordless", "signedIn"]} passwordless={{ send: "link" }} /></Auth0Provider>);
    await press("Sign in with a code instead");
    await userEvent.type(input("E-mail"), "ada@example.com{Enter}");
    await screen.findByText(/inbox/i);
    await act(() => client.login({ email: "a@b", password: "x" }) as Promise<unknown>);
    expect(await screen.findByText(/signed in as/)).toBeVisible();
  });
});
