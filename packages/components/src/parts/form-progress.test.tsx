import "@testing-library/jest-dom/vitest";
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { FormActions, type FormActionsProps } from "./form-actions.js";
import { FormAlert, type FormAlertProps } from "./form-alert.js";
import type { FormProgress } from "./form-progress.js";

keepConsoleQuiet();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const words = { submit: "Sign in", pending: "Signing in", done: "Signed in" };
const still: FormProgress = {
  submit: "ready",
  isHydrated: true,
  failure: undefined,
  coolDown: undefined,
  hosted: undefined,
};
const hosted = { isPending: false, error: undefined, leave: () => {} };

describe("FormActions", () => {
  function show(progress: Partial<FormProgress>, more: Partial<FormActionsProps> = {}) {
    const ui = (some: Partial<FormProgress>) => (
      <FormActions words={words} progress={{ ...still, ...some }} {...more} />
    );
    const { rerender } = render(ui(progress));
    return (some: Partial<FormProgress>) => rerender(ui(some));
  }

  it.each([
    ["ready", "Sign in", false],
    ["pending", "Signing in...", true],
    ["waiting", "Sign in", true],
    ["done", "Signed in", true],
  ] as const)("while it is %s is named %s, and is busy: %s", (submit, name, isBusy) => {
    show({ submit });
    const button = screen.getByRole("button");
    // The dots after the words are there for the eye.
    expect(button).toHaveAccessibleName(name.replace("...", ""));
    expect(button).toHaveAttribute("data-state", submit);
    expect(button).toHaveAttribute("type", "submit");
    expect(button).toBeEnabled();
    expect(button.getAttribute("aria-disabled")).toBe(isBusy ? "true" : null);
  });

  it("can be pressed only from when React is there", () => {
    const again = show({ isHydrated: false });
    expect(screen.getByRole("button")).toBeDisabled();
    again({ isHydrated: true });
    expect(screen.getByRole("button")).toBeEnabled();
  });

  it.each([
    [{}, {}, "primary"],
    [{ hosted }, {}, "quiet"],
    [{}, { isSecond: true }, "quiet"],
    [{}, { isSecond: false }, "primary"],
  ])("with %j and %j is %s", (progress, more, variant) => {
    show(progress, more);
    expect(screen.getByRole("button")).toHaveAttribute("data-variant", variant);
  });

  it("counts the seconds of each wait down, anew after the next failure", () => {
    const end = vi.fn();
    const waiting = (attempt: number, seconds: number): Partial<FormProgress> => ({
      submit: "waiting",
      failure: { problem: "refused", attempt, isStale: false },
      coolDown: { seconds, end },
    });
    const again = show(waiting(1, 3));
    const shown = () => screen.getByText(/\d/);
    expect(shown()).toHaveTextContent("3");
    expect(shown()).toHaveAttribute("aria-hidden", "true");
    act(() => void vi.advanceTimersByTime(1000));
    expect(shown()).toHaveTextContent("2");
    again(waiting(2, 3));
    expect(shown()).toHaveTextContent("3");
    act(() => void vi.advanceTimersByTime(2000));
    expect(end).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(1000));
    expect(end).toHaveBeenCalled();
    again({});
    expect(screen.queryByText(/\d/)).toBeNull();
  });
});

describe("FormAlert", () => {
  function show(props: FormAlertProps) {
    const { rerender } = render(<FormAlert {...props} />);
    return (some: FormAlertProps) => rerender(<FormAlert {...some} />);
  }

  it.each([
    [{}, "empty", "danger", 0],
    [{ isStale: true }, "empty", "danger", 0],
    [{ children: "Wrong." }, "shown", "danger", 1],
    [{ children: "Wrong.", isStale: true }, "stale", "danger", 1],
    [{ children: "Wrong.", tone: "notice" }, "shown", "notice", 1],
  ] as const)("of %j is %s, as a %s", (props, state, tone, messages) => {
    show(props);
    const alert = screen.getByRole("alert");
    expect(alert).toHaveAttribute("data-state", state);
    expect(alert).toHaveAttribute("data-tone", tone);
    expect(alert.childElementCount).toBe(messages);
    expect(alert.textContent).toBe(messages === 0 ? "" : "Wrong.");
  });

  it("says the same words again as something new, only for another attempt", () => {
    const again = show({ children: "Wrong.", attempt: 1 });
    const first = screen.getByText("Wrong.");
    again({ children: "Wrong.", attempt: 1, isStale: true });
    expect(screen.getByText("Wrong.")).toBe(first);
    again({ children: "Wrong.", attempt: 2 });
    expect(screen.getByText("Wrong.")).not.toBe(first);
    expect(first).not.toBeInTheDocument();
  });

  it("takes the attributes of a div", () => {
    show({ children: "Wrong.", className: "mine", id: "said" });
    const alert = screen.getByRole("alert");
    expect(alert).toHaveClass("portico-alert", "mine");
    expect(alert).toHaveAttribute("id", "said");
    expect(alert.firstElementChild).toHaveClass("portico-alert-message");
  });
});
