import "@testing-library/jest-dom/vitest";
import { fakeError } from "@portico/core/testing";
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { refuse } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { email, password, showSignup, signUp, watchedSignup } from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

function username(): HTMLInputElement {
  return screen.getByLabelText(/^Username/);
}

function phone(): HTMLInputElement {
  return screen.getByRole("textbox", { name: /^Phone number/ });
}

describe("Signup's username", () => {
  it("is sent along, and password managers keep it", async () => {
    const signup = watchedSignup();
    showSignup({ signup }, { username: true });
    expect(username()).toHaveAttribute("autocomplete", "username");
    expect(email()).toHaveAttribute("autocomplete", "email");
    await userEvent.type(username(), " ada ");
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0].username).toBe("ada");
  });

  it("is missed where it is needed, and not where it is optional", async () => {
    const signup = watchedSignup();
    const { unmount } = showSignup({ signup }, { username: true });
    await signUp();
    await waitFor(() =>
      expect(username()).toHaveAccessibleDescription(en.validation.username_required),
    );
    expect(username()).toHaveFocus();
    unmount();
    showSignup({ signup }, { username: "optional" });
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0]).not.toHaveProperty("username");
  });

  it.each(["two words", "<b>", "ada@example.com"])("cannot be %s", async (name) => {
    showSignup({}, { username: true });
    await userEvent.type(username(), name);
    await signUp();
    await waitFor(() =>
      expect(username()).toHaveAccessibleDescription(en.validation.username_invalid),
    );
  });

  it("cannot be longer than the connection lets it", async () => {
    showSignup({}, { username: true, usernameLength: 20 });
    await userEvent.type(username(), "a".repeat(20));
    await signUp();
    await screen.findByRole("region", { name: en.signup.neutralTitle });
    cleanup();
    showSignup({}, { username: true });
    await userEvent.type(username(), "a".repeat(16));
    await signUp();
    await waitFor(() =>
      expect(username()).toHaveAccessibleDescription(en.validation.value_too_long),
    );
  });

  it("is said to be taken, at its field", async () => {
    showSignup({ signup: refuse(fakeError("username_exists")) }, { username: true });
    await userEvent.type(username(), "ada");
    await signUp();
    await waitFor(() => expect(username()).toHaveAccessibleDescription(en.errors.username_exists));
    expect(username()).toHaveFocus();
    expect(password()).toHaveValue("");
  });
});

describe("Signup's phone number", () => {
  it("is sent as the tenant wants it", async () => {
    const signup = watchedSignup();
    showSignup({ signup }, { phone: true, defaultCountry: "DE" });
    await userEvent.type(phone(), "030 901820");
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0].phoneNumber).toBe("+4930901820");
  });

  it("may be left out where it is optional, but not be half a number", async () => {
    const signup = watchedSignup();
    showSignup({ signup }, { phone: "optional" });
    await userEvent.type(phone(), "+49");
    await signUp();
    await waitFor(() => expect(phone()).toHaveAccessibleDescription(en.validation.phone_invalid));
    await userEvent.clear(phone());
    await userEvent.type(password(), "{Enter}");
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0].phoneNumber).toBeUndefined();
  });

  it("is refused at its field", async () => {
    showSignup({ signup: refuse(fakeError("invalid_phone_number")) }, { phone: true });
    await userEvent.type(phone(), "+4930901820");
    await signUp();
    await waitFor(() =>
      expect(phone()).toHaveAccessibleDescription(en.errors.invalid_phone_number),
    );
  });
});

it("asks first for what is still empty", () => {
  const defaultValues = { email: "ada@example.com" };
  showSignup({}, { username: true, defaultValues, autoFocus: true });
  expect(username()).toHaveFocus();
});
