import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeChallenge, fakeError, fakeUser } from "@portico/core/testing";
import type { AuthError, Mfa } from "@portico/react";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { button, never, refuse, secret, show, signIn } from "../../test/login-page.js";
import { app, code, having, recovery, press, show as showMfa } from "../../test/mfa-page.js";
import { showPanel, signIn as signInAtPanel } from "../../test/panel-page.js";
import { answer, ask, show as showPasswordless } from "../../test/passwordless-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { showSignup, signUp } from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

/** What an app is told, and the names of that in order. */
function listeners(...names: readonly string[]) {
  const told: string[] = [];
  const spies = Object.fromEntries(
    names.map((name) => [name, vi.fn((_what?: unknown) => void told.push(name))]),
  );
  return { told, spies };
}

const every = ["onSubmit", "onAuthenticated", "onAccepted", "onSuccess", "onError"];
const authenticated = expect.objectContaining({
  kind: "authenticated",
  session: expect.objectContaining({ user: expect.objectContaining({ sub: fakeUser.sub }) }),
});

describe("What a login tells", () => {
  it("is what is sent, without the password, and how it ended, in this order", async () => {
    const { told, spies } = listeners(...every);
    show({}, spies);
    await signIn();
    await waitFor(() => expect(told).toEqual(["onSubmit", "onAuthenticated", "onSuccess"]));
    expect(spies["onSubmit"]).toHaveBeenCalledWith({ email: "ada@example.com" });
    expect(spies["onSuccess"]).toHaveBeenCalledWith(authenticated);
    expect(JSON.stringify(Object.values(spies).map(({ mock }) => mock.calls))).not.toContain(
      secret,
    );
  });

  it("is nothing of what did not pass its checks, or what the app refused", async () => {
    const { told, spies } = listeners(...every);
    show({ login: never }, { ...spies, onBeforeSubmit: () => "Not today." });
    await userEvent.click(button("Sign in"));
    expect(await screen.findByText(en.validation.email_required)).toBeVisible();
    await signIn();
    expect(await screen.findByText("Not today.")).toBeVisible();
    expect(told).toEqual([]);
  });

  it("is every failure, also of a second factor that nobody here asks for", async () => {
    const error: AuthError<"mfa_required"> = fakeError("mfa_required");
    const challenge = { kind: "challenge", challenge: fakeChallenge, error } as const;
    const login = vi
      .fn()
      .mockRejectedValueOnce(fakeError("invalid_credentials"))
      .mockResolvedValueOnce(challenge);
    const { told, spies } = listeners(...every);
    show({ login }, spies);
    await signIn();
    await screen.findByText(en.errors.invalid_credentials);
    await userEvent.type(screen.getByLabelText("Password"), `${secret}{Enter}`);
    await screen.findByText(en.errors.mfa_required);
    expect(told).toEqual(["onSubmit", "onError", "onSubmit", "onError"]);
    expect(spies["onError"]).toHaveBeenLastCalledWith(error);
  });

  it("is a second factor that somebody here asks for as a success", async () => {
    const { told, spies } = listeners(...every, "onChallenge");
    show({ challenge: fakeChallenge }, spies);
    await signIn();
    await waitFor(() => expect(told).toEqual(["onSubmit", "onChallenge", "onSuccess"]));
    expect(spies["onSuccess"]).toHaveBeenCalledWith(
      expect.objectContaining({ kind: "challenge", challenge: fakeChallenge }),
    );
  });

  it("is that the page is being left, by a button or for the tenant's own", async () => {
    const { told, spies } = listeners(...every, "onConnectionClick");
    const login = refuse(fakeError("third_party_cookies_blocked"));
    show({ login }, { ...spies, connections: ["apple"] });
    await signIn();
    await userEvent.click(await screen.findByRole("button", { name: en.progress.hosted }));
    await waitFor(() => expect(told).toEqual(["onSubmit", "onError", "onSuccess"]));
    expect(spies["onSuccess"]).toHaveBeenCalledWith({ kind: "redirecting" });
    await userEvent.click(button("Continue with Apple"));
    await waitFor(() => expect(told.slice(3)).toEqual(["onConnectionClick", "onSuccess"]));
  });
});

describe("What other forms tell", () => {
  it("is that a sign-up was taken, with its values but the password", async () => {
    const { told, spies } = listeners(...every);
    const onViewChange = vi.fn();
    showSignup({}, { ...spies, onViewChange });
    await signUp();
    await waitFor(() => expect(told).toEqual(["onSubmit", "onAccepted", "onSuccess"]));
    expect(spies["onSubmit"]).toHaveBeenCalledWith({ email: "ada@example.com" });
    const outcome = { kind: "accepted", destination: "ada@example.com" };
    expect(spies["onSuccess"]).toHaveBeenCalledWith(outcome);
    expect(onViewChange).toHaveBeenCalledExactlyOnceWith("accepted");
  });

  it("is each step of a login by a code, and never the code", async () => {
    const { told, spies } = listeners(...every);
    const onViewChange = vi.fn();
    showPasswordless({}, { ...spies, onViewChange });
    await ask();
    await answer("271828");
    const ends = ["onSubmit", "onAuthenticated", "onSuccess"];
    await waitFor(() => expect(told).toEqual(["onSubmit", "onSuccess", ...ends]));
    expect(spies["onSubmit"]?.mock.calls).toEqual([[{ email: "ada@example.com" }], [{}]]);
    expect(onViewChange).toHaveBeenCalledExactlyOnceWith("code");
    expect(spies["onSuccess"]).toHaveBeenLastCalledWith(authenticated);
  });

  it("is a second factor's end once, without the code or the new recovery code", async () => {
    const { mfa } = createFakeClient();
    const verify: Mfa["verify"] = async (...given) => ({
      ...(await mfa.verify(...given)),
      recoveryCode: "NEW-CODE",
    });
    const { told, spies } = listeners(...every);
    const onViewChange = vi.fn();
    showMfa({ ...having(app, recovery), verify }, { ...spies, onViewChange });
    await userEvent.click(await code());
    await userEvent.paste("271828");
    await screen.findByText("NEW-CODE");
    expect(told).toEqual(["onSubmit"]);
    expect(spies["onSubmit"]).toHaveBeenCalledWith({});
    await userEvent.click(screen.getByRole("checkbox"));
    await press(en.mfa.recovery.submit);
    await waitFor(() => expect(told).toEqual(["onSubmit", "onAuthenticated", "onSuccess"]));
    expect(spies["onSuccess"]).toHaveBeenCalledWith(authenticated);
    expect(onViewChange.mock.calls.flat()).toContain("keep");
    const all = Object.values(spies).map(({ mock }) => mock.calls);
    expect(JSON.stringify(all)).not.toMatch(/271828|NEW-CODE/);
  });

  it("is told by a panel after the view's own, with the view", async () => {
    const order: string[] = [];
    const own = { onSubmit: () => order.push("own submit"), onSuccess: () => order.push("own") };
    const onSubmit = vi.fn(() => void order.push("submit"));
    const onSuccess = vi.fn(() => void order.push("panel"));
    showPanel({ login: own, onSubmit, onSuccess });
    await signInAtPanel();
    await waitFor(() => expect(order).toEqual(["own submit", "submit", "own", "panel"]));
    expect(onSubmit).toHaveBeenCalledWith({ email: "ada@example.com" }, "login");
    expect(onSuccess).toHaveBeenCalledWith(authenticated, "login");
  });
});
