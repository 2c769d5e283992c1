import "@testing-library/jest-dom/vitest";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler, StrictMode, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { useForm } from "react-hook-form";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { loadEverything } from "../../test/load-everything.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { MessagesProvider } from "../i18n/messages-provider.js";
import { PhoneField, type PhoneFieldProps } from "./phone-field.js";

keepConsoleQuiet();
beforeAll(loadEverything);
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("PhoneField", () => {
  it("names every country in the reader's language, in its order, with its code", () => {
    show({}, "de");
    const names = Array.from(country().options, ({ text }) => text);
    expect(names.slice(1, 4)).toEqual(["Afghanistan +93", "Ägypten +20", "Ålandinseln +358"]);
    expect(names).toContain("Deutschland +49");
    expect(names.length).toBeGreaterThan(240);
  });

  it("leaves the choice to some countries where the app wants so", () => {
    show({ countries: ["CH", "DE", "AT"], defaultCountry: "AT" });
    const names = Array.from(country().options, ({ text }) => text);
    expect(names).toEqual(["Choose", "Austria +43", "Germany +49", "Switzerland +41"]);
    expect(country()).toHaveValue("AT");
  });

  it.each([
    ["the app's", "CH", "en-US", "CH"],
    ["the language's region", undefined, "pt-BR", "BR"],
    ["the browser's region", undefined, "en", "US"],
  ])("starts with %s country", async (_whose, defaultCountry, locale, expected) => {
    const { values } = show({ defaultCountry }, locale);
    await waitFor(() => expect(country()).toHaveValue(expected));
    expect(values().phone_country).toBe(expected);
  });

  it("starts with none where nobody knows one", () => {
    vi.spyOn(navigator, "language", "get").mockReturnValue("en");
    show();
    expect(country()).toHaveValue("");
    expect(shown()).toHaveTextContent("+");
  });

  it("waits for a country that has to be found out, unless the reader is faster", async () => {
    let find = (_country: string) => {};
    const found = new Promise<string>((resolve) => (find = resolve));
    show({ defaultCountry: () => found });
    expect(country()).toHaveValue("");
    await userEvent.selectOptions(country(), "FR");
    find("DE");
    await found;
    expect(country()).toHaveValue("FR");
  });

  it("goes on by itself where the country cannot be found out, and reports why", async () => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const reason = new Error("no such service");
    show({ defaultCountry: async () => Promise.reject(reason) }, "de-AT");
    await waitFor(() => expect(country()).toHaveValue("AT"));
    expect(reported).toHaveBeenCalledWith(reason);
  });

  it.each([
    ["typed with a plus sign", "+33 6 12", "FR"],
    ["typed with zeros", "0033 6 12", "FR"],
    ["of a country that shares its code", "+1 613", "US"],
  ])("chooses the country of a number that is %s", async (_how, typed, expected) => {
    const { values } = show({ defaultCountry: "DE" });
    await userEvent.type(phone(), typed);
    expect(country()).toHaveValue(expected);
    expect(values()).toEqual({ phone: typed, phone_country: expected });
    expect(shown()).toHaveTextContent(expected);
    await userEvent.clear(phone());
    expect(shown()).toHaveTextContent(/^\+\d+$/);
  });

  it("does so for a number that is pasted, or there from the beginning", async () => {
    show({ defaultCountry: "DE" }, "en", "+44 20 7946 0018");
    expect(country()).toHaveValue("GB");
    await userEvent.clear(phone());
    await userEvent.paste("+33 6 12 34 56 78");
    expect(country()).toHaveValue("FR");
  });

  it("gives a whole number the code of the country that the reader chooses", async () => {
    const { values } = show({ defaultCountry: "DE" });
    await userEvent.type(phone(), "+49 30 901820");
    await userEvent.selectOptions(country(), "AT");
    expect(values()).toEqual({ phone: "+43 30901820", phone_country: "AT" });
    await userEvent.clear(phone());
    await userEvent.type(phone(), "030 901820");
    await userEvent.selectOptions(country(), "DE");
    expect(values()).toEqual({ phone: "030 901820", phone_country: "DE" });
  });

  it("keeps the choice where the number is of a country that is none of the choices", async () => {
    const { values } = show({ defaultCountry: "DE", countries: ["DE"] });
    await userEvent.type(phone(), "+33 6");
    expect(values()).toEqual({ phone: "+33 6", phone_country: "DE" });
    expect(shown()).toHaveTextContent("FR");
  });

  it("renders for another country, not for a key", async () => {
    const { commits } = show({ defaultCountry: "DE" });
    const before = commits();
    await userEvent.type(phone(), "030 901820");
    expect(commits()).toBe(before);
    await userEvent.clear(phone());
    await userEvent.type(phone(), "+49");
    const whole = commits();
    expect(whole).toBeGreaterThan(before);
    await userEvent.type(phone(), " 30 901820");
    expect(commits()).toBe(whole);
  });

  it("can be typed into on a server's page, and finds its country when the countries are there", () => {
    const html = renderToString(<Form {...{ defaultCountry: "DE" }} />);
    // The server's names of countries need not be the browser's.
    expect(html).not.toContain("Germany");
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = html;
    const input = phone();
    expect(input).toHaveAttribute("type", "tel");
    input.value = "+33 6";
    render(<Form defaultCountry="DE" />, { container, hydrate: true });
    expect(country()).toHaveDisplayValue("France +33");
    expect(phone()).toBe(input);
    expect(input).toHaveValue("+33 6");
  });
});

type Values = { phone: string; phone_country: string };
type Given = Partial<PhoneFieldProps> & {
  readonly first?: string | undefined;
  readonly onValues?: (read: () => Values) => void;
};

function Form({ first = "", onValues, ...props }: Given): ReactNode {
  const { register, getValues } = useForm<Values>({ defaultValues: { phone: first } });
  onValues?.(() => ({ ...getValues() }));
  return (
    <form>
      <PhoneField
        label="Phone number"
        {...register("phone")}
        country={register("phone_country")}
        {...props}
      />
    </form>
  );
}

function show(props: Partial<PhoneFieldProps> = {}, locale = "en", first?: string) {
  let commits = 0;
  let read = (): Values => ({ phone: "", phone_country: "" });
  render(
    <StrictMode>
      <Profiler id="all" onRender={() => void commits++}>
        <MessagesProvider messages={{ locale }}>
          <Form {...props} first={first} onValues={(values) => (read = values)} />
        </MessagesProvider>
      </Profiler>
    </StrictMode>,
  );
  return { values: () => read(), commits: () => commits };
}

function phone(): HTMLInputElement {
  return screen.getByLabelText("Phone number");
}

function country(): HTMLSelectElement {
  return screen.getByLabelText("Country");
}

/** What is shown of the country while its list is closed. */
function shown(): HTMLElement {
  const [first] = screen.getAllByText(/^(\+\d*|[A-Z]{2})$/);
  if (!first) throw new Error("Nothing is shown.");
  return first;
}
