import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import type { AuthClient } from "@portico/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import {
  button,
  email,
  fill,
  never,
  password,
  secret,
  show,
  Tenant,
} from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Login, type LoginProps } from "./login.js";

keepConsoleQuiet();

describe("Login by another name", () => {
  it.each([
    ["username", en.fields.username, "username", "text", "text"],
    ["either", en.fields.emailOrUsername, "username", "text", "email"],
    ["phone", en.fields.phone, "phone", "tel", "tel"],
  ] as const)("tells password managers and phones what %s is", (kind, label, name, type, mode) => {
    show({}, { identifier: kind });
    const input = screen.getByLabelText(label);
    expect(input).toHaveAttribute("name", name);
    expect(input).toHaveAttribute("type", type);
    expect(input).toHaveAttribute("inputmode", mode);
    expect(input).toHaveAttribute("autocomplete", "username");
  });

  it.each([
    ["username", en.fields.username, " ada ", { username: "ada" }],
    ["either", en.fields.emailOrUsername, "ada@example.com", { username: "ada@example.com" }],
    ["phone", en.fields.phone, "+49 (0)30 901820", { username: "+4930901820" }],
  ] as const)("signs in by %s", async (kind, label, typed, sent) => {
    const login = vi.fn<AuthClient["login"]>(never);
    show({ login }, { identifier: kind });
    await fill(screen.getByLabelText(label), typed);
    await fill(password(), secret);
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(login.mock.calls[0]?.[0]).toMatchObject({ ...sent, password: secret });
    expect(login.mock.calls[0]?.[0]).not.toHaveProperty("email");
    expect(login.mock.calls[0]?.[0]).not.toHaveProperty("phone");
  });

  it.each([
    ["username", en.fields.username, en.validation.username_required],
    ["either", en.fields.emailOrUsername, en.validation.identifier_required],
    ["phone", en.fields.phone, en.validation.phone_required],
  ] as const)("asks for what is missing by %s", async (kind, label, words) => {
    const login = vi.fn(never);
    show({ login }, { identifier: kind });
    await userEvent.click(button("Sign in"));
    const input = screen.getByLabelText(label);
    await waitFor(() => expect(input).toHaveAccessibleDescription(words));
    expect(password()).toHaveAccessibleDescription(en.validation.password_required);
    expect(input).toHaveFocus();
    expect(login).not.toHaveBeenCalled();
  });

  it("sends no number that is not whole", async () => {
    const login = vi.fn(never);
    show({ login }, { identifier: "phone" });
    await fill(screen.getByLabelText(en.fields.phone), "12");
    await fill(password(), "x");
    await userEvent.keyboard("{Enter}");
    const input = screen.getByLabelText(en.fields.phone);
    await waitFor(() => expect(input).toHaveAccessibleDescription(en.validation.phone_invalid));
    expect(login).not.toHaveBeenCalled();
  });

  it("forgets what another kind of name was, where the app changes its mind", async () => {
    const login = vi.fn(never);
    const client = createFakeClient({ login });
    const page = (props: LoginProps) => (
      <Tenant client={client}>
        <Login {...props} />
      </Tenant>
    );
    const { rerender } = render(page({ connectionForDomain: { "example.com": "acme" } }));
    await fill(email(), "ada@example.com");
    const onSignup = vi.fn();
    const connectionForDomain = { "example.com": "acme" };
    rerender(page({ identifier: "username", connectionForDomain, onSignup }));
    await fill(screen.getByLabelText(en.fields.username), "countess");
    await userEvent.click(button(en.login.other));
    expect(onSignup).toHaveBeenCalledExactlyOnceWith("countess");
    await fill(password(), secret);
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(login).toHaveBeenCalledWith(expect.objectContaining({ username: "countess" }));
  });

  it("starts a phone number in the app's country", async () => {
    show({}, { identifier: "phone", defaultCountry: "AT", countries: ["AT", "DE"] });
    const list = await screen.findByLabelText(en.fields.country);
    await waitFor(() => expect(list).toHaveValue("AT"));
  });

  it.each([
    ["username", { username: "ada" }, "ada"],
    ["either", { email: "ada@example.com" }, "ada@example.com"],
    ["phone", { phone: "+49 30 901820" }, "+4930901820"],
    ["email", { username: "ada" }, ""],
  ] as const)("starts %s with %j and takes it along", async (kind, defaultValues, taken) => {
    const onSignup = vi.fn();
    show({}, { identifier: kind, defaultValues, onSignup });
    await userEvent.click(button(en.login.other));
    expect(onSignup).toHaveBeenCalledExactlyOnceWith(taken);
  });
});
