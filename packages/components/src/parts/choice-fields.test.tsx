import "@testing-library/jest-dom/vitest";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { AppearanceProvider } from "./appearance-provider.js";
import { CheckboxField } from "./checkbox-field.js";
import { SelectField } from "./select-field.js";
import { TextAreaField } from "./text-area-field.js";

keepConsoleQuiet();

const choices = [{ value: "de", label: "Germany" }];

describe("CheckboxField, SelectField and TextAreaField", () => {
  it("tie their label, their error and their hint to the control", () => {
    const said = { error: "Wrong.", hint: "A hint." };
    render(
      <>
        <CheckboxField {...said} label="Box" />
        <SelectField {...said} label="List" choices={choices} />
        <TextAreaField {...said} label="Text" />
      </>,
    );
    for (const label of ["Box", "List", "Text"]) {
      const control = screen.getByLabelText(label);
      expect(control).toBeInvalid();
      expect(control).toHaveAccessibleDescription("Wrong. A hint.");
    }
  });

  it("can be replaced, and hand on their element", () => {
    render(
      <AppearanceProvider
        slots={{
          CheckboxField: ({ Default, ...props }) => <Default {...props} hint="Own hint" />,
          SelectField: ({ Default, ...props }) => <Default {...props} hint="Own hint" />,
          TextAreaField: ({ Default, ...props }) => <Default {...props} hint="Own hint" />,
        }}
      >
        <CheckboxField label="Box" ref={mark} />
        <SelectField label="List" choices={choices} ref={mark} />
        <TextAreaField label="Text" ref={mark} />
      </AppearanceProvider>,
    );
    for (const label of ["Box", "List", "Text"]) {
      const control = screen.getByLabelText(label);
      expect(control).toHaveAccessibleDescription("Own hint");
      expect(control).toHaveAttribute("data-marked");
    }
  });

  it("go without classes where looks are taken off", () => {
    const { container } = render(
      <AppearanceProvider unstyled>
        <CheckboxField label="Box" error="Wrong." />
        <SelectField label="List" choices={choices} state="failed" onRetry={() => {}} />
        <TextAreaField label="Text" />
      </AppearanceProvider>,
    );
    expect(container.querySelectorAll("[class]")).toHaveLength(0);
    expect(container.querySelector("select")).toHaveAttribute("data-part", "input");
  });
});

describe("CheckboxField", () => {
  it("is a box with its words beside it, which are no part of an attribute", () => {
    const { container } = render(<CheckboxField label="Box" name="news" required />);
    const box = screen.getByRole("checkbox", { name: "Box" });
    expect(box).toHaveAttribute("name", "news");
    expect(box).toBeRequired();
    expect(box).not.toHaveAttribute("aria-invalid");
    expect(box).not.toHaveAttribute("aria-describedby");
    expect(box).toHaveAttribute("data-part", "checkbox");
    expect(container.firstElementChild).toHaveAttribute("data-kind", "checkbox");
    expect(container.firstElementChild).toHaveAttribute("data-state", "valid");
    expect(container.querySelectorAll("p")).toHaveLength(0);
  });

  it("keeps its own id and description, and gives the field its looks", () => {
    const { container } = render(
      <>
        <CheckboxField
          id="box"
          label="Box"
          error="Wrong."
          hint="A hint."
          className="mine"
          style={{ margin: 3 }}
          aria-describedby="more"
        />
        <p id="more">More.</p>
      </>,
    );
    const box = screen.getByRole("checkbox");
    expect(box).toHaveAttribute("id", "box");
    expect(box).toHaveAttribute("aria-describedby", "box-error box-hint more");
    expect(box).toHaveAccessibleDescription("Wrong. A hint. More.");
    const field = container.firstElementChild;
    expect(field).toHaveClass("portico-field", "mine");
    expect(field).toHaveStyle({ margin: "3px" });
    expect(field).toHaveAttribute("data-state", "invalid");
    expect(box).toHaveClass("portico-checkbox", { exact: true });
    expect(box).not.toHaveAttribute("style");
    for (const part of ["label", "below", "error", "hint"]) {
      expect(field?.querySelector(`.portico-${part}`)).toHaveAttribute("data-part", part);
    }
  });
});

function mark(element: Element | null): void {
  element?.setAttribute("data-marked", "");
}
