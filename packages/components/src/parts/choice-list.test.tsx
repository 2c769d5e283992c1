import "@testing-library/jest-dom/vitest";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { ChoiceList, type ChoiceListProps } from "./choice-list.js";

keepConsoleQuiet();

const choices = [
  { id: "otp", icon: <i>app</i>, label: "App" },
  { id: "sms", icon: <i>sms</i>, label: "Text message", detail: "XX 4567" },
];

function show(props: Partial<ChoiceListProps> = {}) {
  const onChoose = vi.fn();
  render(<ChoiceList choices={choices} onChoose={onChoose} {...props} />);
  return { onChoose, buttons: screen.getAllByRole("button") };
}

describe("ChoiceList", () => {
  it("offers each with what is known of it", async () => {
    const { onChoose, buttons } = show({ className: "mine", "aria-label": "Ways" });
    const list = screen.getByRole("list", { name: "Ways" });
    expect(list).toHaveClass("portico-choices", "mine");
    expect(screen.getAllByRole("listitem")).toHaveLength(2);
    expect(buttons[0]).toHaveAccessibleName(/^app ?App$/);
    expect(buttons[1]).toHaveAccessibleName(/^sms ?Text message XX 4567$/);
    expect(screen.getByText("XX 4567").tagName).toBe("BDI");
    expect(buttons[0]?.querySelector("bdi")).toBeNull();
    for (const button of buttons) {
      expect(button).toHaveAttribute("data-state", "ready");
      expect(button).toHaveAttribute("data-kind", "choice");
      expect(button).not.toHaveAttribute("aria-disabled");
    }
    await userEvent.click(screen.getByText("Text message"));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith("sms");
  });

  it("takes no press while it is held, and keeps its buttons in the reach of the keyboard", async () => {
    const { onChoose, buttons } = show({ isHeld: true, pending: "otp" });
    expect(buttons.map((button) => button.getAttribute("data-state"))).toEqual(["pending", "held"]);
    for (const button of buttons) {
      expect(button).toHaveAttribute("aria-disabled", "true");
      expect(button).toBeEnabled();
      await userEvent.click(button);
    }
    expect(onChoose).not.toHaveBeenCalled();
    expect(buttons[1]).toHaveFocus();
  });
});
