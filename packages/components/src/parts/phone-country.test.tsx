import "@testing-library/jest-dom/vitest";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { MessagesProvider } from "../i18n/messages-provider.js";
import { PhoneField, phoneCountry, type PhoneFieldProps } from "./phone-field.js";

keepConsoleQuiet();
beforeAll(async () => void (await phoneCountry.load()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("The country of a phone number", () => {
  it("is a list that browsers fill in, whose look is for the eye alone", async () => {
    show({ defaultCountry: "DE" });
    expect(country()).toHaveAttribute("name", "phone_country");
    expect(country()).toHaveAttribute("autocomplete", "tel-country-code");
    expect(country()).toBeEnabled();
    expect(Array.from(country().options, ({ value }) => value).slice(0, 2)).toEqual(["", "AF"]);
    expect(shown()).toHaveTextContent("+49");
    expect(shown()).toHaveAttribute("aria-hidden", "true");
    expect(shown()).toHaveAttribute("dir", "ltr");
    expect(shown()).toHaveClass("portico-country-code");
    expect(country()).toHaveClass("portico-country-list");
    expect(country().parentElement).toHaveClass("portico-country");
  });

  it.each([
    ["ltr", "Germany +49"],
    ["rtl", "Germany \u200e+49"],
  ] as const)("has the sign of a code before it, %s", (direction, text) => {
    render(
      <MessagesProvider messages={{ locale: "en", direction }}>
        <Form countries={["DE"]} />
      </MessagesProvider>,
    );
    expect(country().options[1]?.text).toBe(text);
  });

  it("leaves out what has no code, and starts with nothing that is no choice", async () => {
    show({ countries: ["DE", "ZZ"], defaultCountry: "FR" });
    expect(Array.from(country().options, ({ value }) => value)).toEqual(["", "DE"]);
    expect(country()).toHaveValue("");
  });

  it.each([
    ["knows one at once", () => "CH", "CH"],
    ["knows none", () => undefined, "AT"],
    ["finds one", async () => "CH", "CH"],
    ["finds none", async () => undefined, "AT"],
  ])("starts with the country that the app %s, else the language's", async (_how, given, first) => {
    show({ defaultCountry: given }, "de-AT");
    await waitFor(() => expect(country()).toHaveValue(first));
  });

  it("starts with none in a language that is none, and a browser without a region", () => {
    vi.spyOn(navigator, "language", "get").mockReturnValue("not a language");
    show();
    expect(country()).toHaveValue("");
  });

  it("is told nothing any more where it has gone", async () => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    let find = (_country: string) => {};
    const found = new Promise<string>((resolve) => (find = resolve));
    const { unmount } = show({ defaultCountry: () => found });
    const select = country();
    unmount();
    find("DE");
    await found;
    expect(select).toHaveValue("");
    expect(reported).not.toHaveBeenCalled();
  });

  it("starts with that of the language which the reader has changed to meanwhile", async () => {
    const finds: (() => void)[] = [];
    const find = () => new Promise<undefined>((resolve) => finds.push(() => resolve(undefined)));
    const page = (locale: string) => (
      <MessagesProvider messages={{ locale }}>
        <Form defaultCountry={find} />
      </MessagesProvider>
    );
    const { rerender } = render(page("de-AT"));
    rerender(page("de-CH"));
    await act(async () => finds.forEach((end) => end()));
    expect(country()).toHaveValue("CH");
  });

  it("keeps a country that shares the code of the number, and a number that has none", async () => {
    const { values } = show({ defaultCountry: "DE" });
    await userEvent.type(phone(), "+1 613 555");
    await userEvent.selectOptions(country(), "CA");
    expect(values()).toEqual({ phone: "+1 613 555", phone_country: "CA" });
    await userEvent.selectOptions(country(), "");
    expect(values()).toEqual({ phone: "+1 613 555", phone_country: "" });
    await userEvent.clear(phone());
    await userEvent.type(phone(), "+");
    expect(shown()).toHaveTextContent(/^\+$/);
    await userEvent.selectOptions(country(), "FR");
    expect(values()).toEqual({ phone: "+", phone_country: "FR" });
  });

  it("tells the form that a country was looked at, and which was chosen", async () => {
    const [onBlur, onChange] = [vi.fn(async () => {}), vi.fn(async () => {})];
    const binding = { name: "land", onBlur, onChange, ref: () => {}, disabled: false };
    show({ country: binding, defaultCountry: "DE" });
    expect(onChange).toHaveBeenCalledOnce();
    await userEvent.selectOptions(country(), "FR");
    expect(onChange).toHaveBeenCalledTimes(2);
    await userEvent.tab();
    country().focus();
    country().blur();
    expect(onBlur).toHaveBeenCalled();
    expect(country()).toHaveAttribute("name", "land");
  });
});

type Values = { phone: string; phone_country: string };
type Given = Partial<PhoneFieldProps> & { readonly onValues?: (read: () => Values) => void };

function Form({ onValues, ...props }: Given): ReactNode {
  const { register, getValues } = useForm<Values>();
  onValues?.(() => ({ ...getValues() }));
  const country = register("phone_country");
  return <PhoneField label="Phone number" {...register("phone")} country={country} {...props} />;
}

function show(props: Partial<PhoneFieldProps> = {}, locale = "en") {
  let read = (): Values => ({ phone: "", phone_country: "" });
  const { unmount } = render(
    <MessagesProvider messages={{ locale }}>
      <Form {...props} onValues={(values) => (read = values)} />
    </MessagesProvider>,
  );
  return { unmount, values: () => read() };
}

function phone(): HTMLInputElement {
  return screen.getByLabelText("Phone number");
}

function country(): HTMLSelectElement {
  return screen.getByLabelText("Country");
}

/** What is shown of the country while its list is closed. */
function shown(): HTMLElement {
  return screen.getByText(/^(\+\d*|[A-Z]{2})$/);
}
