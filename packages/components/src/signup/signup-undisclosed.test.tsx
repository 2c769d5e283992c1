import "@testing-library/jest-dom/vitest";
import { fakeError } from "@portico/core/testing";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { refuse } from "../../test/login-page.js";
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

keepConsoleQuiet();

const hiddenCodes = ["user_exists", "invalid_signup"] as const;

describe("Signup, undisclosed", () => {
  it.each(hiddenCodes)(
    "leaves the same page for a new address as for one with an account: %s",
    async (code) => {
      const created = await endOf("accepted");
      const existing = await endOf(code);
      expect(existing).toEqual(created);
      expect(created.calls).toEqual(["signup", "onAccepted ada@example.com"]);
    },
  );

  it.each([undefined, ...hiddenCodes])(
    "leads to the sign-in with the address: %s",
    async (code) => {
      const onLogin = vi.fn();
      showSignup({ signup: code ? refuse(fakeError(code)) : accept() }, { onLogin });
      await signUp();
      const card = await screen.findByRole("region", { name: en.signup.neutralTitle });
      expect(card).toHaveTextContent("ada@example.com");
      await userEvent.click(screen.getByRole("button", { name: en.signup.acceptedSubmit }));
      expect(onLogin).toHaveBeenCalledExactlyOnceWith("ada@example.com");
    },
  );

  it.each(hiddenCodes)("hides an account where a new one would be signed in: %s", async (code) => {
    const onError = vi.fn();
    showSignup({ signup: refuse(fakeError(code)) }, { signIn: true, onError });
    await signUp();
    await screen.findByRole("region", { name: en.signup.neutralTitle });
    expect(onError).not.toHaveBeenCalled();
  });

  it("tells other failures as they are", async () => {
    const onError = vi.fn();
    showSignup({ signup: refuse(fakeError("signup_disabled")) }, { onError });
    await signUp();
    expect(await screen.findByText(en.errors.signup_disabled)).toBeInTheDocument();
    expect(onError).toHaveBeenCalledOnce();
  });

  it("says a hidden refusal of no attempt before", async () => {
    const signup = watchedSignup().mockImplementationOnce(refuse(fakeError("server")));
    showSignup({ signup });
    await signUp();
    await screen.findByText(en.errors.server);
    await userEvent.type(password(), "engine{Enter}");
    await screen.findByRole("region", { name: en.signup.neutralTitle });
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
  });
});

describe("Signup, disclosed", () => {
  it("says at the form that the address has an account", async () => {
    const onError = vi.fn();
    const signup = refuse(fakeError("user_exists"));
    showSignup({ signup }, { discloseAccounts: true, onError });
    await signUp();
    expect(await screen.findByText(en.errors.user_exists)).toBeInTheDocument();
    expect(email()).toHaveValue("ada@example.com");
    expect(onError).toHaveBeenCalledOnce();
  });

  it("says that the account is created", async () => {
    const onAccepted = vi.fn();
    showSignup({ signup: accept() }, { discloseAccounts: true, onAccepted });
    await signUp();
    const card = await screen.findByRole("region", { name: en.signup.acceptedTitle });
    expect(card).toHaveFocus();
    expect(card).toHaveTextContent("ada@example.com");
    expect(onAccepted).toHaveBeenCalledWith("ada@example.com");
  });
});

/** Signs up, and tells all that a reader or an app can notice at the end. */
async function endOf(how: "accepted" | (typeof hiddenCodes)[number]) {
  const calls: string[] = [];
  const { container, unmount } = showSignup(
    {
      signup: async ({ email: destination }) => {
        calls.push("signup");
        if (how !== "accepted") throw fakeError(how);
        return { kind: "accepted", destination };
      },
    },
    {
      onAccepted: (address) => void calls.push(`onAccepted ${address}`),
      onError: () => void calls.push("onError"),
      onLogin: () => {},
    },
  );
  await signUp();
  const card = await screen.findByRole("region", { name: en.signup.neutralTitle });
  await waitFor(() => expect(card).toHaveFocus());
  // React goes on counting its ids from one page to the next.
  const html = container.outerHTML.replaceAll(/_r_\w+_|:r\w+:/g, "id");
  unmount();
  return { html, calls };
}
