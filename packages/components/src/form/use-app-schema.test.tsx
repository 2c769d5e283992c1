import "@testing-library/jest-dom/vitest";
import { createFakeClient, type FakeClientOptions } from "@portico/core/testing";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Activity, type ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import {
  button,
  email,
  fill,
  password,
  secret,
  show,
  signIn,
  Tenant,
} from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { showSignup, signUp, watchedSignup } from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";
import { Login } from "../login/login.js";
import type { LoginValues } from "../login/judge-login.js";
import { Passwordless } from "../passwordless/passwordless.js";
import { ResetPassword } from "../reset-password/reset-password.js";
import type { AppSchema } from "./schema-resolver.js";

keepConsoleQuiet();

const reportError = vi.fn();
beforeEach(() => void vi.stubGlobal("reportError", reportError.mockClear()));
afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

const ownDomain = z.object({
  email: z.string().check(z.endsWith("@example.org", "Use your own address.")),
});

describe("A schema of the app's own", () => {
  it("has its words at the field that they are about, and empties nothing", async () => {
    const login = watchedLogin();
    show({ login }, { schema: ownDomain });
    await signIn();
    await waitFor(() => expect(email()).toHaveAccessibleDescription("Use your own address."));
    expect(email()).toHaveFocus();
    expect(password()).toHaveValue(secret);
    expect(login).not.toHaveBeenCalled();
  });

  it("takes its words back when the field changes, and lets go what it has nothing against", async () => {
    const login = watchedLogin();
    show({ login }, { schema: ownDomain });
    await signIn();
    await waitFor(() => expect(email()).toBeInvalid());
    await userEvent.clear(email());
    await fill(email(), "ada@example.org");
    expect(email()).not.toBeInvalid();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(login.mock.calls[0]?.[0]).toMatchObject({ email: "ada@example.org", password: secret });
  });

  it("is not asked while our own rules have something to say, nor for each key", async () => {
    const validate = vi.fn(() => ({ value: {} }));
    show({ login: watchedLogin() }, { schema: { "~standard": { validate } } });
    await userEvent.type(email(), "ada{Enter}");
    await waitFor(() => expect(email()).toBeInvalid());
    await userEvent.type(email(), "@example.com");
    await fill(password(), secret);
    expect(validate).not.toHaveBeenCalled();
    await userEvent.keyboard("{Enter}");
    await waitFor(() =>
      expect(validate).toHaveBeenCalledExactlyOnceWith({
        email: "ada@example.com",
        password: secret,
      }),
    );
  });

  it("speaks of the form as a whole where it names no field that is shown", async () => {
    const login = watchedLogin();
    const whole = z.object({}).check(z.refine(() => false, "Not on Sundays."));
    show({ login }, { schema: whole });
    await signIn();
    expect(await screen.findByRole("alert")).toHaveTextContent("Not on Sundays.");
    expect(password()).toHaveFocus();
    expect(password()).toHaveValue(secret);
    expect(login).not.toHaveBeenCalled();
  });

  it("may be written by hand, answer later, and name a field by an object", async () => {
    const login = watchedLogin();
    let answer = (_verdict: Awaited<ReturnType<Validate>>): void => {};
    const validate: Validate = () => new Promise((resolve) => (answer = resolve));
    show({ login }, { schema: { "~standard": { validate } } });
    await signIn();
    expect(await screen.findByRole("button", { name: en.login.pending })).toBeInTheDocument();
    const issues = [
      { message: "First.", path: [{ key: "password" }] },
      { message: "Second.", path: ["password"] },
      { message: "Of all.", path: ["elsewhere"] },
    ];
    answer({ issues });
    await waitFor(() => expect(password()).toHaveAccessibleDescription("First."));
    expect(screen.getByRole("alert")).toHaveTextContent("Of all.");
    expect(button(en.login.submit)).toBeEnabled();
    await userEvent.keyboard("{Enter}");
    answer({ value: {} });
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(screen.queryByText("Of all.")).toBeNull();
  });

  it.each<[string, Validate]>([
    [
      "throws",
      () => {
        throw mistake;
      },
    ],
    ["rejects", async () => Promise.reject(mistake)],
  ])("leaves the form to be sent again where it %s", async (_, fails) => {
    const login = watchedLogin();
    const validate = vi.fn<Validate>(() => ({ value: {} })).mockImplementationOnce(fails);
    show({ login }, { schema: { "~standard": { validate } } });
    await signIn();
    expect(await screen.findByRole("alert")).toHaveTextContent(en.validation.refused);
    expect(reportError).toHaveBeenCalledExactlyOnceWith(mistake);
    expect(login).not.toHaveBeenCalled();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
  });

  it("has nothing sent where its answer comes to a form that is gone", async () => {
    const login = watchedLogin();
    let answer = (_verdict: { value: object }): void => {};
    const validate: Validate = () => new Promise((resolve) => (answer = resolve));
    const { unmount } = show({ login }, { schema: { "~standard": { validate } } });
    await signIn();
    await screen.findByRole("button", { name: en.login.pending });
    unmount();
    answer({ value: {} });
    await Promise.resolve();
    expect(login).not.toHaveBeenCalled();
  });

  it("is waited for no more in a page that was put aside, which can be sent anew", async () => {
    const client = createFakeClient({ login: watchedLogin() });
    let answer = (_verdict: { value: object }): void => {};
    const validate: Validate = () => new Promise((resolve) => (answer = resolve));
    const page = (mode: "visible" | "hidden") => (
      <Tenant client={client}>
        <Activity mode={mode}>
          <Login schema={{ "~standard": { validate } }} />
        </Activity>
      </Tenant>
    );
    const { rerender } = render(page("visible"));
    await signIn();
    await screen.findByRole("button", { name: en.login.pending });
    rerender(page("hidden"));
    await act(async () => answer({ value: {} }));
    rerender(page("visible"));
    expect(client.login).not.toHaveBeenCalled();
    await userEvent.click(button(en.login.submit));
    await screen.findByRole("button", { name: en.login.pending });
    answer({ value: {} });
    await waitFor(() => expect(client.login).toHaveBeenCalledOnce());
  });

  it("changes nothing of what is sent", async () => {
    const login = watchedLogin();
    const validate: Validate = (values) => ({
      value: Object.assign(values as object, { email: "" }),
    });
    show({ login }, { schema: { "~standard": { validate } } });
    await signIn();
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(login.mock.calls[0]?.[0]).toMatchObject({ email: "ada@example.com" });
  });

  it("says nothing of a password that an organization's login does without", async () => {
    const loginWithConnection = vi.fn(createFakeClient().loginWithConnection);
    const schema = z.object({ password: z.string().check(z.minLength(12, "Too short.")) });
    show({ loginWithConnection }, { schema, connectionForDomain: { "example.com": "okta" } });
    await fill(email(), "ada@example.com");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(loginWithConnection).toHaveBeenCalledOnce());
  });

  it("judges a sign-up with the app's own fields, and a hidden one with the form", async () => {
    const signup = watchedSignup();
    const schema = z.object({ team: z.string(), source: z.string() }).check(
      z.refine(({ team }) => team !== "Loom", { path: ["team"], error: "No such team." }),
      z.refine(({ source }) => source !== "ad", { path: ["source"], error: "Closed to ads." }),
    );
    const team = { name: "team", kind: "text", label: "Team", required: true } as const;
    const source = { name: "source", kind: "hidden", defaultValue: "ad" } as const;
    showSignup({ signup }, { schema, fields: [team, source] });
    await fill(screen.getByLabelText("Team"), "Loom");
    await signUp();
    const field = screen.getByLabelText("Team");
    await waitFor(() => expect(field).toHaveAccessibleDescription("No such team."));
    expect(screen.getByRole("alert")).toHaveTextContent("Closed to ads.");
    expect(signup).not.toHaveBeenCalled();
  });

  it("judges a reset", async () => {
    const resetPassword = vi.fn(createFakeClient().resetPassword);
    showIn({ resetPassword }, <ResetPassword schema={ownDomain} />);
    await fill(email(), "ada@example.com");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(email()).toHaveAccessibleDescription("Use your own address."));
    expect(resetPassword).not.toHaveBeenCalled();
  });

  it("judges where a code is to go, and a country with the form", async () => {
    const start = vi.fn(createFakeClient().passwordless.start);
    const schema = z.object({
      phone: z.string().check(z.startsWith("+49", "Only from Germany.")),
      phone_country: z.string().check(z.minLength(3, "No such country.")),
    });
    showIn({ passwordless: { start } }, <Passwordless channel="phone" schema={schema} />);
    const phone = screen.getByLabelText(en.fields.phone);
    await fill(phone, "+12025550123");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(phone).toHaveAccessibleDescription(/Only from Germany\./));
    expect(screen.getByRole("alert")).toHaveTextContent("No such country.");
    expect(start).not.toHaveBeenCalled();
  });
});

type Validate = AppSchema<LoginValues>["~standard"]["validate"];

const mistake = new Error("The app's own mistake.");

function watchedLogin() {
  return vi.fn(createFakeClient().login);
}

function showIn(calls: FakeClientOptions, component: ReactNode) {
  return render(<Tenant client={createFakeClient(calls)}>{component}</Tenant>);
}
