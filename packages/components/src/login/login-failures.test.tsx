import "@testing-library/jest-dom/vitest";
import { fakeError } from "@portico/core/testing";
import type { AuthClient, AuthError, Challenged } from "@portico/react";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { email, password, refuse, show, signIn } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import type { LoginProps } from "./login.js";
import { placeError } from "../form/place-error.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

describe("Login, refused", () => {
  it("keeps the address, empties the password, blames neither field and asks again", async () => {
    show({ login: refuse(fakeError("invalid_credentials")) });
    await signIn();
    expect(await screen.findByRole("alert")).toHaveTextContent(en.errors.invalid_credentials);
    expect(email()).toHaveValue("ada@example.com");
    expect(password()).toHaveValue("");
    expect(password()).toHaveFocus();
    expect(email()).not.toHaveAttribute("aria-invalid");
    expect(password()).not.toHaveAttribute("aria-invalid");
    expect(password()).not.toHaveAccessibleDescription();
  });

  it("announces the same refusal again, in a live region that was there before", async () => {
    show({ login: refuse(fakeError("invalid_credentials")) });
    const region = screen.getByRole("alert");
    expect(region).toBeEmptyDOMElement();
    await signIn();
    const first = await screen.findByText(en.errors.invalid_credentials);
    await userEvent.type(password(), "y{Enter}");
    await waitFor(() => expect(first).not.toBeInTheDocument());
    expect(screen.getByRole("alert")).toBe(region);
    expect(region).toHaveTextContent(en.errors.invalid_credentials);
  });

  it.each(everyFailure().filter(({ code }) => placeError(code) !== "nowhere"))(
    "has words of its own for $code",
    async (error) => {
      show({ login: refuse(error) });
      await signIn();
      const words = en.errors[error.code];
      const text = typeof words === "string" ? words : (words as (e: AuthError) => string)(error);
      expect(await screen.findByText(text.replace(/\s/g, " "))).toBeInTheDocument();
      expect(document.body).not.toHaveTextContent(error.message);
      expect(document.body).not.toHaveTextContent(error.code);
    },
  );

  it("says that the reader is offline when that is known", async () => {
    show({ login: refuse(fakeError("network", { online: false })) });
    await signIn();
    expect(await screen.findByText(/You're offline/)).toBeInTheDocument();
  });

  it("shows nothing of an error that carries a foreign text", async () => {
    const error = fakeError("server");
    error.message = '<img src=x onerror="alert(1)"> call +1 555 0100';
    show({ login: refuse(error) });
    await signIn();
    await screen.findByText(en.errors.server);
    expect(document.body).not.toHaveTextContent("555");
    expect(document.querySelector("img")).toBeNull();
  });

  it.each(["third_party_cookies_blocked", "mfa_required", "requires_verification"] as const)(
    "hands over to the sign-in page on %s, with the address and the way back",
    async (code) => {
      const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(async () => ({
        kind: "redirecting",
      }));
      const appState = { returnTo: "/board" };
      show({ login: refuse(fakeError(code)), loginWithConnection }, { appState });
      await signIn();
      const onward = await screen.findByRole("button", { name: en.progress.hosted });
      expect(onward).toHaveFocus();
      await userEvent.dblClick(onward);
      expect(loginWithConnection).toHaveBeenCalledOnce();
      expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({
        loginHint: "ada@example.com",
        appState,
      });
    },
  );

  it("hands over to the sign-in page where a second factor is due and the app has no screen for it", async () => {
    show({ login: async () => challenged });
    await signIn();
    expect(await screen.findByText(en.errors.mfa_required)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: en.progress.hosted })).toHaveFocus();
    expect(password()).toHaveValue("");
  });

  it("hands the challenge to an app that has one, and shows no failure", async () => {
    const onChallenge = vi.fn<NonNullable<LoginProps["onChallenge"]>>();
    show({ login: async () => challenged }, { onChallenge });
    await signIn();
    await waitFor(() => expect(onChallenge).toHaveBeenCalledExactlyOnceWith(challenged.challenge));
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
    expect(password()).toHaveValue("");
  });

  it("says why the page could not be left", async () => {
    show({
      login: refuse(fakeError("third_party_cookies_blocked")),
      loginWithConnection: refuse(fakeError("storage_unavailable")),
    });
    await signIn();
    await userEvent.click(await screen.findByRole("button", { name: en.progress.hosted }));
    expect(await screen.findByText(en.errors.storage_unavailable)).toBeInTheDocument();
  });
});

const challenged: Challenged = {
  kind: "challenge",
  challenge: { type: "mfa", expiresAt: Date.now() + 600_000 },
  error: fakeError("mfa_required"),
};

/** One failure of every code; the codes come from the dictionary, which is complete by its type. */
function everyFailure(): AuthError[] {
  const details = {
    network: { online: true },
    timeout: { deadline: 15_000 },
    invalid_token: { reason: "expired" },
    legacy_endpoint_disabled: { modern: "login" },
    invalid_password: { policy: "strength", rules: [] },
  };
  const make = fakeError as (code: string, details: object) => AuthError;
  return Object.keys(en.errors).map((code) =>
    make(code, details[code as keyof typeof details] ?? {}),
  );
}
