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

function mark(element: Element | null): void {
  element?.setAttribute("data-marked", "");
}
