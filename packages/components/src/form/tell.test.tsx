import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import { Auth0Provider, useSession, type Session } from "@portico/react";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { button, email, password, refuse, show, signIn } from "../../test/login-page.js";
import { input, showPanel, signIn as signInAtPanel } from "../../test/panel-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { showSignup, signUp } from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";
import { Login } from "../login/login.js";
import { tell, tellFailure } from "./tell.js";

keepConsoleQuiet();

const reportError = vi.fn();
beforeEach(() => void vi.stubGlobal("reportError", reportError.mockClear()));
afterEach(() => void vi.unstubAllGlobals());

const mistake = new Error("The app's own mistake.");

function throwMistake(): never {
  throw mistake;
}

/** A call that ends only by being given up. */
function untilGivenUp({ signal }: { readonly signal?: AbortSignal | undefined } = {}) {
  return new Promise<never>((_, reject) => {
    signal?.addEventListener("abort", () => reject(fakeError("aborted")));
  });
}

describe("tell and tellFailure", () => {
  it("call whoever listens with what there is to tell, and need nobody", () => {
    const listener = vi.fn();
    tell(listener, "news");
    tell(undefined, "news");
    expect(listener).toHaveBeenCalledExactlyOnceWith("news");
    expect(reportError).not.toHaveBeenCalled();
  });

  it("tell of every failure but that a call was given up", () => {
    const listener = vi.fn();
    const error = fakeError("invalid_credentials");
    tellFailure(listener, fakeError("aborted"));
    tellFailure(undefined, error);
    expect(listener).not.toHaveBeenCalled();
    tellFailure(listener, error);
    expect(listener).toHaveBeenCalledExactlyOnceWith(error);
  });
});

describe("What an app throws when it is told something", () => {
  it("leaves no password behind, and the failure is shown", async () => {
    show({ login: refuse(fakeError("invalid_credentials")) }, { onError: throwMistake });
    await signIn();
    expect(await screen.findByText(en.errors.invalid_credentials)).toBeVisible();
    expect(password()).toHaveValue("");
    expect(reportError).toHaveBeenCalledExactlyOnceWith(mistake);
  });

  it("leaves the failure at its field", async () => {
    showSignup({ signup: refuse(fakeError("invalid_email")) }, { onError: throwMistake });
    await signUp();
    await waitFor(() => expect(email()).toHaveAccessibleDescription(en.errors.invalid_email));
  });

  it("leaves no password behind after a sign-in", async () => {
    show({}, { onAuthenticated: throwMistake });
    await signIn();
    await waitFor(() => expect(password()).toHaveValue(""));
    expect(reportError).toHaveBeenCalledExactlyOnceWith(mistake);
  });

  it("does not keep a panel from going on, or from being there", async () => {
    const onAuthenticated = vi.fn();
    showPanel({
      onReady: throwMistake,
      onViewChange: throwMistake,
      login: { onAuthenticated: throwMistake },
      onAuthenticated,
    });
    expect(input("E-mail")).toBeVisible();
    await signInAtPanel();
    expect(await screen.findByRole("heading")).toHaveTextContent(/^You're signed in as/);
    expect(onAuthenticated).toHaveBeenCalledOnce();
  });
});

describe("What an app is told", () => {
  it("is no failure where the form went away, or the window was given up", async () => {
    const onError = vi.fn();
    const calls = { login: untilGivenUp, loginWithPopup: untilGivenUp };
    const connections = ["google-oauth2"];
    const { unmount } = show(calls, { onError, connections, socialMode: "popup" });
    await userEvent.click(await screen.findByRole("button", { name: "Continue with Google" }));
    await userEvent.click(button("Cancel"));
    await signIn();
    unmount();
    await act(async () => {});
    expect(onError).not.toHaveBeenCalled();
  });

  it("is why the page could not be left for the tenant's own", async () => {
    const onError = vi.fn();
    const login = refuse(fakeError("third_party_cookies_blocked"));
    const loginWithConnection = refuse(fakeError("storage_unavailable"));
    show({ login, loginWithConnection }, { onError });
    await signIn();
    await userEvent.click(await screen.findByRole("button", { name: en.progress.hosted }));
    await screen.findByText(en.errors.storage_unavailable);
    const codes = onError.mock.calls.map(([error]) => error.code);
    expect(codes).toEqual(["third_party_cookies_blocked", "storage_unavailable"]);
  });

  it("is who has signed in, also where the session has taken the form away by then", async () => {
    const onAuthenticated = vi.fn();
    render(
      <Auth0Provider client={createFakeClient()}>
        <Gate onAuthenticated={onAuthenticated} />
      </Auth0Provider>,
    );
    await signIn();
    expect(await screen.findByText("Inside")).toBeVisible();
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
  });
});

function Gate(props: { readonly onAuthenticated: (session: Session) => void }): ReactNode {
  const { status } = useSession();
  return status === "authenticated" ? <p>Inside</p> : <Login {...props} />;
}
