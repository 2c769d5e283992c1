import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import { Auth0Provider } from "@portico/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useId, type ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { refuse } from "../../test/login-page.js";
import { Login, type LoginProps } from "../login/login.js";
import { AppearanceProvider } from "./appearance-provider.js";
import type { Slots } from "./slots.js";

const warn = vi.spyOn(console, "warn");
beforeEach(() => warn.mockReset());
afterEach(() => vi.unstubAllEnvs());

const wrapped: Slots = {
  TextField: ({ Default, ...props }) => (
    <div data-testid="wrapped">
      <Default {...props} hint="The one you signed up with." />
    </div>
  ),
  SubmitButton: ({ Default, children, ...props }) => (
    <Default {...props}>Let me in, please: {children}</Default>
  ),
};

/** A field of somebody's own that keeps everything. */
const own: Slots = {
  TextField: ({ innerRef, name, onChange, onBlur, type, autoComplete, label, error, children }) => (
    <Labelled label={label} error={error}>
      {(id) => (
        <input
          {...{ id, name, onChange, onBlur, type, autoComplete }}
          ref={innerRef}
          aria-describedby={`${id}-error`}
        />
      )}
      {children}
    </Labelled>
  ),
};

interface LabelledProps {
  readonly label: ReactNode;
  readonly error: ReactNode;
  readonly children: [(id: string) => ReactNode, ReactNode];
}

function Labelled({ label, error, children: [input, below] }: LabelledProps): ReactNode {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {input(id)}
      <p id={`${id}-error`}>{error}</p>
      {below}
    </>
  );
}

describe("a slot", () => {
  it("gets the default part with all that it was given, and keeps the form whole", async () => {
    const { login } = show({ slots: wrapped });
    const email = screen.getByLabelText("E-mail");
    expect(screen.getAllByTestId("wrapped")[0]).toContainElement(email);
    expect(email).toHaveAccessibleDescription("The one you signed up with.");
    await userEvent.click(screen.getByRole("button", { name: "Let me in, please: Sign in" }));
    expect(email).toHaveFocus();
    expect(email).toHaveAccessibleDescription(/Enter your e-mail address/);
    await signIn();
    expect(login).toHaveBeenCalledOnce();
    expect(warn).not.toHaveBeenCalled();
  });

  it("takes a part of somebody's own by innerRef", async () => {
    const { login } = show({ slots: own });
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(screen.getByLabelText("E-mail")).toHaveFocus();
    await signIn();
    expect(login).toHaveBeenCalledOnce();
    expect(warn).not.toHaveBeenCalled();
  });

  it("is inherited from a provider, and replaced by a component's own", () => {
    const outer: Slots = { SubmitButton: () => <button>outer</button> };
    const inner: Slots = { SubmitButton: () => <button>inner</button> };
    const { rerender } = render(
      <AppearanceProvider slots={outer}>{page({ slots: inner })}</AppearanceProvider>,
    );
    expect(screen.getByRole("button", { name: "inner" })).toBeVisible();
    rerender(<AppearanceProvider slots={outer}>{page({})}</AppearanceProvider>);
    expect(screen.getByRole("button", { name: "outer" })).toBeVisible();
  });

  it("says in development what a replacement has lost, once", async () => {
    const careless: Slots = {
      TextField: ({ innerRef, name }) => <input ref={innerRef} data-name={name} />,
      PasswordField: () => <input type="password" />,
    };
    show({ slots: careless }, { login: refuse(fakeError("invalid_credentials")) });
    const texts = warn.mock.calls.map(([text]) => String(text));
    expect(texts.filter((text) => text.includes("TextField"))).toEqual([
      expect.stringContaining("has lost the name"),
      expect.stringContaining("has no label"),
      expect.stringContaining('has lost autocomplete="username"'),
    ]);
    expect(texts.filter((text) => text.includes("PasswordField"))).toEqual([
      expect.stringContaining("gives no element to innerRef"),
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("says nothing in production", () => {
    vi.stubEnv("NODE_ENV", "production");
    show({ slots: { TextField: () => <input aria-label="bare" /> } });
    expect(warn).not.toHaveBeenCalled();
  });
});

describe("unstyled", () => {
  it("leaves the classes out and keeps the parts and their states", () => {
    show({ unstyled: true });
    const button = screen.getByRole("button", { name: "Sign in" });
    expect(button).not.toHaveAttribute("class");
    expect(button).toHaveAttribute("data-part", "button");
    expect(button).toHaveAttribute("data-state", "ready");
    const classes = [...document.querySelectorAll("[class]")].map((e) => e.getAttribute("class"));
    expect(classes.filter((name) => !/portico-unseen/.test(name ?? ""))).toEqual([]);
  });

  it("keeps the classes that an app gives", () => {
    show({ unstyled: true, className: "mine" });
    expect(screen.getByRole("region")).toHaveClass("mine", { exact: true });
  });
});

function show(props: LoginProps, calls: { login?: ReturnType<typeof refuse> } = {}) {
  const client = createFakeClient(calls);
  const login = vi.spyOn(client, "login");
  render(page(props, client));
  return { login };
}

function page(props: LoginProps, client = createFakeClient()): ReactNode {
  return (
    <Auth0Provider client={client}>
      <Login {...props} />
    </Auth0Provider>
  );
}

async function signIn(): Promise<void> {
  await userEvent.type(screen.getByLabelText("E-mail"), "ada@example.com");
  await userEvent.type(screen.getByLabelText("Password"), "correct horse{Enter}");
}
