import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError, type FakeClientOptions } from "@portico/core/testing";
import type { AuthClient } from "@portico/react";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Tenant, button, never, refuse, show as showLogin, signIn } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import type { BeforeSubmit } from "../form/use-consent.js";
import type { ShownValues } from "../form/sign-in-events.js";
import { en } from "../i18n/locales/en.js";
import { SocialButtons, type SocialButtonsProps } from "./social-buttons.js";

keepConsoleQuiet();
afterEach(() => void vi.unstubAllGlobals());

const google = "Continue with Google";
const apple = "Continue with Apple";

function asked(...answers: readonly ReturnType<BeforeSubmit<ShownValues>>[]) {
  const onBeforeSubmit = vi.fn<BeforeSubmit<ShownValues>>();
  for (const answer of answers) onBeforeSubmit.mockReturnValueOnce(answer);
  return onBeforeSubmit;
}

/** An answer that the test gives. */
function later() {
  let answer!: (refusal?: string) => void;
  const promise = new Promise<string | void>((resolve) => (answer = resolve));
  return { promise, answer };
}

describe("The app's consent to another way in", () => {
  it.each(["redirect", "popup"] as const)("refuses in its own words, by %s", async (mode) => {
    const calls = { loginWithConnection: vi.fn(never), loginWithPopup: vi.fn(never) };
    const onBeforeSubmit = asked("Not by Google.");
    const onError = vi.fn();
    show(calls, { mode, onBeforeSubmit, onError });
    await userEvent.click(button(google));
    expect(await screen.findByRole("alert")).toHaveTextContent("Not by Google.");
    expect(onBeforeSubmit).toHaveBeenCalledExactlyOnceWith(
      {},
      { signal: expect.any(AbortSignal), connection: "google-oauth2" },
    );
    expect(calls.loginWithConnection).not.toHaveBeenCalled();
    expect(calls.loginWithPopup).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
    await userEvent.click(button(apple));
    expect(mode === "popup" ? calls.loginWithPopup : calls.loginWithConnection).toHaveBeenCalled();
  });

  it("that is given at once lets the window open in the click itself", () => {
    const loginWithPopup = vi.fn(never);
    show({ loginWithPopup }, { mode: "popup", onBeforeSubmit: asked(undefined) });
    act(() => button(google).click());
    expect(loginWithPopup).toHaveBeenCalledOnce();
  });

  it("is waited for, with nothing else to press, and then the way is gone once", async () => {
    const { promise, answer } = later();
    const loginWithPopup = vi.fn(never);
    show({ loginWithPopup }, { mode: "popup", onBeforeSubmit: asked(promise) });
    await userEvent.click(button(google));
    await userEvent.click(button(google));
    await userEvent.click(button(apple));
    expect(button(google)).toHaveAttribute("data-state", "pending");
    expect(button(apple)).toHaveAttribute("aria-disabled", "true");
    expect(screen.queryByText(en.social.elsewhere)).toBeNull();
    expect(loginWithPopup).not.toHaveBeenCalled();
    await act(async () => answer());
    expect(loginWithPopup).toHaveBeenCalledOnce();
    expect(screen.getByText(en.social.elsewhere)).toBeVisible();
  });

  it("that came too late for a window leads on without one, and is asked for again", async () => {
    const loginWithPopup = refuse(fakeError("popup_blocked"));
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(never);
    const onBeforeSubmit = asked(Promise.resolve(), Promise.resolve());
    show({ loginWithPopup, loginWithConnection }, { mode: "popup", onBeforeSubmit });
    await userEvent.click(button(google));
    await userEvent.click(await screen.findByRole("button", { name: en.progress.hosted }));
    await waitFor(() => expect(loginWithConnection).toHaveBeenCalledOnce());
    expect(onBeforeSubmit).toHaveBeenCalledTimes(2);
  });

  it("that the app fails to give stops it, and tells whoever wrote it", async () => {
    const reportError = vi.fn();
    vi.stubGlobal("reportError", reportError);
    const mistake = new Error("The app's own mistake.");
    const loginWithConnection = vi.fn(never);
    const onBeforeSubmit = vi.fn(() => {
      throw mistake;
    });
    show({ loginWithConnection }, { onBeforeSubmit });
    await userEvent.click(button(google));
    expect(await screen.findByText(en.validation.refused)).toBeVisible();
    expect(reportError).toHaveBeenCalledExactlyOnceWith(mistake);
    expect(loginWithConnection).not.toHaveBeenCalled();
  });

  it("is waited for no more when the buttons have gone", async () => {
    const { promise, answer } = later();
    const loginWithConnection = vi.fn(never);
    const onBeforeSubmit = asked(promise);
    const { unmount } = show({ loginWithConnection }, { onBeforeSubmit });
    await userEvent.click(button(google));
    unmount();
    expect(onBeforeSubmit.mock.calls[0]?.[1].signal.aborted).toBe(true);
    await act(async () => answer());
    expect(loginWithConnection).not.toHaveBeenCalled();
  });

  it("is waited for no more when the form beside them is sent, which asks for its own", async () => {
    const { promise, answer } = later();
    const loginWithPopup = vi.fn(never);
    const login = vi.fn(never);
    const onBeforeSubmit = asked(promise);
    showLogin(
      { login, loginWithPopup },
      { connections: ["google-oauth2"], socialMode: "popup", onBeforeSubmit },
    );
    await userEvent.click(await screen.findByRole("button", { name: google }));
    await signIn();
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(onBeforeSubmit.mock.calls[0]?.[1].signal.aborted).toBe(true);
    expect(onBeforeSubmit.mock.lastCall?.[0]).toEqual({ email: "ada@example.com" });
    expect(onBeforeSubmit.mock.lastCall?.[1].connection).toBeUndefined();
    await act(async () => answer());
    expect(loginWithPopup).not.toHaveBeenCalled();
  });
});

function show(calls: FakeClientOptions, props: Partial<SocialButtonsProps>) {
  return render(
    <StrictMode>
      <Tenant client={createFakeClient(calls)}>
        <SocialButtons connections={["google-oauth2", "apple"]} {...props} />
      </Tenant>
    </StrictMode>,
  );
}
