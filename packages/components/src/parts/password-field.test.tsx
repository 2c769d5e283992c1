import "@testing-library/jest-dom/vitest";
import { createEvent, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef } from "react";
import { describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { PasswordField, type PasswordFieldProps } from "./password-field.js";

keepConsoleQuiet();

const { showPassword, capsLock } = en.fields;

function show(props: Partial<PasswordFieldProps> = {}) {
  return render(
    <form onSubmit={(event) => event.preventDefault()}>
      <PasswordField label="Password" {...props} />
      <button>Send</button>
    </form>,
  );
}

function input(): HTMLInputElement {
  return screen.getByLabelText("Password");
}

function toggle(): HTMLElement {
  return screen.getByRole("button", { name: showPassword });
}

describe("PasswordField", () => {
  it("is a password that nobody corrects, with what it is given", () => {
    show({ id: "own", name: "password", hint: "A hint.", children: <p>Below</p> });
    expect(input()).toHaveAttribute("type", "password");
    expect(input()).toHaveAttribute("spellcheck", "false");
    expect(input()).toHaveAttribute("autocapitalize", "none");
    expect(input()).toHaveAttribute("autocorrect", "off");
    expect(input()).toHaveAttribute("id", "own");
    expect(input()).toHaveAttribute("name", "password");
    expect(input()).toHaveAccessibleDescription("A hint.");
    expect(screen.getByText("Below")).toBeInTheDocument();
    expect(toggle()).toHaveAttribute("aria-controls", "own");
  });

  it("can be looked at and hidden again, by a button that says so", async () => {
    show();
    expect(toggle()).toHaveAttribute("aria-pressed", "false");
    expect(toggle()).toHaveAttribute("data-state", "hidden");
    expect(toggle()).toHaveAttribute("aria-controls", input().id);
    const struck = toggle().innerHTML;
    await userEvent.click(toggle());
    expect(input()).toHaveAttribute("type", "text");
    expect(toggle()).toHaveAttribute("aria-pressed", "true");
    expect(toggle()).toHaveAttribute("data-state", "shown");
    expect(toggle().innerHTML, "another mark").not.toBe(struck);
    await userEvent.click(toggle());
    expect(input()).toHaveAttribute("type", "password");
  });

  it("keeps the caret and the focus where they are", () => {
    show({ defaultValue: "secret" });
    input().focus();
    input().setSelectionRange(2, 4);
    const event = createEvent.mouseDown(toggle());
    fireEvent(toggle(), event);
    expect(event.defaultPrevented).toBe(true);
    const setSelectionRange = vi.spyOn(input(), "setSelectionRange");
    fireEvent.click(toggle());
    expect(setSelectionRange).toHaveBeenCalledExactlyOnceWith(2, 4);
    input().blur();
    fireEvent.click(toggle());
    expect(setSelectionRange).toHaveBeenCalledOnce();
  });

  it("is hidden when its form is sent", async () => {
    const { unmount } = show();
    const form = input().form;
    await userEvent.click(toggle());
    await userEvent.click(screen.getByRole("button", { name: "Send" }));
    expect(input()).toHaveAttribute("type", "password");
    await userEvent.click(toggle());
    expect(input()).toHaveAttribute("type", "text");
    const remove = vi.spyOn(form ?? input(), "removeEventListener");
    unmount();
    expect(remove).toHaveBeenCalledWith("submit", expect.any(Function));
  });

  it("needs no form", async () => {
    render(<PasswordField label="Password" />);
    await userEvent.click(toggle());
    expect(input()).toHaveAttribute("type", "text");
  });

  it.each(["keyDown", "keyUp"] as const)(
    "says on %s that Caps Lock is on, until it is off",
    (key) => {
      show();
      const region = screen.getByRole("status");
      expect(region).toBeEmptyDOMElement();
      fireEvent[key](input(), { key: "A", modifierCapsLock: true });
      expect(region).toHaveTextContent(capsLock);
      fireEvent[key](input(), { key: "A", modifierCapsLock: true });
      expect(region).toHaveTextContent(capsLock);
      fireEvent[key](input(), { key: "a" });
      expect(region).toBeEmptyDOMElement();
      fireEvent[key](input(), { key: "A", modifierCapsLock: true });
      fireEvent.blur(input());
      expect(region).toBeEmptyDOMElement();
    },
  );

  it("hands on what is listened to, and its element to any kind of ref", () => {
    const heard = { onKeyDown: vi.fn(), onKeyUp: vi.fn(), onBlur: vi.fn() };
    const ref = createRef<HTMLInputElement>();
    let element: HTMLInputElement | null = null;
    render(
      <>
        <PasswordField label="Password" ref={ref} {...heard} />
        <PasswordField label="Again" ref={(found) => void (element = found)} />
      </>,
    );
    fireEvent.keyDown(input());
    fireEvent.keyUp(input());
    fireEvent.blur(input());
    for (const listener of Object.values(heard)) expect(listener).toHaveBeenCalledOnce();
    expect(ref.current).toBe(input());
    expect(element).toBe(screen.getByLabelText("Again"));
  });
});
