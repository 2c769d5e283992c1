import "@testing-library/jest-dom/vitest";
import { act, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { Dialog, type DialogProps } from "./dialog.js";

keepConsoleQuiet();

// As much of a dialog as this document lacks; a browser's own is tested in one.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
});

function show(props: Partial<DialogProps> = {}) {
  const onClose = vi.fn();
  const ui = (some: Partial<DialogProps>) => (
    <Dialog open onClose={onClose} aria-label="Who" {...props} {...some}>
      <p>Words</p>
      <input aria-label="Name" />
      <textarea aria-label="More" />
      <input type="hidden" value="kept" readOnly />
      <dialog aria-label="Inner" open />
    </Dialog>
  );
  const { rerender, unmount } = render(ui({}));
  return { onClose, unmount, again: (some: Partial<DialogProps>) => rerender(ui(some)) };
}

function dialog(): HTMLDialogElement {
  return screen.getByLabelText("Who");
}

function press(down: Element, up: Element = down): void {
  fireEvent.pointerDown(down);
  fireEvent.click(up);
}

describe("Dialog", () => {
  it("has its children only while it is open", () => {
    const { again } = show({ open: false, className: "mine" });
    expect(dialog().open).toBe(false);
    expect(dialog()).toHaveClass("portico-dialog", "mine");
    expect(screen.queryByText("Words")).toBeNull();
    again({ open: true });
    expect(dialog().open).toBe(true);
    expect(screen.getByText("Words")).toBeInTheDocument();
    again({ open: false });
    expect(dialog().open).toBe(false);
    expect(screen.queryByText("Words")).toBeNull();
  });

  it("closes with what it stands in, and says nothing of what the app does itself", () => {
    const { onClose, again, unmount } = show();
    again({ open: false });
    again({ open: true });
    const element = dialog();
    unmount();
    expect(element.open).toBe(false);
    expect(onClose).not.toHaveBeenCalled();
  });

  it("leaves it to the app whether Esc closes it", () => {
    const { onClose } = show();
    const event = createEvent("cancel", dialog(), { cancelable: true });
    fireEvent(dialog(), event);
    expect(event.defaultPrevented).toBe(true);
    expect(onClose).toHaveBeenCalledOnce();
    expect(dialog().open).toBe(true);
  });

  it("hears when the browser closes it all the same, and opens again", () => {
    const { onClose, again } = show();
    act(() => dialog().close());
    expect(onClose).toHaveBeenCalledOnce();
    again({ open: false });
    expect(screen.queryByText("Words")).toBeNull();
    again({ open: true });
    expect(screen.getByText("Words")).toBeInTheDocument();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("takes nothing for its own that happens to another one in it", () => {
    const { onClose } = show();
    const inner = screen.getByRole("dialog", { name: "Inner" });
    const event = createEvent("cancel", inner, { bubbles: true, cancelable: true });
    fireEvent(inner, event);
    fireEvent(inner, createEvent("close", inner, { bubbles: true }));
    expect(event.defaultPrevented).toBe(false);
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByText("Words")).toBeInTheDocument();
  });

  it("says nothing of an end that comes late, when it is open again or closed by the app", () => {
    const { onClose, again } = show();
    fireEvent(dialog(), createEvent("close", dialog()));
    expect(screen.getByText("Words")).toBeInTheDocument();
    again({ open: false });
    fireEvent(dialog(), createEvent("close", dialog()));
    expect(onClose).not.toHaveBeenCalled();
  });

  it("closes by a press beside it, and by no other", () => {
    const { onClose } = show();
    press(screen.getByText("Words"));
    press(screen.getByText("Words"), dialog());
    press(dialog(), screen.getByText("Words"));
    expect(onClose).not.toHaveBeenCalled();
    press(dialog());
    expect(onClose).toHaveBeenCalledOnce();
  });

  it.each(["Name", "More"])("stays for a press beside it while something is typed: %s", (label) => {
    const { onClose, again } = show();
    const input = screen.getByLabelText(label);
    fireEvent.input(input, { target: { value: "Ada" } });
    press(dialog());
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.input(input, { target: { value: "" } });
    press(dialog());
    expect(onClose).toHaveBeenCalledOnce();
    fireEvent.input(input, { target: { value: "Ada" } });
    again({ open: false });
    again({ open: true });
    screen.getByLabelText<HTMLInputElement>(label).value = "Filled in anew";
    press(dialog());
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it("closes where something stands in it that nobody has typed", () => {
    const { onClose } = show();
    screen.getByLabelText<HTMLInputElement>("Name").value = "Ada";
    press(dialog());
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("hands on what is listened to", () => {
    const heard = { onInput: vi.fn(), onPointerDown: vi.fn(), onClick: vi.fn() };
    show(heard);
    fireEvent.input(screen.getByLabelText("Name"), { target: { value: "A" } });
    press(screen.getByText("Words"));
    for (const listener of Object.values(heard)) expect(listener).toHaveBeenCalledOnce();
  });

  it("gives its element", () => {
    let element: HTMLDialogElement | null = null;
    render(<Dialog open={false} onClose={() => {}} ref={(found) => void (element = found)} />);
    expect(element).toBeInstanceOf(HTMLDialogElement);
  });
});
