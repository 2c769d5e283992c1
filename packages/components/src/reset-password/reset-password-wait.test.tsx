import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import { Auth0Provider, type AuthClient } from "@portico/react";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { ResetPassword, type ResetPasswordProps } from "./reset-password.js";

keepConsoleQuiet();

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  sessionStorage.clear();
});

describe("ResetPassword's wait between two messages", () => {
  it("goes on after a reload, for the same address in any spelling", async () => {
    const onAccepted = vi.fn();
    const { resetPassword, reload } = show({ onAccepted });
    await ask("ada@example.com");
    await resendIsHeld();
    reload();
    await ask(" Ada@Example.com ");
    await resendIsHeld();
    expect(screen.getByText(en.resetPassword.sent("Ada@Example.com"))).toBeVisible();
    expect(resetPassword).toHaveBeenCalledOnce();
    expect(onAccepted.mock.calls).toEqual([["ada@example.com"], ["Ada@Example.com"]]);
  });

  it("goes on for somebody who goes back and sends the form again", async () => {
    const { resetPassword } = show();
    await ask("ada@example.com");
    await userEvent.click(await screen.findByRole("button", { name: en.progress.back }));
    await userEvent.keyboard("{Enter}");
    await resendIsHeld();
    expect(resetPassword).toHaveBeenCalledOnce();
  });

  it("is over when it is over", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { resetPassword, reload } = show();
    await ask("ada@example.com");
    await resendIsHeld();
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    reload();
    await ask("ada@example.com");
    await resendIsHeld();
    expect(resetPassword).toHaveBeenCalledTimes(2);
  });

  it("is as long as the tenant asks", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { resetPassword, reload } = show();
    await ask("ada@example.com");
    const again = await screen.findByRole("button", { name: en.passwordless.resend });
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    resetPassword.mockRejectedValueOnce(fakeError("rate_limited", {}, { retryAfter: 90_000 }));
    await userEvent.click(again);
    await screen.findByText(/Wait 90 seconds/);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    reload();
    await ask("ada@example.com");
    expect(await screen.findByText(/^Send it again in (30|29|28) s$/)).toBeVisible();
    expect(resetPassword).toHaveBeenCalledTimes(2);
  });

  it("holds no other address, connection or application back", async () => {
    const { resetPassword, reload } = show();
    await ask("ada@example.com");
    await resendIsHeld();
    reload({ connection: "staff" });
    await ask("ada@example.com");
    await resendIsHeld();
    reload({}, { buildLogoutUrl: () => "https://other.invalid/v2/logout" });
    await ask("ada@example.com");
    await resendIsHeld();
    reload();
    await ask("grace@example.com");
    await resendIsHeld();
    expect(resetPassword).toHaveBeenCalledTimes(4);
  });

  it("writes no address down, and the same one differently each time", async () => {
    const { reload } = show();
    const kept = [];
    for (const address of ["ada@example.com", "grace@example.com", "ada@example.com"]) {
      await ask(address);
      await resendIsHeld();
      kept.push(JSON.stringify(sessionStorage));
      sessionStorage.clear();
      reload();
    }
    expect(new Set(kept).size).toBe(3);
    for (const text of kept) expect(text).not.toMatch(/@|grace|example/);
  });

  it.each([
    ["what somebody else has written", () => sessionStorage.setItem(key, "{")],
    ["what is no wait", () => sessionStorage.setItem(key, JSON.stringify({ resendAt: "soon" }))],
    [
      "a clock that was set back",
      () => vi.spyOn(Date, "now").mockReturnValue(Date.now() - 7_200_000),
    ],
    [
      "a storage that may not be read",
      () =>
        vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
          throw new DOMException("Denied", "SecurityError");
        }),
    ],
  ])("lets a message be sent in spite of %s", async (_, happen) => {
    const { resetPassword, reload } = show();
    await ask("ada@example.com");
    await resendIsHeld();
    happen();
    reload();
    await ask("ada@example.com");
    await resendIsHeld();
    expect(resetPassword).toHaveBeenCalledTimes(2);
  });
});

const key = "portico.reset-wait";

/** Shows the form; `reload` shows it as a page does that has forgotten everything but its storage. */
function show(props: ResetPasswordProps = {}) {
  const resetPassword = vi.fn(createFakeClient().resetPassword);
  const page = (given: ResetPasswordProps, calls: Partial<AuthClient> = {}) =>
    render(
      <Auth0Provider client={{ ...createFakeClient({ resetPassword }), ...calls }}>
        <ResetPassword {...props} {...given} />
      </Auth0Provider>,
    );
  let shown = page({});
  return {
    resetPassword,
    reload(given: ResetPasswordProps = {}, calls?: Partial<AuthClient>) {
      shown.unmount();
      shown = page(given, calls);
    },
  };
}

async function ask(address: string): Promise<void> {
  await userEvent.click(screen.getByLabelText("E-mail"));
  await userEvent.paste(address);
  await userEvent.keyboard("{Enter}");
}

/** Whether another message can't be sent yet. */
async function resendIsHeld(): Promise<void> {
  const again = await screen.findByRole("button", { name: en.passwordless.resend });
  expect(again).toHaveAttribute("aria-disabled", "true");
}
