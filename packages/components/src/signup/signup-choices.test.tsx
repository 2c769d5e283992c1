import "@testing-library/jest-dom/vitest";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { showSignup, signUp, watchedSignup } from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";
import type { Choice, SignupField } from "./signup-field.js";

keepConsoleQuiet();

const choices: readonly Choice[] = [
  { value: "de", label: "Germany" },
  { value: "fr", label: "France" },
];

const country = {
  name: "country",
  kind: "select",
  label: "Country",
  required: true,
} as const satisfies Partial<SignupField>;

function list(): HTMLSelectElement {
  return screen.getByLabelText(/^Country/);
}

describe("Signup's lists", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("send what was chosen", async () => {
    const signup = watchedSignup();
    showSignup({ signup }, { fields: [{ ...country, options: choices }] });
    expect(list()).toHaveDisplayValue(en.fields.choose);
    await userEvent.selectOptions(list(), "France");
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0].userMetadata).toEqual({ country: "fr" });
  });

  it("load their choices, say so meanwhile, and then show the one to start with", async () => {
    let answer = (_choices: readonly Choice[]) => {};
    const options = vi.fn(() => new Promise<readonly Choice[]>((resolve) => (answer = resolve)));
    const signup = watchedSignup();
    showSignup({ signup }, { fields: [{ ...country, options, defaultValue: "fr" }] });
    expect(list()).toHaveDisplayValue(en.fields.loadingChoices);
    expect(list()).toHaveAttribute("aria-busy", "true");
    answer(choices);
    await waitFor(() => expect(list()).toHaveDisplayValue("France"));
    expect(list()).not.toHaveAttribute("aria-busy");
    expect(options).toHaveBeenCalledOnce();
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
  });

  it.each([
    ["before the choices have come", () => new Promise<never>(() => {})],
    ["where they did not come", () => Promise.reject(new Error("no countries"))],
  ])("keep what they start with if the form is sent %s", async (_, options) => {
    vi.stubGlobal("reportError", vi.fn());
    const signup = watchedSignup();
    showSignup({ signup }, { fields: [{ ...country, options, defaultValue: "fr" }] });
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0].userMetadata).toEqual({ country: "fr" });
  });

  it("say that their choices did not load, tell the app why, and load them again", async () => {
    const reportError = vi.fn();
    vi.stubGlobal("reportError", reportError);
    const failure = new Error("no countries");
    const options = vi.fn(async () => choices).mockRejectedValueOnce(failure);
    showSignup({}, { fields: [{ ...country, options }] });
    expect(await screen.findByText(new RegExp(en.fields.choicesFailed))).toBeInTheDocument();
    expect(reportError).toHaveBeenCalledExactlyOnceWith(failure);
    await userEvent.click(screen.getByRole("button", { name: en.fields.retryChoices }));
    expect(await screen.findByRole("option", { name: "France" })).toBeInTheDocument();
    expect(screen.queryByText(new RegExp(en.fields.choicesFailed))).toBeNull();
    expect(list()).toHaveFocus();
  });

  it("give up loading when the form goes", async () => {
    let signal: AbortSignal | undefined;
    const options = (given: { readonly signal: AbortSignal }) => {
      ({ signal } = given);
      return new Promise<never>(() => {});
    };
    const { unmount } = showSignup({}, { fields: [{ ...country, options }] });
    expect(signal?.aborted).toBe(false);
    unmount();
    expect(signal?.aborted).toBe(true);
  });
});
