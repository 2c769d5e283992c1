import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeChallenge, fakeError } from "@portico/core/testing";
import { readInvitation, type ConnectionLoginParams } from "@portico/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Tenant, button, refuse, show, type } from "../../test/login-page.js";
import { show as showMfa } from "../../test/mfa-page.js";
import { showPanel } from "../../test/panel-page.js";
import { show as showPasswordless } from "../../test/passwordless-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { showSignup } from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";
import { ResetPassword } from "../reset-password/reset-password.js";
import { SocialButtons } from "../social-buttons/social-buttons.js";

keepConsoleQuiet();

const onward = en.progress.hosted;
const invited = { invitation: "ticket", organization: "org_1" };

function leaving() {
  return vi.fn((_params?: ConnectionLoginParams) => new Promise<never>(() => {}));
}

describe("A form for somebody who is invited", () => {
  it("asks for nothing, and leads to the tenant's page with the invitation and the rest", async () => {
    const login = vi.fn();
    const loginWithConnection = leaving();
    const given = { ...invited, audience: "https://api.example", appState: { returnTo: "/board" } };
    show(
      { login, loginWithConnection },
      { ...given, onSignup: vi.fn(), onForgotPassword: vi.fn(), onPasswordless: vi.fn() },
    );
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByLabelText("Password")).toBeNull();
    expect(screen.getAllByRole("button")).toHaveLength(1);
    await userEvent.dblClick(button(onward));
    expect(loginWithConnection).toHaveBeenCalledOnce();
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject(given);
    expect(login).not.toHaveBeenCalled();
  });

  it("takes what the address of this page brings, as it is", async () => {
    const loginWithConnection = leaving();
    const address =
      "https://app.example/join?invitation=t&organization=org_2&organization_name=acme";
    show({ loginWithConnection }, { ...readInvitation(address) });
    await userEvent.click(button(onward));
    const asked = { invitation: "t", organization: "org_2" };
    await waitFor(() =>
      expect(loginWithConnection).toHaveBeenCalledWith(expect.objectContaining(asked)),
    );
  });

  it.each(["", undefined])("is a form like any other without one: %j", async (invitation) => {
    show({}, { organization: "org_1", invitation });
    await type();
    expect(button("Sign in")).toBeVisible();
  });

  it("is asked for the terms all the same, when it signs up", async () => {
    const signup = vi.fn();
    const loginWithConnection = leaving();
    showSignup(
      { signup, loginWithConnection },
      { ...invited, termsRequired: true, terms: "I agree.", phone: true, captcha: () => "?" },
    );
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByText("?")).toBeNull();
    await userEvent.click(button(onward));
    expect(await screen.findByText(en.validation.terms_required)).toBeVisible();
    expect(loginWithConnection).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("checkbox"));
    await userEvent.click(button(onward));
    await waitFor(() => expect(loginWithConnection).toHaveBeenCalledOnce());
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject(invited);
    expect(signup).not.toHaveBeenCalled();
  });

  it.each(["email", "phone"] as const)("sends no code by %s", async (channel) => {
    const start = vi.fn();
    const loginWithConnection = leaving();
    showPasswordless(
      { passwordless: { start }, loginWithConnection },
      { ...invited, channel, captcha: () => "?" },
    );
    expect(screen.queryByRole("textbox")).toBeNull();
    await userEvent.click(button(onward));
    await waitFor(() => expect(loginWithConnection).toHaveBeenCalledOnce());
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject(invited);
    expect(start).not.toHaveBeenCalled();
  });

  it("has the app agree first, and says why the page could not be left", async () => {
    const error = fakeError("storage_unavailable");
    const onBeforeSubmit = vi.fn().mockReturnValueOnce("Not today.").mockReturnValue(undefined);
    const told = { onSubmit: vi.fn(), onSuccess: vi.fn(), onError: vi.fn() };
    const loginWithConnection = vi.fn(refuse(error));
    show({ loginWithConnection }, { ...invited, onBeforeSubmit, ...told });
    await userEvent.click(button(onward));
    expect(await screen.findByText("Not today.")).toBeVisible();
    expect(told.onSubmit).not.toHaveBeenCalled();
    await userEvent.click(button(onward));
    expect(await screen.findByText(en.errors.storage_unavailable)).toBeVisible();
    expect(told.onSubmit).toHaveBeenCalledExactlyOnceWith({});
    expect(told.onError).toHaveBeenCalledExactlyOnceWith(error);
    expect(told.onSuccess).not.toHaveBeenCalled();
    expect(button(onward)).not.toHaveAttribute("aria-disabled");
  });
});

describe("Another way than a form's", () => {
  it.each(["redirect", "popup"] as const)("takes the invitation along by %s", async (mode) => {
    const calls = { loginWithConnection: leaving(), loginWithPopup: leaving() };
    render(
      <Tenant client={createFakeClient(calls)}>
        <SocialButtons {...invited} connections={["google-oauth2"]} mode={mode} />
      </Tenant>,
    );
    await userEvent.click(button("Continue with Google"));
    const used = mode === "popup" ? calls.loginWithPopup : calls.loginWithConnection;
    expect(used.mock.calls[0]?.[0]).toMatchObject({ ...invited, connection: "google-oauth2" });
  });

  it("takes it along from a reset to the tenant's page, which is a reset as ever", async () => {
    const loginWithConnection = leaving();
    const resetPassword = refuse(fakeError("requires_verification"));
    render(
      <Tenant client={createFakeClient({ resetPassword, loginWithConnection })}>
        <ResetPassword {...invited} defaultValues={{ email: "ada@example.com" }} />
      </Tenant>,
    );
    await userEvent.type(screen.getByLabelText("E-mail"), "{Enter}");
    await userEvent.click(await screen.findByRole("button", { name: onward }));
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject(invited);
  });

  it("takes it along from a second factor, which is asked for as ever", async () => {
    const loginWithConnection = leaving();
    const authenticators = async () => [{ id: "totp|1", factor: "otp", active: true }] as const;
    const verify = refuse(fakeError("association_required"));
    const props = { ...invited, challenge: fakeChallenge };
    showMfa({ authenticators, verify }, props, { loginWithConnection });
    await userEvent.click(await screen.findByLabelText("Code"));
    await userEvent.paste("123456");
    await userEvent.click(await screen.findByRole("button", { name: onward }));
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject(invited);
  });

  it("is one for both in a panel, so that there are no tabs", async () => {
    const loginWithConnection = leaving();
    showPanel({ ...invited, connections: ["google-oauth2"] }, { loginWithConnection });
    expect(screen.queryByRole("tab")).toBeNull();
    expect(await screen.findByRole("button", { name: "Continue with Google" })).toBeVisible();
    await userEvent.click(button(onward));
    await waitFor(() => expect(loginWithConnection).toHaveBeenCalledOnce());
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject(invited);
  });
});
