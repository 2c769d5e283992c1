import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeChallenge, fakeError, fakeUser } from "@portico/core/testing";
import { Auth0Provider, type AuthClient } from "@portico/react";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { loadEverything } from "../../test/load-everything.js";
import { input, press, signIn } from "../../test/panel-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import type { AuthPanelProps } from "./auth-panel-props.js";
import { AuthPanel } from "./auth-panel.js";

keepConsoleQuiet();
beforeAll(loadEverything);

describe("AuthPanel, when somebody signs in elsewhere", () => {
  it("ends as after its own sign-in, and takes no focus", async () => {
    const client = createFakeClient();
    const onAuthenticated = vi.fn();
    const own = vi.fn();
    show(client, { onAuthenticated, login: { onAuthenticated: own } });
    await userEvent.type(input("E-mail"), "grace@exam");
    await userEvent.tab();
    await signInElsewhere(client);
    expect(signedIn()).toBeVisible();
    expect(document.body).toHaveFocus();
    expect(onAuthenticated).toHaveBeenCalledOnce();
    expect(onAuthenticated.mock.calls[0]?.[0]).toMatchObject({ user: fakeUser });
    expect(own).not.toHaveBeenCalled();
  });

  it("tells of it once for each time", async () => {
    const client = createFakeClient();
    const onAuthenticated = vi.fn();
    show(client, { onAuthenticated });
    await signInElsewhere(client);
    expect(onAuthenticated).toHaveBeenCalledOnce();
    await act(async () => void (await client.logout()));
    expect(input("E-mail")).toBeVisible();
    await signInElsewhere(client);
    expect(signedIn()).toBeVisible();
    expect(onAuthenticated).toHaveBeenCalledTimes(2);
  });

  it("does not take its own sign-in for another one", async () => {
    const onAuthenticated = vi.fn();
    const onViewChange = vi.fn();
    show(createFakeClient(), { onAuthenticated, onViewChange });
    await signIn();
    await waitFor(() => expect(signedIn()).toHaveFocus());
    expect(onAuthenticated).toHaveBeenCalledOnce();
    expect(onViewChange).toHaveBeenCalledExactlyOnceWith("signedIn");
  });

  it("leaves a call of its own time to end, and follows when it has failed", async () => {
    const elsewhere = createFakeClient();
    const onAuthenticated = vi.fn();
    let fail = (_error: Error): void => {};
    const login = () => new Promise<never>((_, reject) => (fail = reject));
    show({ ...elsewhere, login }, { onAuthenticated });
    await signIn();
    await screen.findByRole("button", { name: en.login.pending });
    await signInElsewhere(elsewhere);
    expect(input("Password")).toBeVisible();
    expect(onAuthenticated).not.toHaveBeenCalled();
    await act(async () => fail(fakeError("network", { online: true })));
    expect(signedIn()).toBeVisible();
    expect(onAuthenticated).toHaveBeenCalledOnce();
  });

  it("lets the reader put away a recovery code that came with its own sign-in", async () => {
    const calls = createFakeClient({ challenge: fakeChallenge });
    const onAuthenticated = vi.fn();
    const verify: AuthClient["mfa"]["verify"] = async (...given) => ({
      ...(await calls.mfa.verify(...given)),
      recoveryCode: "NEW-CODE",
    });
    show({ ...calls, mfa: { ...calls.mfa, verify } }, { onAuthenticated });
    await signIn();
    await press(new RegExp(en.mfa.factors.otp));
    await userEvent.type(await screen.findByLabelText(en.fields.code), "123456");
    expect(await screen.findByText("NEW-CODE")).toBeVisible();
    expect(onAuthenticated).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("checkbox", { name: en.mfa.recovery.saved }));
    await press(en.mfa.recovery.submit);
    expect(signedIn()).toBeVisible();
    expect(onAuthenticated).toHaveBeenCalledOnce();
  });
});

function show(client: AuthClient, props: AuthPanelProps) {
  return render(
    <StrictMode>
      <Auth0Provider client={client}>
        <AuthPanel {...props} />
      </Auth0Provider>
    </StrictMode>,
  );
}

async function signInElsewhere(client: AuthClient): Promise<void> {
  await act(async () => void (await client.login({ email: "ada@example.com", password: "x" })));
}

function signedIn(): HTMLElement {
  return screen.getByRole("region", { name: en.authPanel.signedIn(fakeUser.name) });
}
