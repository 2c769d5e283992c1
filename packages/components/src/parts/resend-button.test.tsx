import "@testing-library/jest-dom/vitest";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { ResendButton, type ResendButtonProps } from "./resend-button.js";

keepConsoleQuiet();

// Time passes at its own pace, and faster where a test says so.
beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

describe("ResendButton", () => {
  it("waits for its time, in silence, then sends", async () => {
    const onResend = vi.fn();
    show({ onResend, resendAt: Date.now() + 20_000 });
    expect(screen.getByText("Send it again in 20 s")).toHaveAttribute("aria-hidden", "true");
    expect(button()).toHaveAttribute("aria-disabled", "true");
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
    await userEvent.click(button());
    expect(onResend).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(button()).not.toHaveAttribute("aria-disabled");
    await userEvent.click(button());
    expect(onResend).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("keeps its focus and says what it does, and says once that it is done", () => {
    const { again } = show({});
    button().focus();
    again({ status: "pending" });
    expect(screen.getByRole("button", { name: "Sending" })).toHaveFocus();
    expect(screen.getByRole("button")).toHaveAttribute("aria-disabled", "true");
    const region = screen.getByRole("status");
    again({ status: "succeeded", resendAt: Date.now() + 30_000 });
    expect(screen.getByRole("status")).toBe(region);
    expect(region).toHaveTextContent("We've sent another one.");
    expect(button()).toHaveFocus();
    again({ status: "pending", resendAt: Date.now() });
    expect(region).toBeEmptyDOMElement();
  });
});

function show(props: Partial<ResendButtonProps>) {
  const ui = (some: Partial<ResendButtonProps>) => (
    <ResendButton status="idle" onResend={() => {}} {...some} />
  );
  const { rerender } = render(ui(props));
  return { again: (next: Partial<ResendButtonProps>) => rerender(ui({ ...props, ...next })) };
}

function button(): HTMLElement {
  return screen.getByRole("button", { name: "Send it again" });
}
