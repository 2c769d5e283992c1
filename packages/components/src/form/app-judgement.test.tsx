import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { render, screen, waitFor } from "@testing-library/react";
import { Activity } from "react";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { email, password, show, signIn, Tenant } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Login } from "../login/login.js";

keepConsoleQuiet();

describe("What the app's own schema says of a form", () => {
  it("stays in a form that was put aside", async () => {
    const client = createFakeClient();
    const whole = z.object({}).check(z.refine(() => false, "Not on Sundays."));
    const page = (mode: "visible" | "hidden") => (
      <Tenant client={client}>
        <Activity mode={mode}>
          <Login schema={whole} />
        </Activity>
      </Tenant>
    );
    const { rerender } = render(page("visible"));
    await signIn();
    await screen.findByText("Not on Sundays.");
    rerender(page("hidden"));
    rerender(page("visible"));
    expect(screen.getByText("Not on Sundays.")).toBeVisible();
  });

  it("brings the reader to the first of several fields, not to the one to type again", async () => {
    const both = { issues: [at("password", "Second."), at("email", "First.")] };
    show({}, { schema: { "~standard": { validate: () => both } } });
    await signIn();
    await waitFor(() => expect(email()).toHaveAccessibleDescription("First."));
    expect(password()).toHaveAccessibleDescription("Second.");
    expect(email()).toHaveFocus();
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
  });

  it("brings the reader to a field also where it is about the form, and needs no words", async () => {
    const both = { issues: [{ message: "" }, at("email", "")] };
    show({}, { schema: { "~standard": { validate: () => both } } });
    await signIn();
    await waitFor(() => expect(email()).toHaveAccessibleDescription(en.validation.refused));
    expect(screen.getByRole("alert")).toHaveTextContent(en.validation.refused);
    expect(email()).toHaveFocus();
  });
});

function at(name: string, message: string) {
  return { message, path: [name] };
}
