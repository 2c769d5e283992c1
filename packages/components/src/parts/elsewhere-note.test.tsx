import "@testing-library/jest-dom/vitest";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { ElsewhereNote } from "./elsewhere-note.js";

keepConsoleQuiet();

function show(isShown: boolean, hasForm = true) {
  const ui = (isNow: boolean, hasField = true) => {
    const content = (
      <>
        <input aria-label="Name" />
        {hasField && <input aria-label="Password" />}
        <ElsewhereNote isShown={isNow}>You sign in elsewhere.</ElsewhereNote>
        <button type="button">Other</button>
        <button type="submit">On</button>
      </>
    );
    return hasForm ? <form>{content}</form> : content;
  };
  const { rerender } = render(ui(isShown));
  return (isNow: boolean, hasField?: boolean) => rerender(ui(isNow, hasField));
}

it("is said in a region that was there before, and taken back", () => {
  const again = show(false);
  const region = screen.getByRole("status");
  expect(region).toBeEmptyDOMElement();
  again(true);
  expect(region).toHaveTextContent("You sign in elsewhere.");
  again(false);
  expect(region).toBeEmptyDOMElement();
});

it("brings the focus of a field that has gone to the button that leads on, each time", () => {
  const again = show(false);
  for (const _time of [1, 2]) {
    screen.getByLabelText("Password").focus();
    again(true, false);
    expect(screen.getByRole("button", { name: "On" })).toHaveFocus();
    again(false, true);
    expect(screen.getByRole("button", { name: "On" })).toHaveFocus();
  }
});

it("leaves the focus where it is, and where nobody had it", () => {
  const again = show(false);
  screen.getByLabelText("Name").focus();
  again(true, false);
  expect(screen.getByLabelText("Name")).toHaveFocus();
  screen.getByLabelText("Name").blur();
  again(true, false);
  again(false, true);
  expect(document.body).toHaveFocus();
});

it("takes no focus where it was there from the beginning, or stands in no form", () => {
  show(true);
  expect(document.body).toHaveFocus();
});

it("needs no form", () => {
  const again = show(false, false);
  again(true, false);
  expect(document.body).toHaveFocus();
});
