import "@testing-library/jest-dom/vitest";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { mfaWords } from "../i18n/en/mfa.js";
import { CopyButton } from "./copy-button.js";
import { SecretCode } from "./secret-code.js";

keepConsoleQuiet();

const { copy, copied } = mfaWords.mfa.enroll;
const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  vi.useFakeTimers();
  writeText.mockReset().mockResolvedValue();
  vi.stubGlobal("navigator", Object.create(navigator, { clipboard: { value: { writeText } } }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function button(): HTMLElement {
  return screen.getByRole("button", { name: copy });
}

async function press(): Promise<void> {
  await act(async () => void fireEvent.click(button()));
}

describe("CopyButton", () => {
  it("copies, says so for a while, and says it anew for the next copy", async () => {
    const onRefused = vi.fn();
    const { container } = render(<CopyButton text="CODE" onRefused={onRefused} title="Copy" />);
    const said = screen.getByRole("status");
    const ready = button().innerHTML;
    expect(container.firstElementChild).toHaveAttribute("data-state", "ready");
    expect(button()).toHaveAttribute("title", "Copy");
    expect(said).toBeEmptyDOMElement();
    for (const round of [1, 2]) {
      await press();
      expect(writeText).toHaveBeenCalledTimes(round);
      expect(said).toHaveTextContent(copied);
      expect(container.firstElementChild).toHaveAttribute("data-state", "copied");
      expect(button().innerHTML, "another mark").not.toBe(ready);
      await act(() => vi.advanceTimersByTimeAsync(2999));
      expect(said).toHaveTextContent(copied);
      await act(() => vi.advanceTimersByTimeAsync(1));
      expect(said).toBeEmptyDOMElement();
      expect(button().innerHTML).toBe(ready);
    }
    expect(writeText).toHaveBeenCalledWith("CODE");
    expect(onRefused).not.toHaveBeenCalled();
  });

  it("waits for nothing any more where it goes away", async () => {
    const { unmount } = render(<CopyButton text="CODE" />);
    expect(vi.getTimerCount()).toBe(0);
    await press();
    expect(vi.getTimerCount()).toBe(1);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ["the browser refuses", () => writeText.mockRejectedValue(new Error("no"))],
    ["there is no clipboard", () => vi.stubGlobal("navigator", {})],
  ])("says nothing where %s, and leaves it to whoever shows it", async (_why, refuse) => {
    refuse();
    const onRefused = vi.fn();
    const { rerender } = render(<CopyButton text="CODE" onRefused={onRefused} />);
    await press();
    expect(onRefused).toHaveBeenCalledOnce();
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
    rerender(<CopyButton text="CODE" />);
    await press();
    expect(onRefused).toHaveBeenCalledOnce();
  });
});

describe("SecretCode", () => {
  it("is shown as it is, or in another way, and copied as it is", async () => {
    const { rerender } = render(<SecretCode code="ABCD" />);
    const code = screen.getByText("ABCD");
    expect(code).toHaveAttribute("dir", "ltr");
    expect(code).toHaveAttribute("translate", "no");
    rerender(<SecretCode code="ABCD">AB CD</SecretCode>);
    expect(code).toHaveTextContent(/^AB CD$/);
    await press();
    expect(writeText).toHaveBeenCalledExactlyOnceWith("ABCD");
    expect(getSelection()?.toString()).toBe("");
  });

  it("is selected where nothing can be copied", async () => {
    writeText.mockRejectedValue(new Error("no"));
    render(<SecretCode code="ABCD" />);
    await press();
    expect(getSelection()?.toString()).toBe("ABCD");
  });
});
