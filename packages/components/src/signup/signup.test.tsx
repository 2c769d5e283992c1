import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import type { AuthClient, PasswordRule } from "@portico/react";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler, StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { Tenant, never, refuse } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import {
  accept,
  email,
  password,
  showSignup,
  signUp,
  watchedSignup,
} from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";
import { Signup } from "./signup.js";

keepConsoleQuiet();

describe("Signup", () => {
  it("creates the account with what was typed, and signs in where it is told to", async () => {
    const signup = vi.fn(createFakeClient().signup);
    const onAuthenticated = vi.fn();
    showSignup({ signup }, { onAuthenticated, connection: "staff", signIn: true });
    await signUp(" ada@example.com ");
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0]).toMatchObject({
      email: "ada@example.com",
      password: "engine",
      connection: "staff",
    });
    expect(password()).toHaveValue("");
  });

  it("signs nobody in if it is not told to", async () => {
    const signup = watchedSignup();
    showSignup({ signup });
    await signUp();
    await screen.findByRole("region", { name: en.signup.neutralTitle });
    expect(signup.mock.calls[0]?.[0]).toMatchObject({ signIn: false });
  });

  it("sends once for two presses, also in strict mode", async () => {
    const signup = vi.fn(never);
    render(
      <StrictMode>
        <Tenant client={createFakeClient({ signup })}>
          <Signup />
        </Tenant>
      </StrictMode>,
    );
    await signUp();
    await userEvent.dblClick(screen.getByRole("button", { name: /^Creating account/ }));
    expect(signup).toHaveBeenCalledOnce();
  });

  it("puts a refused address at its field and goes there", async () => {
    showSignup({ signup: refuse(fakeError("invalid_email")) });
    await signUp();
    await waitFor(() => expect(email()).toHaveAccessibleDescription(en.errors.invalid_email));
    expect(email()).toHaveFocus();
    expect(password()).toHaveValue("");
    await userEvent.type(email(), "x");
    expect(email()).not.toBeInvalid();
  });

  it("leads to the sign-in page where the browser leaves no other way", async () => {
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(
      refuse(fakeError("storage_unavailable")),
    );
    const signup = accept(fakeError("third_party_cookies_blocked"));
    showSignup({ signup, loginWithConnection }, { onLogin: () => {}, signIn: true });
    await signUp();
    await userEvent.click(await screen.findByRole("button", { name: en.progress.hosted }));
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({ loginHint: "ada@example.com" });
    expect(await screen.findByText(en.errors.storage_unavailable)).toBeInTheDocument();
  });

  it("asks to confirm the address where the tenant wants that first", async () => {
    showSignup({ signup: accept(fakeError("requires_verification")) }, { signIn: true });
    await signUp();
    expect(await screen.findByText(/Confirm your address first/)).toBeInTheDocument();
  });

  it("tells password managers that both are new", () => {
    showSignup();
    expect(email()).toHaveAttribute("autocomplete", "email");
    expect(password()).toHaveAttribute("autocomplete", "new-password");
  });

  it("takes the typed address along to the login", async () => {
    const onLogin = vi.fn();
    showSignup({}, { onLogin });
    await userEvent.type(email(), "ada@example.com");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(onLogin).toHaveBeenCalledWith("ada@example.com");
  });
});

describe("Signup's password", () => {
  it("shows the rules that the tenant refused it by, and follows them from then on", async () => {
    showSignup({ signup: refuse(fakeError("invalid_password", { policy: "strength", rules })) });
    await signUp();
    expect(await screen.findByText("Choose a stronger password.")).toBeInTheDocument();
    expect(password()).toHaveFocus();
    expect(password()).toHaveAccessibleDescription(/At least 10 characters \(missing\)/);
    await userEvent.type(password(), "analytical");
    expect(password()).toHaveAccessibleDescription(/At least 10 characters \(done\)/);
    expect(password()).not.toBeInvalid();
  });

  it.each([
    ["dictionary", "Too many people use that password. Choose another one."],
    ["user_info", "Leave your name and e-mail address out of your password."],
    ["history", "You've used that password before. Choose a new one."],
  ] as const)("says what is wrong with it: %s", async (policy, words) => {
    showSignup({ signup: refuse(fakeError("invalid_password", { policy, rules: [] })) });
    await signUp();
    await waitFor(() => expect(password()).toHaveAccessibleDescription(words));
  });

  it("is judged by the policy it is given, before anything is sent", async () => {
    const signup = watchedSignup();
    showSignup({ signup }, { passwordPolicy: "fair" });
    const list = within(screen.getByText(en.rules.title).parentElement ?? document.body);
    expect(list.getAllByRole("listitem")).toHaveLength(5);
    await signUp();
    expect(await screen.findByText(en.validation.password_weak)).toBeInTheDocument();
    expect(password()).toHaveValue("engine");
    await userEvent.clear(password());
    await userEvent.type(password(), "Engine1837{Enter}");
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
  });

  it("is judged by a connection's own settings", () => {
    showSignup({}, { passwordPolicy: { policy: "good", minLength: 14 } });
    expect(password()).toHaveAccessibleDescription(/At least 14 characters/);
    expect(password()).toHaveAccessibleDescription(/At least 3 of these 4/);
  });

  it("renders for a verdict, not for a key", async () => {
    let commits = 0;
    render(
      <Profiler id="all" onRender={() => void commits++}>
        <Tenant client={createFakeClient()}>
          <Signup passwordPolicy="low" />
        </Tenant>
      </Profiler>,
    );
    commits = 0;
    await userEvent.type(email(), "ada@example.com");
    await userEvent.type(password(), "engin");
    expect(commits).toBe(0);
    await userEvent.type(password(), "e");
    expect(commits).toBe(1);
    await userEvent.type(password(), "s of analysis");
    expect(commits).toBe(1);
  });

  it("has its rules in the page that a server sends", () => {
    const html = renderToString(
      <Tenant client={createFakeClient()}>
        <Signup passwordPolicy="good" />
      </Tenant>,
    );
    expect(html).toContain("At least 8 characters");
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
  });
});

const rules: readonly PasswordRule[] = [
  { code: "lengthAtLeast", format: [10], verified: false, items: [] },
];
