import "@testing-library/jest-dom/vitest";
import {
  createFakeClient,
  fakeError,
  fakeUser,
  type FakeClientOptions,
} from "@portico/core/testing";
import type { AuthClient, PopupLoginParams } from "@portico/react";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { Tenant, button, refuse } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import type { SlotProps } from "../parts/slot.js";
import type { SocialButtonProps } from "../parts/social-button.js";
import { SocialButtons, type SocialButtonsProps } from "./social-buttons.js";

keepConsoleQuiet();

const six = ["google-oauth2", "apple", "windowslive", "github", "linkedin", "facebook"];
const google = "Continue with Google";

describe("SocialButtons", () => {
  it("leaves for the connection that is pressed, with everything it was given, once", async () => {
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(never);
    const onConnectionClick = vi.fn();
    const appState = { returnTo: "/board" };
    const github = { connection: "github", scope: ["repo"] };
    const asked = { audience: "https://api.example", scope: "openid", organization: "org_1" };
    show({ loginWithConnection }, { connections: [github], appState, onConnectionClick, ...asked });
    fireEvent.click(button("Continue with GitHub"));
    fireEvent.click(button("Continue with GitHub"));
    expect(onConnectionClick).toHaveBeenCalledExactlyOnceWith("github");
    expect(loginWithConnection).toHaveBeenCalledOnce();
    expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({
      connection: "github",
      connectionScope: ["repo"],
      appState,
      ...asked,
    });
  });

  it("goes one way at a time, and lets every button be reached meanwhile", async () => {
    const loginWithConnection = vi.fn(never);
    show({ loginWithConnection }, { connections: six });
    fireEvent.click(button(google));
    fireEvent.click(button("Continue with Apple"));
    expect(loginWithConnection).toHaveBeenCalledOnce();
    for (const name of [google, "Continue with Apple"]) {
      expect(button(name)).toHaveAttribute("aria-disabled", "true");
      expect(button(name)).not.toBeDisabled();
    }
    expect(button(google)).toHaveAttribute("data-state", "pending");
  });

  it("opens the window in the click itself, signs in, and works in strict mode", async () => {
    const loginWithPopup = vi.fn(createFakeClient().loginWithPopup);
    const onAuthenticated = vi.fn();
    const popup = { width: 500 };
    show({ loginWithPopup }, { mode: "popup", popup, onAuthenticated });
    fireEvent.click(button(google));
    expect(loginWithPopup).toHaveBeenCalledOnce();
    expect(loginWithPopup.mock.calls[0]?.[0]).toMatchObject({ connection: "google-oauth2", popup });
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
    expect(onAuthenticated.mock.calls[0]?.[0]).toMatchObject({ user: { sub: fakeUser.sub } });
  });

  it("says that a window is open, and gives it up with the focus where it was", async () => {
    let signal: AbortSignal | undefined;
    const loginWithPopup = (params: PopupLoginParams = {}) =>
      new Promise<never>(() => void (signal = params.signal));
    show({ loginWithPopup }, { mode: "popup" });
    expect(screen.queryByText(en.social.elsewhere)).toBeNull();
    await userEvent.click(button(google));
    expect(screen.getByText(en.social.elsewhere)).toHaveAttribute("role", "status");
    await userEvent.click(button("Cancel"));
    expect(signal?.aborted).toBe(true);
    expect(button(google)).toHaveFocus();
    expect(button(google)).not.toHaveAttribute("aria-disabled");
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
  });

  it("says calmly that the window was closed", async () => {
    const error = fakeError("popup_closed");
    const onError = vi.fn();
    show({ loginWithPopup: refuse(error) }, { mode: "popup", onError });
    await userEvent.click(button(google));
    expect(await screen.findByText(en.errors.popup_closed)).toBeInTheDocument();
    expect(screen.getByRole("alert")).toHaveAttribute("data-tone", "notice");
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
    expect(button(google)).not.toHaveAttribute("aria-disabled");
  });

  it.each(["popup_blocked", "popup_unavailable"] as const)(
    "offers the way without a window on %s, to the same connection",
    async (code) => {
      const loginWithConnection = vi.fn(never);
      show({ loginWithPopup: refuse(fakeError(code)), loginWithConnection }, { mode: "popup" });
      await userEvent.click(button("Continue with Apple"));
      const onward = await screen.findByRole("button", { name: en.progress.hosted });
      expect(onward).toHaveFocus();
      await userEvent.dblClick(onward);
      expect(loginWithConnection).toHaveBeenCalledOnce();
      expect(loginWithConnection).toHaveBeenCalledWith(
        expect.objectContaining({ connection: "apple" }),
      );
      expect(onward).toHaveAttribute("aria-disabled", "true");
      expect(onward).toHaveFocus();
    },
  );

  it("folds what is more than four, and goes on at the first one unfolded", async () => {
    show({}, { connections: six });
    expect(screen.getAllByRole("button", { name: /^Continue/ })).toHaveLength(4);
    const more = screen.getByRole("button", { name: en.social.more, expanded: false });
    more.focus();
    await userEvent.keyboard("{Enter}");
    expect(more).toHaveAttribute("aria-expanded", "true");
    expect(button("Continue with LinkedIn")).toHaveFocus();
    expect(screen.getAllByRole("button", { name: /^Continue/ })).toHaveLength(6);
    await userEvent.click(more);
    expect(screen.queryByRole("button", { name: "Continue with LinkedIn" })).toBeNull();
    expect(more).toHaveFocus();
  });

  it("marks the connection last used where it is asked to, and never folds it away", () => {
    const lastSignIn = () => ({ connection: "facebook", at: 0 });
    const { unmount } = show({ lastSignIn }, { connections: six });
    expect(screen.queryByText(en.social.lastUsed)).toBeNull();
    unmount();
    show({ lastSignIn }, { connections: six, lastUsed: true });
    const [first] = screen.getAllByRole("button");
    expect(first).toHaveAccessibleName("Continue with Facebook Last used");
  });

  it("puts the app's own button in the place of ours, with its state", async () => {
    function Own(props: Replacement) {
      const { Default: _, badge: __, state, children, innerRef, icon, ...native } = props;
      return (
        <button {...native} ref={innerRef} data-mine={state}>
          {icon} {children}
        </button>
      );
    }
    show({ loginWithPopup: never }, { mode: "popup", slots: { SocialButton: Own } });
    await userEvent.click(button(google));
    expect(button(google)).toHaveAttribute("data-mine", "pending");
  });

  it("names itself, in other words too, and says nothing on a server that can't be pressed", () => {
    const html = renderToString(
      <Tenant client={createFakeClient()}>
        <SocialButtons
          connections={six}
          messages={{ social: { continueWith: (p) => `With ${p}` } }}
        />
      </Tenant>,
    );
    expect(html).toContain("With Google");
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    expect(html).toMatch(/aria-disabled="true"/);
  });
});

type Replacement = SlotProps<SocialButtonProps, HTMLButtonElement>;

function show(calls: FakeClientOptions, props: Partial<SocialButtonsProps>) {
  return render(
    <StrictMode>
      <Tenant client={createFakeClient(calls)}>
        <SocialButtons connections={["google-oauth2", "apple"]} {...props} />
      </Tenant>
    </StrictMode>,
  );
}

function never(): Promise<never> {
  return new Promise(() => {});
}
