import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeChallenge, fakeError } from "@portico/core/testing";
import type { AuthClient } from "@portico/react";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import {
  button,
  email,
  fill,
  password,
  refuse,
  show,
  signIn,
  type,
} from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { accept, showSignup, signUp } from "../../test/signup-page.js";
import type { CaptchaProps } from "../parts/captcha-box.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

const onward = en.progress.hosted;
const given = {
  connection: "users",
  audience: "https://api.example",
  scope: "openid email",
  organization: "org_1",
  appState: { returnTo: "/board" },
};

function leaving() {
  return vi.fn<AuthClient["loginWithConnection"]>(() => new Promise(() => {}));
}

function alert(): HTMLElement {
  return screen.getByRole("alert");
}

describe("A form that signs in", () => {
  it("takes along how it is asked to", async () => {
    const login = vi.fn(createFakeClient().login);
    show({ login }, { ...given, via: "password-realm" });
    await signIn();
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(login.mock.calls[0]?.[0]).toMatchObject({ ...given, via: "password-realm" });
  });

  it("takes the same along to the tenant's own page, with the name that is typed by then", async () => {
    const loginWithConnection = leaving();
    show({ login: refuse(fakeError("login_required")), loginWithConnection }, given);
    await signIn();
    await screen.findByRole("button", { name: onward });
    await userEvent.clear(email());
    await fill(email(), "eve@example.com");
    await userEvent.click(button(onward));
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({
      ...given,
      loginHint: "eve@example.com",
    });
  });

  it.each([
    [fakeError("invalid_email"), true, false],
    [fakeError("invalid_otp"), false, true],
    [fakeError("invalid_credentials"), false, true],
    [fakeError("aborted"), false, false],
  ])("shows $code at its field: %s, with the form: %s", async (error, isAtField, isWithForm) => {
    const onError = vi.fn();
    show({ login: refuse(error) }, { onError });
    await signIn();
    await waitFor(() => expect(password()).toHaveValue(""));
    const words = String(en.errors[error.code]);
    expect(email()).toHaveAccessibleDescription(isAtField ? words : "");
    expect(alert()).toHaveTextContent(isWithForm ? words : /^$/);
    expect(screen.queryByRole("button", { name: onward })).toBeNull();
    expect(onError).toHaveBeenCalledTimes(error.code === "aborted" ? 0 : 1);
  });

  it("offers the tenant's page only for what it can mend there, and not while it is sent again", async () => {
    const login = vi
      .fn<AuthClient["login"]>()
      .mockRejectedValueOnce(fakeError("login_required"))
      .mockRejectedValueOnce(fakeError("invalid_credentials"));
    const error = fakeError("storage_unavailable");
    show({ login, loginWithConnection: refuse(error) });
    await signIn();
    await userEvent.click(await screen.findByRole("button", { name: onward }));
    expect(await screen.findByText(en.errors.storage_unavailable)).toBeVisible();
    expect(alert()).toHaveAttribute("data-tone", "danger");
    await fill(password(), "again");
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByText(en.errors.invalid_credentials)).toBeVisible();
    expect(screen.queryByRole("button", { name: onward })).toBeNull();
  });

  it("forgets why the page could not be left when it is sent again", async () => {
    const login = refuse(fakeError("login_required"));
    show({ login, loginWithConnection: refuse(fakeError("storage_unavailable")) });
    await signIn();
    await userEvent.click(await screen.findByRole("button", { name: onward }));
    await screen.findByText(en.errors.storage_unavailable);
    await fill(password(), "again");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(alert()).toHaveTextContent(en.errors.login_required));
  });

  it("asks the app with what is no secret, and sends nothing that it refuses", async () => {
    const login = vi.fn(createFakeClient().login);
    const onBeforeSubmit = vi.fn().mockReturnValueOnce("Not today.");
    show({ login }, { onBeforeSubmit });
    await signIn();
    expect(await screen.findByText("Not today.")).toBeVisible();
    expect(onBeforeSubmit).toHaveBeenCalledExactlyOnceWith(
      { email: "ada@example.com" },
      { signal: expect.any(AbortSignal), connection: undefined },
    );
    expect(login).not.toHaveBeenCalled();
    expect(password()).toHaveFocus();
    await type();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    await waitFor(() => expect(screen.queryByText("Not today.")).toBeNull());
  });

  it("shows no way on where somebody here asks for the second factor", async () => {
    const onChallenge = vi.fn();
    const onError = vi.fn();
    show({ challenge: fakeChallenge }, { onChallenge, onError });
    await signIn();
    await waitFor(() => expect(onChallenge).toHaveBeenCalledExactlyOnceWith(fakeChallenge));
    expect(alert()).toBeEmptyDOMElement();
    expect(screen.queryByRole("button", { name: onward })).toBeNull();
    expect(onError).not.toHaveBeenCalled();
  });
});

describe("A form that creates an account", () => {
  it("leads on to the tenant's page where it could not sign in there, with the new address", async () => {
    const loginWithConnection = leaving();
    const signup = accept(fakeError("login_required"));
    const onAccepted = vi.fn();
    showSignup({ signup, loginWithConnection }, { onAccepted });
    await signUp("eve@example.com");
    await userEvent.click(await screen.findByRole("button", { name: onward }));
    expect(onAccepted).toHaveBeenCalledExactlyOnceWith("ada@example.com");
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({ loginHint: "ada@example.com" });
  });

  it("waits for the captcha before anybody else is asked", async () => {
    let captcha!: CaptchaProps;
    const signup = vi.fn(accept());
    const validate = vi.fn((values) => ({ value: values }));
    const onBeforeSubmit = vi.fn();
    showSignup(
      { signup },
      {
        captcha: (props) => {
          captcha = props;
          return <i>Captcha</i>;
        },
        schema: { "~standard": { validate } },
        onBeforeSubmit,
      },
    );
    await signUp();
    expect(await screen.findByText(en.validation.captcha_required)).toBeVisible();
    expect(password()).toHaveValue("engine");
    expect(validate).not.toHaveBeenCalled();
    expect(onBeforeSubmit).not.toHaveBeenCalled();
    act(() => captcha.onSolved("solved"));
    await userEvent.click(button(en.signup.submit));
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(signup).toHaveBeenCalledWith(expect.objectContaining({ captcha: "solved" }));
    expect(validate).toHaveBeenCalledOnce();
    expect(onBeforeSubmit).toHaveBeenCalledOnce();
  });
});
