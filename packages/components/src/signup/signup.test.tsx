import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError, type FakeClientOptions } from "@portico/core/testing";
import {
  Auth0Provider,
  type AuthClient,
  type AuthError,
  type PasswordRule,
  type SignupOutcome,
} from "@portico/react";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Signup, type SignupProps } from "./signup.js";

keepConsoleQuiet();

describe("Signup", () => {
  it("creates the account with what was typed and signs in", async () => {
    const signup = vi.fn(createFakeClient().signup);
    const onAuthenticated = vi.fn();
    show({ signup }, { onAuthenticated, connection: "staff" });
    await signUp(" ada@example.com ");
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0]).toMatchObject({
      email: "ada@example.com",
      password: "engine",
      connection: "staff",
    });
    expect(password()).toHaveValue("");
  });

  it("does not say whether an address is known", async () => {
    expect(en.errors.user_exists).toBe(en.errors.invalid_signup);
    show({ signup: refuse(fakeError("user_exists")) });
    await signUp();
    expect(await screen.findByText(en.errors.invalid_signup)).toBeInTheDocument();
    expect(email()).not.toHaveAttribute("aria-invalid");
    expect(email()).toHaveValue("ada@example.com");
  });

  it("puts a refused address at its field and goes there", async () => {
    show({ signup: refuse(fakeError("invalid_email")) });
    await signUp();
    await waitFor(() => expect(email()).toHaveAccessibleDescription(en.errors.invalid_email));
    expect(email()).toHaveFocus();
    expect(password()).toHaveValue("");
    await userEvent.type(email(), "x");
    expect(email()).not.toBeInvalid();
  });

  it("shows the rules that the tenant refused a password by, and follows them from then on", async () => {
    show({ signup: refuse(fakeError("invalid_password", { policy: "strength", rules })) });
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
  ] as const)("says what is wrong with a password: %s", async (policy, words) => {
    show({ signup: refuse(fakeError("invalid_password", { policy, rules: [] })) });
    await signUp();
    await waitFor(() => expect(password()).toHaveAccessibleDescription(words));
  });

  it("judges by the policy it is given, before anything is sent", async () => {
    const signup = vi.fn(createFakeClient().signup);
    show({ signup }, { passwordPolicy: "fair" });
    const list = within(screen.getByText(en.rules.title).parentElement ?? document.body);
    expect(list.getAllByRole("listitem")).toHaveLength(5);
    await signUp();
    expect(await screen.findByText(en.validation.password_weak)).toBeInTheDocument();
    expect(password()).toHaveValue("engine");
    await userEvent.clear(password());
    await userEvent.type(password(), "Engine1837{Enter}");
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
  });

  it("renders for a verdict, not for a key", async () => {
    let commits = 0;
    render(
      <Profiler id="all" onRender={() => void commits++}>
        <Auth0Provider client={createFakeClient()}>
          <Signup passwordPolicy="low" />
        </Auth0Provider>
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

  it("says that the account is ready and leads to the sign-in", async () => {
    const onAccepted = vi.fn();
    const onLogin = vi.fn();
    show({ signup: accept() }, { signIn: false, onAccepted, onLogin });
    await signUp();
    const card = await screen.findByRole("region", { name: en.signup.acceptedTitle });
    expect(card).toHaveFocus();
    expect(card).toHaveTextContent("ada@example.com");
    expect(onAccepted).toHaveBeenCalledWith("ada@example.com");
    await userEvent.click(screen.getByRole("button", { name: en.signup.acceptedSubmit }));
    expect(onLogin).toHaveBeenCalledWith("ada@example.com");
  });

  it("leads to the sign-in page where the browser leaves no other way", async () => {
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(
      refuse(fakeError("storage_unavailable")),
    );
    const signup = accept(fakeError("third_party_cookies_blocked"));
    show({ signup, loginWithConnection }, { onLogin: () => {} });
    await signUp();
    await userEvent.click(await screen.findByRole("button", { name: en.progress.hosted }));
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({ loginHint: "ada@example.com" });
    expect(await screen.findByText(en.errors.storage_unavailable)).toBeInTheDocument();
  });

  it("asks to confirm the address where the tenant wants that first", async () => {
    show({ signup: accept(fakeError("requires_verification")) });
    await signUp();
    expect(await screen.findByText(/Confirm your address first/)).toBeInTheDocument();
  });

  it("tells password managers that both are new", () => {
    show();
    expect(email()).toHaveAttribute("autocomplete", "email");
    expect(password()).toHaveAttribute("autocomplete", "new-password");
  });

  it("takes the typed address along to the login", async () => {
    const onLogin = vi.fn();
    show({}, { onLogin });
    await userEvent.type(email(), "ada@example.com");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(onLogin).toHaveBeenCalledWith("ada@example.com");
  });

  it("renders on a server, with its rules", () => {
    const html = renderToString(
      <Auth0Provider client={createFakeClient()}>
        <Signup passwordPolicy="good" />
      </Auth0Provider>,
    );
    expect(html).toContain("At least 8 characters");
  });
});

const rules: readonly PasswordRule[] = [
  { code: "lengthAtLeast", format: [10], verified: false, items: [] },
];

function show(calls: FakeClientOptions = {}, props: SignupProps = {}) {
  return render(
    <Auth0Provider client={createFakeClient(calls)}>
      <Signup {...props} />
    </Auth0Provider>,
  );
}

function email(): HTMLInputElement {
  return screen.getByLabelText("E-mail");
}

function password(): HTMLInputElement {
  return screen.getByLabelText("Password");
}

async function signUp(address = "ada@example.com"): Promise<void> {
  await userEvent.click(email());
  await userEvent.paste(address);
  await userEvent.type(password(), "engine{Enter}");
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

function accept(signInError?: AuthError): () => Promise<SignupOutcome> {
  return async () => ({
    kind: "accepted",
    destination: "ada@example.com",
    ...(signInError && { signInError }),
  });
}
