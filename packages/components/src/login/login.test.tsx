import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError, fakeUser } from "@portico/core/testing";
import type { LoginOutcome, LoginParams } from "@portico/react";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { describe, expect, it, vi } from "vitest";
import {
  Tenant,
  button,
  email,
  never,
  password,
  secret,
  show,
  signIn,
  type,
} from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Login } from "./login.js";

keepConsoleQuiet();

describe("Login", () => {
  it("signs in with what was typed, the password as it is", async () => {
    const login = vi.fn(createFakeClient().login);
    const onAuthenticated = vi.fn();
    show({ login }, { onAuthenticated, via: "redirect", audience: "https://api.example" });
    await userEvent.type(email(), "  ada@example.com ");
    await userEvent.type(password(), ` ${secret} {Enter}`);
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
    expect(onAuthenticated.mock.calls[0]?.[0]).toMatchObject({ user: { sub: fakeUser.sub } });
    expect(login.mock.calls[0]?.[0]).toMatchObject({
      email: "ada@example.com",
      password: ` ${secret} `,
      via: "redirect",
      audience: "https://api.example",
    });
  });

  it("asks for what is missing, at the field, and goes to the first one", async () => {
    const login = vi.fn(never);
    show({ login });
    await userEvent.click(button("Sign in"));
    expect(email()).toHaveAccessibleDescription(en.validation.email_required);
    expect(password()).toHaveAccessibleDescription(en.validation.password_required);
    expect(email()).toBeInvalid();
    expect(email()).toHaveFocus();
    expect(login).not.toHaveBeenCalled();
  });

  it.each(["ada+1@example.com", "ADA@Example.com", '"a b"@example.com', "ä@bücher.example", "x@y"])(
    "takes the address %s",
    async (address) => {
      const login = vi.fn(never);
      show({ login });
      fireEvent.change(email(), { target: { value: address } });
      await userEvent.type(password(), "x{Enter}");
      await waitFor(() => expect(login).toHaveBeenCalledOnce());
    },
  );

  it("sends once, however often it is asked to", async () => {
    const login = vi.fn(createFakeClient().login);
    const onAuthenticated = vi.fn();
    show({ login }, { onAuthenticated });
    await type();
    const submit = button("Sign in");
    fireEvent.click(submit);
    fireEvent.click(submit);
    fireEvent.submit(password().closest("form") ?? document.body);
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalled());
    expect(login).toHaveBeenCalledOnce();
    expect(onAuthenticated).toHaveBeenCalledOnce();
  });

  it("does not send while a composition is going on", async () => {
    const login = vi.fn(never);
    show({ login });
    await type();
    const isAllowed = fireEvent.keyDown(password(), { key: "Enter", isComposing: true });
    expect(isAllowed).toBe(false);
    expect(fireEvent.keyDown(password(), { key: "Enter" })).toBe(true);
    expect(login).not.toHaveBeenCalled();
  });

  it("sends what a password manager filled in without an event", async () => {
    const login = vi.fn(never);
    show({ login });
    email().value = "ada@example.com";
    password().value = secret;
    await userEvent.click(button("Sign in"));
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(login.mock.calls[0]?.[0]).toMatchObject({ email: "ada@example.com", password: secret });
  });

  it("ends the call when it goes away, and says nothing afterwards", async () => {
    let signal: AbortSignal | undefined;
    const onAuthenticated = vi.fn();
    const login = vi.fn(
      (params: LoginParams) =>
        new Promise<LoginOutcome>((_, reject) => {
          signal = params.signal;
          signal?.addEventListener("abort", () => reject(fakeError("aborted")));
        }),
    );
    const { unmount } = show({ login }, { onAuthenticated });
    await signIn();
    await waitFor(() => expect(login).toHaveBeenCalled());
    unmount();
    await act(async () => {});
    expect(signal?.aborted).toBe(true);
    expect(onAuthenticated).not.toHaveBeenCalled();
  });

  it("works in strict mode, with one call and one message", async () => {
    const login = vi.fn(createFakeClient().login);
    const onAuthenticated = vi.fn();
    render(
      <StrictMode>
        <Tenant client={createFakeClient({ login })}>
          <Login onAuthenticated={onAuthenticated} />
        </Tenant>
      </StrictMode>,
    );
    await signIn();
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
    expect(login).toHaveBeenCalledOnce();
  });

  it("tells password managers which field is which", () => {
    show();
    expect(email()).toHaveAttribute("autocomplete", "username");
    expect(email()).toHaveAttribute("type", "email");
    expect(email()).toHaveAttribute("name", "email");
    expect(password()).toHaveAttribute("autocomplete", "current-password");
    expect(password()).toHaveAttribute("name", "password");
  });

  it("takes the focus only when it is asked to, at the first empty field", () => {
    const { unmount } = show();
    expect(document.body).toHaveFocus();
    unmount();
    show({}, { autoFocus: true, defaultValues: { email: "ada@example.com" } });
    expect(email()).toHaveValue("ada@example.com");
    expect(password()).toHaveFocus();
  });

  it("takes the typed address along to the sign-up", async () => {
    const onSignup = vi.fn();
    show({}, { onSignup });
    await userEvent.type(email(), "ada@example.com");
    await userEvent.click(button("Create an account"));
    expect(onSignup).toHaveBeenCalledWith("ada@example.com");
  });

  it("says other words where it is given some, and its own everywhere else", () => {
    show({}, { title: "Hello", messages: { login: { submit: "Go" }, fields: undefined } });
    expect(screen.getByRole("region", { name: "Hello" })).toBeInTheDocument();
    expect(button("Go")).toBeInTheDocument();
    expect(email()).toBeInTheDocument();
  });
});
