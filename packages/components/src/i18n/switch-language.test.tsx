import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError, type FakeClientOptions } from "@portico/core/testing";
import { Auth0Provider, type AuthError } from "@portico/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode, type ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { Login } from "../login/login.js";
import { Signup } from "../signup/signup.js";
import { ar } from "./locales/ar.js";
import { de } from "./locales/de.js";
import { en } from "./locales/en.js";
import { ja } from "./locales/ja.js";
import { MessagesProvider } from "./messages-provider.js";
import type { Messages } from "./messages.js";
import { translate } from "./translate.js";

keepConsoleQuiet();

describe("a language that changes", () => {
  it("leaves a login as it is: what is typed, the focus, the failure", async () => {
    const { speak } = show(<Login />, { login: refuse(fakeError("invalid_credentials")) }, de);
    await userEvent.type(screen.getByLabelText(de.fields.email), "ada@example.com");
    await userEvent.type(screen.getByLabelText(de.fields.password), "wrong{Enter}");
    await screen.findByText(translate(de, fakeError("invalid_credentials")));
    const card = screen.getByRole("region", { name: de.login.title });
    const password = screen.getByLabelText(de.fields.password);
    await userEvent.type(password, "half a wo");

    speak(ar);
    expect(screen.getByRole("region", { name: ar.login.title })).toBe(card);
    expect(card).toHaveAttribute("lang", "ar");
    expect(card).toHaveAttribute("dir", "rtl");
    expect(screen.getByLabelText(ar.fields.email)).toHaveValue("ada@example.com");
    expect(screen.getByLabelText(ar.fields.password)).toBe(password);
    expect(password).toHaveValue("half a wo");
    expect(password).toHaveFocus();
    expect(screen.getByRole("alert")).toHaveTextContent(
      translate(ar, fakeError("invalid_credentials")),
    );
    expect(screen.queryByText(/Passwort/)).not.toBeInTheDocument();

    speak(ja);
    expect(card).toHaveAttribute("lang", "ja");
    expect(card).toHaveAttribute("dir", "ltr");
    expect(screen.getByRole("alert")).toHaveTextContent(
      translate(ja, fakeError("invalid_credentials")),
    );
    expect(password).toHaveValue("half a wo");
  });

  it("says what is wrong with a field in the new language, and goes on checking it", async () => {
    const { speak } = show(<Login />, {}, en);
    await userEvent.click(screen.getByRole("button", { name: en.login.submit }));
    const email = screen.getByLabelText(en.fields.email);
    await waitFor(() => expect(email).toHaveAccessibleDescription(en.validation.email_required));
    speak(de);
    expect(email).toHaveAccessibleDescription(de.validation.email_required);
    expect(email).toHaveFocus();
    await userEvent.type(email, "ada");
    expect(email).toHaveAccessibleDescription(de.validation.email_invalid);
  });

  it("leaves a sign-up as it is, with its rules and its countdown", async () => {
    const refusal = fakeError("rate_limited", {}, { retryAfter: 30_000 });
    const form = <Signup passwordPolicy="fair" />;
    const { speak } = show(form, { signup: refuse(refusal) }, en);
    await userEvent.type(screen.getByLabelText(en.fields.email), "ada@example.com");
    await userEvent.type(screen.getByLabelText(en.fields.newPassword), "Engine 1843{Enter}");
    await screen.findByText(translate(en, refusal));

    speak(de);
    expect(screen.getByRole("region", { name: de.signup.title })).toBeInTheDocument();
    expect(screen.getByLabelText(de.fields.email)).toHaveValue("ada@example.com");
    expect(screen.getByRole("alert")).toHaveTextContent(translate(de, refusal));
    expect(screen.getByText(/^Neuer Versuch in \d+\ss$/)).toBeInTheDocument();
    expect(screen.getByText(de.rules.title)).toBeInTheDocument();
    expect(screen.getByText(/Ein Großbuchstabe/)).toBeInTheDocument();
  });

  it("is the nearest: one from the left within Arabic reads from the left", () => {
    show(<Login messages={de} />, {}, ar);
    const card = screen.getByRole("region", { name: de.login.title });
    expect(card).toHaveAttribute("lang", "de");
    expect(card).toHaveAttribute("dir", "ltr");
  });

  it("is not changed by a few other words", () => {
    show(<Login messages={{ login: { title: "أهلاً" } }} />, {}, ar);
    const card = screen.getByRole("region", { name: "أهلاً" });
    expect(card).toHaveAttribute("lang", "ar");
    expect(card).toHaveAttribute("dir", "rtl");
  });
});

function show(form: ReactNode, calls: FakeClientOptions, messages: Messages) {
  const client = createFakeClient(calls);
  const speaking = (words: Messages) => (
    <StrictMode>
      <Auth0Provider client={client}>
        <MessagesProvider messages={words}>{form}</MessagesProvider>
      </Auth0Provider>
    </StrictMode>
  );
  const { rerender } = render(speaking(messages));
  return { speak: (words: Messages) => rerender(speaking(words)) };
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}
