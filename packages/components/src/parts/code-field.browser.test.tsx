import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { afterEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { CodeField } from "./code-field.js";

const root = createRoot(document.body.appendChild(document.createElement("div")));
const sent = vi.fn<(code: string) => void>();

afterEach(() => {
  flushSync(() => root.render(null));
  sent.mockClear();
});

test("a letter moves nothing, and every digit that was typed can be taken back", async () => {
  const input = show();
  await userEvent.type(input, "1a2b3");
  expect(input.value).toBe("123");
  input.setSelectionRange(1, 1);
  await userEvent.keyboard("x9");
  expect(input.value).toBe("1923");
  expect(input.selectionStart).toBe(2);
  await undoUntilEmpty(input);
  expect(sent).not.toHaveBeenCalled();
});

test("a code that was pasted over others is sent, and can be taken back without being sent again", async () => {
  const input = show();
  await userEvent.type(input, "99");
  await pasteInto(input, "Your code is 123 456");
  expect(input.value).toBe("123456");
  expect(input.selectionStart).toBe(6);
  expect(sent).toHaveBeenCalledExactlyOnceWith("123456");
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(input.value).toBe("99");
  await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
  expect(input.value).toBe("123456");
  expect(sent).toHaveBeenCalledOnce();
});

function show(): HTMLInputElement {
  flushSync(() =>
    root.render(
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sent(event.currentTarget.querySelector("input")?.value ?? "");
        }}
      >
        <CodeField label="Code" name="code" />
        <button type="submit">Send</button>
      </form>,
    ),
  );
  const input = document.querySelector("input");
  if (!input) throw new Error("There is no input.");
  input.focus();
  return input;
}

async function pasteInto(input: HTMLInputElement, text: string): Promise<void> {
  const source = document.body.appendChild(document.createElement("textarea"));
  source.value = text;
  source.select();
  await userEvent.copy();
  source.remove();
  input.focus();
  await userEvent.paste();
}

async function undoUntilEmpty(input: HTMLInputElement): Promise<void> {
  const seen = [input.value];
  while (input.value !== "" && seen.length < 10) {
    await userEvent.keyboard("{Control>}z{/Control}");
    seen.push(input.value);
  }
  expect(seen.at(-1)).toBe("");
}
