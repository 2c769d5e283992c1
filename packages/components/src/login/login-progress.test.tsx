import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Tenant, button, never, password, refuse, show, signIn } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Login } from "./login.js";

keepConsoleQuiet();

// Time passes at its own pace, and faster where a test says so.
beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

describe("Login, under way", () => {
  it("says what it does while it waits, and says so after four seconds", async () => {
    show({ login: never });
    await signIn();
    const submit = await screen.findByRole("button", { name: /^Signing in/ });
    expect(submit).toHaveAttribute("aria-disabled", "true");
    expect(submit).not.toBeDisabled();
    await pass(3000);
    expect(screen.queryByText(en.progress.slow)).toBeNull();
    await pass(1000);
    expect(screen.getByText(en.progress.slow)).toBeInTheDocument();
  });

  it("counts down when the tenant asks to wait, sends nothing meanwhile, and leaves no timer", async () => {
    const login = vi.fn(refuse(fakeError("rate_limited", {}, { retryAfter: 60_000 })));
    show({ login });
    await signIn();
    await screen.findByText("Try again in 60 s");
    expect(screen.getByRole("alert")).toHaveTextContent("Wait 60 seconds, then try again.");
    expect(button("Sign in")).toHaveAttribute("aria-disabled", "true");
    await userEvent.type(password(), "x{Enter}");
    expect(login).toHaveBeenCalledOnce();
    await pass(30_000);
    expect(screen.getByText(/^Try again in (30|29) s$/)).toBeInTheDocument();
    await pass(30_000);
    expect(button("Sign in")).not.toHaveAttribute("aria-disabled");
    expect(vi.getTimerCount()).toBe(0);
    await userEvent.type(password(), "x{Enter}");
    await waitFor(() => expect(login).toHaveBeenCalledTimes(2));
  });

  it("stays busy while the page is about to be left", async () => {
    show({ login: async () => ({ kind: "redirecting" }) });
    await signIn();
    const submit = await screen.findByRole("button", { name: /^Signing in/ });
    await waitFor(() => expect(password()).toHaveValue(""));
    expect(submit).toHaveAttribute("aria-disabled", "true");
  });

  it("is ready again when somebody signs out", async () => {
    const client = createFakeClient();
    render(
      <Tenant client={client}>
        <Login />
      </Tenant>,
    );
    await signIn();
    await screen.findByRole("button", { name: "Signed in" });
    await act(async () => void (await client.logout()));
    expect(button("Sign in")).not.toHaveAttribute("aria-disabled");
  });
});

function pass(milliseconds: number): Promise<unknown> {
  return act(() => vi.advanceTimersByTimeAsync(milliseconds));
}
