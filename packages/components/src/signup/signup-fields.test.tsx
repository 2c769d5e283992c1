import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler } from "react";
import { describe, expect, it, vi } from "vitest";
import { Tenant } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { email, password, showSignup, signUp, watchedSignup } from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";
import type { SignupField } from "./signup-field.js";
import { Signup } from "./signup.js";

keepConsoleQuiet();

const given: SignupField = {
  storage: "root",
  name: "given_name",
  kind: "text",
  label: "First name",
  required: true,
};
const team: SignupField = { name: "team", kind: "text", label: "Team", hint: "As on your badge" };

describe("Signup's additional fields", () => {
  it("go to the root of the user or to the metadata, as texts; empty ones go nowhere", async () => {
    const signup = watchedSignup();
    const fields: SignupField[] = [
      given,
      team,
      { name: "about", kind: "textarea", label: "About you" },
      { name: "news", kind: "checkbox", label: "Send me news" },
      { name: "born", kind: "date", label: "Birthday" },
      { name: "source", kind: "hidden", defaultValue: "landing" },
    ];
    showSignup({ signup }, { fields });
    await userEvent.type(screen.getByLabelText("First name"), " Ada ");
    await userEvent.type(screen.getByLabelText(/^About you/), "Line 1{Enter}Line 2");
    await userEvent.click(screen.getByLabelText("Send me news"));
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    const params = signup.mock.calls[0]?.[0];
    expect(params).toMatchObject({ givenName: "Ada", email: "ada@example.com" });
    expect(params?.userMetadata).toEqual({
      about: "Line 1\nLine 2",
      news: "true",
      source: "landing",
    });
  });

  it("stand below the password, with their hints, and say which may be left empty", () => {
    showSignup({}, { fields: [given, team] });
    expect(screen.getByLabelText("Team (optional)")).toHaveAccessibleDescription(
      "As on your badge",
    );
    const first = screen.getByLabelText("First name");
    expect(first).toBeRequired();
    expect(first).toHaveAttribute("name", "given_name");
    expect(first).toHaveAttribute("autocomplete", "given-name");
    expect(password().compareDocumentPosition(first)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it("have their own errors, and the first wrong field gets the focus", async () => {
    const signup = watchedSignup();
    const news = {
      name: "rules",
      kind: "checkbox",
      label: "I follow the rules",
      required: true,
    } as const;
    const size = { name: "size", kind: "select", label: "Size", required: true } as const;
    const options = [{ value: "s", label: "Small" }];
    showSignup({ signup }, { fields: [given, { ...size, options }, news] });
    await signUp();
    const first = await screen.findByLabelText("First name");
    await waitFor(() => expect(first).toHaveAccessibleDescription(en.validation.field_required));
    expect(first).toHaveFocus();
    expect(screen.getByLabelText("Size")).toHaveAccessibleDescription(
      en.validation.choice_required,
    );
    const box = screen.getByLabelText("I follow the rules");
    expect(box).toHaveAccessibleDescription(en.validation.tick_required);
    await userEvent.click(box);
    expect(box).not.toBeInvalid();
    expect(password()).toHaveValue("engine");
    expect(signup).not.toHaveBeenCalled();
  });

  it("are judged by the app in its own words, or by a schema of any library", async () => {
    const fields: SignupField[] = [
      {
        ...team,
        validate: (value: unknown) => (value === "Engine" ? undefined : "No such team here."),
      },
      {
        name: "seat",
        kind: "number",
        label: "Seat",
        validate: {
          "~standard": {
            validate: (value) =>
              Number(value) < 9 ? {} : { issues: [{ message: "Only 1 to 8." }] },
          },
        },
      },
    ];
    const signup = watchedSignup();
    showSignup({ signup }, { fields });
    await userEvent.type(screen.getByLabelText(/^Team/), "Loom");
    await userEvent.type(screen.getByLabelText(/^Seat/), "12");
    await signUp();
    expect(await screen.findByText("No such team here.")).toBeInTheDocument();
    expect(screen.getByLabelText(/^Seat/)).toHaveAccessibleDescription("Only 1 to 8.");
    await userEvent.clear(screen.getByLabelText(/^Seat/));
    await userEvent.clear(screen.getByLabelText(/^Team/));
    await userEvent.type(screen.getByLabelText(/^Team/), "Engine{Enter}");
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0].userMetadata).toEqual({ team: "Engine" });
  });

  it("start with what they are given, or what comes in time", async () => {
    const signup = watchedSignup();
    let answer = (_city: string) => {};
    const city = new Promise<string>((resolve) => (answer = resolve));
    const fields: SignupField[] = [
      { ...given, defaultValue: "Ada" },
      { name: "city", kind: "text", label: "City", defaultValue: () => city },
      { name: "street", kind: "text", label: "Street", defaultValue: async () => "Too late Lane" },
      { name: "news", kind: "checkbox", label: "News", defaultValue: true },
      { name: "ref", kind: "hidden", defaultValue: () => "from-the-address" },
    ];
    showSignup({ signup }, { fields });
    await userEvent.type(screen.getByLabelText(/^Street/), "Dorset Street");
    expect(screen.getByLabelText(/^News/)).toBeChecked();
    answer("London");
    await waitFor(() => expect(screen.getByLabelText(/^City/)).toHaveValue("London"));
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    const params = signup.mock.calls[0]?.[0];
    expect(params?.givenName).toBe("Ada");
    expect(params?.userMetadata).toMatchObject({ city: "London", ref: "from-the-address" });
  });

  it("take back what was said of an empty field when what it starts with comes late", async () => {
    let answer = (_city: string) => {};
    const late = new Promise<string>((resolve) => (answer = resolve));
    const signup = watchedSignup();
    const city = { name: "city", kind: "text", label: "City", required: true } as const;
    showSignup({ signup }, { fields: [{ ...city, defaultValue: () => late }] });
    await signUp();
    const field = screen.getByLabelText("City");
    await waitFor(() => expect(field).toHaveAccessibleDescription(en.validation.field_required));
    answer("London");
    await waitFor(() => expect(field).not.toBeInvalid());
    expect(field).toHaveValue("London");
    expect(field).toHaveAccessibleDescription("");
    await userEvent.type(field, "{Enter}");
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
  });

  it("hand what is no secret to the app before anything is sent", async () => {
    const onBeforeSubmit = vi.fn(() => "Not today.");
    const signup = watchedSignup();
    showSignup({ signup }, { fields: [given], onBeforeSubmit });
    await userEvent.type(screen.getByLabelText("First name"), "Ada");
    await signUp();
    expect(await screen.findByText("Not today.")).toBeInTheDocument();
    expect(onBeforeSubmit).toHaveBeenCalledWith(
      { email: "ada@example.com", given_name: "Ada" },
      expect.anything(),
    );
    expect(signup).not.toHaveBeenCalled();
    expect(screen.getByLabelText("First name")).toHaveValue("Ada");
  });

  it("render nothing for a key, also where the app writes its fields anew at every render", async () => {
    let commits = 0;
    render(
      <Profiler id="all" onRender={() => void commits++}>
        <Tenant client={createFakeClient()}>
          <Signup username fields={[given, team]} termsRequired terms="Be kind" />
        </Tenant>
      </Profiler>,
    );
    commits = 0;
    await userEvent.type(email(), "ada@example.com");
    await userEvent.type(screen.getByLabelText("Username"), "ada");
    await userEvent.type(screen.getByLabelText("First name"), "Ada");
    await userEvent.type(screen.getByLabelText(/^Team/), "Engine");
    await userEvent.click(screen.getByLabelText("Be kind"));
    expect(commits).toBe(0);
  });
});
