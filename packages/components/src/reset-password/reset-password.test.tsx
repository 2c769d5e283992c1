import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError, type FakeClientOptions } from "@portico/core/testing";
import { Auth0Provider, type AuthClient, type AuthError } from "@portico/react";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler, StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { ResetPassword, type ResetPasswordProps } from "./reset-password.js";

keepConsoleQuiet();
afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});

describe("ResetPassword", () => {
  it("sends what was typed, once, and says where to look", async () => {
    const resetPassword = vi.fn(createFakeClient().resetPassword);
    const onAccepted = vi.fn();
    show({ resetPassword }, { onAccepted, connection: "staff", organization: "org_1" });
    await ask(" ada@example.com ");
    const card = await screen.findByRole("region", { name: en.resetPassword.sentTitle });
    expect(card).toHaveFocus();
    expect(card).toHaveTextContent(en.resetPassword.sent("ada@example.com"));
    expect(onAccepted).toHaveBeenCalledExactlyOnceWith("ada@example.com");
    expect(resetPassword).toHaveBeenCalledOnce();
    expect(resetPassword.mock.calls[0]?.[0]).toMatchObject({
      email: "ada@example.com",
      connection: "staff",
      organization: "org_1",
    });
  });

  it("shows the same screen for every address, to the letter", async () => {
    const screens = [];
    for (const address of ["known@example.com", "unknown@example.com"]) {
      const { container, unmount } = show();
      await ask(address);
      await screen.findByText(en.resetPassword.sent(address));
      screens.push(
        container.innerHTML.replaceAll(address, "…").replaceAll(/_r_\w+_|:r\w+:/g, "id"),
      );
      unmount();
    }
    expect(screens[0]).toBe(screens[1]);
  });

  it("asks for an address at its field", async () => {
    const resetPassword = vi.fn<AuthClient["resetPassword"]>();
    show({ resetPassword });
    await userEvent.click(button(en.resetPassword.submit));
    expect(email()).toHaveAccessibleDescription(en.validation.email_required);
    expect(email()).toHaveFocus();
    expect(resetPassword).not.toHaveBeenCalled();
  });

  it("keeps the address when the tenant cannot be reached, and tells the app", async () => {
    const onError = vi.fn();
    const error = fakeError("network", { online: true });
    show({ resetPassword: refuse(error) }, { onError });
    await ask();
    expect(await screen.findByRole("alert")).toHaveTextContent(/couldn't reach/);
    expect(email()).toHaveValue("ada@example.com");
    expect(email()).toHaveFocus();
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
  });

  it("puts a refused address at its field", async () => {
    show({ resetPassword: refuse(fakeError("invalid_email")) });
    await ask();
    await waitFor(() => expect(email()).toHaveAccessibleDescription(en.errors.invalid_email));
  });

  it("asks the app first, which may refuse in its own words", async () => {
    const resetPassword = vi.fn<AuthClient["resetPassword"]>();
    const onBeforeSubmit = vi.fn(() => "Not on Sundays.");
    show({ resetPassword }, { onBeforeSubmit });
    await ask();
    expect(await screen.findByText("Not on Sundays.")).toBeInTheDocument();
    expect(onBeforeSubmit).toHaveBeenCalledExactlyOnceWith(
      { email: "ada@example.com" },
      expect.anything(),
    );
    expect(resetPassword).not.toHaveBeenCalled();
  });

  it("sends the message again, not at once, and says so", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const resetPassword = vi.fn(createFakeClient().resetPassword);
    const onAccepted = vi.fn();
    show({ resetPassword }, { onAccepted });
    await ask();
    const again = await screen.findByRole("button", { name: en.passwordless.resend });
    expect(again).toHaveAttribute("aria-disabled", "true");
    await userEvent.click(again);
    expect(resetPassword).toHaveBeenCalledOnce();
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    await userEvent.click(again);
    expect(await screen.findByText(en.passwordless.resent)).toBeInTheDocument();
    expect(resetPassword).toHaveBeenCalledTimes(2);
    expect(onAccepted).toHaveBeenCalledTimes(2);
    expect(again).toHaveAttribute("aria-disabled", "true");
  });

  it("tells once what two clicks at the same moment have sent", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const onAccepted = vi.fn();
    show({}, { onAccepted });
    await ask();
    const again = await screen.findByRole("button", { name: en.passwordless.resend });
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    act(() => {
      fireEvent.click(again);
      fireEvent.click(again);
    });
    await screen.findByText(en.passwordless.resent);
    expect(onAccepted).toHaveBeenCalledTimes(2);
  });

  it("says why it could not be sent again, and waits as long as the tenant asks", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const resetPassword = vi.fn(createFakeClient().resetPassword);
    show({ resetPassword });
    await ask();
    const again = await screen.findByRole("button", { name: en.passwordless.resend });
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    resetPassword.mockRejectedValueOnce(fakeError("rate_limited", {}, { retryAfter: 60_000 }));
    await userEvent.click(again);
    expect(await screen.findByText(/Wait 60 seconds/)).toBeInTheDocument();
    expect(screen.getByText(/^Send it again in (60|59) s$/)).toBeInTheDocument();
    expect(screen.getByText(en.resetPassword.sent("ada@example.com"))).toBeInTheDocument();
  });

  it("leads back to the form, with the address in it, and to the sign-in", async () => {
    const onLogin = vi.fn();
    show({}, { onLogin });
    await ask();
    await userEvent.click(await screen.findByRole("button", { name: en.progress.back }));
    expect(email()).toHaveValue("ada@example.com");
    expect(email()).toHaveFocus();
    await userEvent.click(button(en.resetPassword.backToLogin));
    expect(onLogin).toHaveBeenLastCalledWith("ada@example.com");
    await userEvent.type(email(), "{Enter}");
    await screen.findByRole("region", { name: en.resetPassword.sentTitle });
    await userEvent.click(button(en.resetPassword.backToLogin));
    expect(onLogin).toHaveBeenCalledTimes(2);
  });

  it("sends a captcha's answer along, and asks for another one before it sends again", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const resetPassword = vi.fn(createFakeClient().resetPassword);
    const captcha: ResetPasswordProps["captcha"] = ({ onSolved, attempt }) => (
      <button type="button" onClick={() => onSolved(`answer ${attempt}`)}>
        I am no robot
      </button>
    );
    show({ resetPassword }, { captcha });
    await ask();
    expect(await screen.findByText(en.validation.captcha_required)).toBeInTheDocument();
    await userEvent.click(button("I am no robot"));
    await userEvent.type(email(), "{Enter}");
    const again = await screen.findByRole("button", { name: en.passwordless.resend });
    expect(resetPassword.mock.calls[0]?.[0]).toMatchObject({ captcha: "answer 1" });
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    await userEvent.click(again);
    expect(button("I am no robot")).toBeInTheDocument();
    expect(resetPassword).toHaveBeenCalledOnce();
  });

  it("renders nothing for a key", async () => {
    let commits = 0;
    render(
      <Profiler id="all" onRender={() => void commits++}>
        <Auth0Provider client={createFakeClient()}>
          <ResetPassword />
        </Auth0Provider>
      </Profiler>,
    );
    commits = 0;
    await userEvent.type(email(), "ada@example.com");
    expect(commits).toBe(0);
  });

  it("renders on a server, not to be sent before React is there", () => {
    const html = renderToString(
      <Auth0Provider client={createFakeClient()}>
        <ResetPassword />
      </Auth0Provider>,
    );
    expect(html).toContain('method="post"');
    expect(html).toMatch(/<button[^>]+disabled=""/);
  });
});

function show(calls: FakeClientOptions = {}, props: ResetPasswordProps = {}) {
  return render(
    <StrictMode>
      <Auth0Provider client={createFakeClient(calls)}>
        <ResetPassword {...props} />
      </Auth0Provider>
    </StrictMode>,
  );
}

function email(): HTMLInputElement {
  return screen.getByLabelText("E-mail");
}

function button(name: string): HTMLElement {
  return screen.getByRole("button", { name });
}

async function ask(address = "ada@example.com"): Promise<void> {
  await userEvent.click(email());
  await userEvent.paste(address);
  await userEvent.keyboard("{Enter}");
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}
