import "@testing-library/jest-dom/vitest";
import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode, type FormEvent } from "react";
import { describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { CodeField } from "./code-field.js";

keepConsoleQuiet();

describe("CodeField", () => {
  it("is filled in by phones and password managers", () => {
    show();
    expect(code()).toHaveAttribute("autocomplete", "one-time-code");
    expect(code()).toHaveAttribute("inputmode", "numeric");
    expect(code()).toHaveAttribute("type", "text");
    expect(code()).not.toHaveAttribute("maxlength");
    expect(code()).not.toHaveAttribute("pattern");
  });

  it("takes digits alone, and sends itself with the last one", async () => {
    const { sent } = show();
    await userEvent.type(code(), "12a 3-45");
    expect(sent).not.toHaveBeenCalled();
    await userEvent.type(code(), "６");
    expect(sent).toHaveBeenCalledExactlyOnceWith("123456");
  });

  it.each([
    "123456",
    " 123 456\n",
    "123-456",
    "Your code is 123456",
    "Your code is 123456. It is good for 10 minutes.",
    "１２３４５６",
    "رمزك هو ١٢٣٤٥٦",
  ])("takes what is pasted and sends it once: %j", async (text) => {
    const { sent } = show();
    await paste(text);
    expect(code()).toHaveValue("123456");
    expect(sent).toHaveBeenCalledExactlyOnceWith("123456");
  });

  it("lets a pasted code take the place of what stands there", async () => {
    const { sent } = show();
    await userEvent.type(code(), "99");
    await paste("123456");
    expect(sent).toHaveBeenCalledExactlyOnceWith("123456");
    await paste("654321");
    expect(sent).toHaveBeenLastCalledWith("654321");
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it("puts a part of a code where the caret is", async () => {
    const { sent } = show();
    await userEvent.type(code(), "16");
    code().setSelectionRange(1, 1);
    await paste("23 45");
    expect(sent).toHaveBeenCalledExactlyOnceWith("123456");
    expect(code().selectionStart).toBe(5);
  });

  it("pastes nothing that holds no digit", async () => {
    show();
    await userEvent.type(code(), "12");
    await paste("no code here");
    expect(code()).toHaveValue("12");
  });

  it("does not send a code again that is put right inside, or that something is taken from", async () => {
    const { sent } = show();
    await userEvent.type(code(), "1234567");
    expect(sent).toHaveBeenCalledTimes(1);
    await userEvent.keyboard("{Backspace}");
    expect(code()).toHaveValue("123456");
    code().setSelectionRange(2, 3);
    await userEvent.keyboard("9");
    expect(code()).toHaveValue("129456");
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it("sends the same code again when it is typed again from the beginning", async () => {
    const { sent } = show();
    await userEvent.type(code(), "123456");
    await userEvent.clear(code());
    await userEvent.type(code(), "123456");
    await userEvent.clear(code());
    await paste("123456");
    expect(sent).toHaveBeenCalledTimes(3);
  });

  it("sends what a password manager fills in, and once although it says so twice", () => {
    const { sent } = show();
    fireEvent.input(code(), { target: { value: "123 456" } });
    fireEvent(code(), new Event("input", { bubbles: true }));
    expect(sent).toHaveBeenCalledExactlyOnceWith("123456");
  });

  it("sends nothing while the form is busy", async () => {
    const { sent } = show({ isBusy: true });
    await userEvent.type(code(), "123456");
    await paste("654321");
    expect(sent).not.toHaveBeenCalled();
  });

  it("leaves a composition alone until it ends, and then sends once", () => {
    const { sent } = show();
    fireEvent.compositionStart(code());
    fireEvent(code(), composing("１２３４５６"));
    expect(code()).toHaveValue("１２３４５６");
    expect(sent).not.toHaveBeenCalled();
    fireEvent.compositionEnd(code());
    fireEvent(code(), new InputEvent("input", { bubbles: true, inputType: "insertText" }));
    expect(code()).toHaveValue("123456");
    expect(sent).toHaveBeenCalledExactlyOnceWith("123456");
  });

  it.each([
    [4, "1234", 1],
    [8, "123456", 0],
    [8, "12345678", 1],
    [0, "123456", 0],
  ])("of length %i sends %j by itself: %i", async (length, typed, times) => {
    const { sent } = show({ length });
    await userEvent.type(code(), typed);
    expect(sent).toHaveBeenCalledTimes(times);
  });
});

function show({ isBusy, length }: { isBusy?: true; length?: number } = {}) {
  const sent = vi.fn<(code: string) => void>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    sent(code().value);
  };
  render(
    <StrictMode>
      <form onSubmit={submit}>
        <CodeField label="Code" name="code" length={length} />
        <button type="submit" aria-disabled={isBusy}>
          Send
        </button>
      </form>
    </StrictMode>,
  );
  return { sent };
}

function code(): HTMLInputElement {
  return screen.getByLabelText("Code");
}

async function paste(text: string): Promise<void> {
  code().focus();
  await userEvent.paste(text);
}

function composing(text: string): InputEvent {
  code().value = text;
  return new InputEvent("input", {
    bubbles: true,
    inputType: "insertCompositionText",
    data: text,
    isComposing: true,
  });
}
