import "@testing-library/jest-dom/vitest";
import {
  createFakeClient,
  fakeError,
  fakeUser,
  type FakeClientOptions,
} from "@portico/core/testing";
import {
  Auth0Provider,
  type AuthClient,
  type AuthError,
  type LoginOutcome,
  type LoginParams,
} from "@portico/react";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler, StrictMode, useState, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { placeError } from "../form/place-error.js";
import { en } from "../i18n/locales/en.js";
import { Login, type LoginProps } from "./login.js";

const secret = "correct horse battery staple";
const spies = [vi.spyOn(console, "error"), vi.spyOn(console, "warn"), vi.spyOn(console, "log")];

beforeEach(() => spies.forEach((spy) => spy.mockClear()));
afterEach(() => {
  const said = spies.flatMap((spy) => spy.mock.calls);
  if (said.length > 0) throw new Error(`The console was written to: ${said.join(" ")}`);
});

describe("Login", () => {
  it("signs in with what was typed, the password as it is", async () => {
    const login = vi.fn(createFakeClient().login);
    const onAuthenticated = vi.fn();
    show({ login }, { onAuthenticated, via: "redirect", audience: "https://api.example" });
    await userEvent.type(email(), "  ada@example.com ");
    await userEvent.type(password(), ` ${secret} {Enter}`);
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
    expect(onAuthenticated.mock.calls[0]?.[0]).toMatchObject({ user: { sub: fakeUser.sub } });
    expect(login.mock.calls[0]?.[0]).toMatchObject({
      email: "ada@example.com",
      password: ` ${secret} `,
      via: "redirect",
      audience: "https://api.example",
    });
  });

  it("renders nothing for a key", async () => {
    let commits = 0;
    const count = () => void commits++;
    function Controlled() {
      const [text, setText] = useState("");
      return <input aria-label="control" value={text} onChange={(e) => setText(e.target.value)} />;
    }
    render(
      <Profiler id="all" onRender={count}>
        <Tenant client={createFakeClient()}>
          <Login />
        </Tenant>
        <Controlled />
      </Profiler>,
    );
    commits = 0;
    await userEvent.type(email(), "ada@example.com");
    await userEvent.type(password(), secret);
    expect(commits).toBe(0);
    await userEvent.type(screen.getByLabelText("control"), "abc");
    expect(commits).toBe(3);
  });

  it("renders nothing for a key after a refusal either", async () => {
    let commits = 0;
    render(
      <Profiler id="all" onRender={() => void commits++}>
        <Tenant client={createFakeClient({ login: refuse(fakeError("invalid_credentials")) })}>
          <Login />
        </Tenant>
      </Profiler>,
    );
    await signIn();
    await screen.findByText(en.errors.invalid_credentials);
    await userEvent.type(password(), "x");
    commits = 0;
    await userEvent.type(password(), secret);
    expect(commits).toBe(0);
  });

  it("asks for what is missing, at the field, and goes to the first one", async () => {
    const login = vi.fn(never);
    show({ login });
    await userEvent.click(button("Sign in"));
    expect(email()).toHaveAccessibleDescription(en.validation.email_required);
    expect(password()).toHaveAccessibleDescription(en.validation.password_required);
    expect(email()).toBeInvalid();
    expect(email()).toHaveFocus();
    expect(login).not.toHaveBeenCalled();
  });

  it.each(["ada+1@example.com", "ADA@Example.com", '"a b"@example.com', "ä@bücher.example", "x@y"])(
    "takes the address %s",
    async (address) => {
      const login = vi.fn(never);
      show({ login });
      fireEvent.change(email(), { target: { value: address } });
      await userEvent.type(password(), "x{Enter}");
      await waitFor(() => expect(login).toHaveBeenCalledOnce());
    },
  );

  it("keeps the address, empties the password, blames neither field and asks again", async () => {
    show({ login: refuse(fakeError("invalid_credentials")) });
    await signIn();
    expect(await screen.findByRole("alert")).toHaveTextContent(en.errors.invalid_credentials);
    expect(email()).toHaveValue("ada@example.com");
    expect(password()).toHaveValue("");
    expect(password()).toHaveFocus();
    expect(email()).not.toHaveAttribute("aria-invalid");
    expect(password()).not.toHaveAttribute("aria-invalid");
    expect(password()).not.toHaveAccessibleDescription();
  });

  it("announces the same refusal again, in a live region that was there before", async () => {
    show({ login: refuse(fakeError("invalid_credentials")) });
    const region = screen.getByRole("alert");
    expect(region).toBeEmptyDOMElement();
    await signIn();
    const first = await screen.findByText(en.errors.invalid_credentials);
    await userEvent.type(password(), "y{Enter}");
    await waitFor(() => expect(first).not.toBeInTheDocument());
    expect(screen.getByRole("alert")).toBe(region);
    expect(region).toHaveTextContent(en.errors.invalid_credentials);
  });

  it.each(everyFailure().filter(({ code }) => placeError(code) !== "nowhere"))(
    "has words of its own for $code",
    async (error) => {
      show({ login: refuse(error) });
      await signIn();
      const words = en.errors[error.code];
      const text = typeof words === "string" ? words : (words as (e: AuthError) => string)(error);
      expect(await screen.findByText(text)).toBeInTheDocument();
      expect(document.body).not.toHaveTextContent(error.message);
      expect(document.body).not.toHaveTextContent(error.code);
    },
  );

  it("says that the reader is offline when that is known", async () => {
    show({ login: refuse(fakeError("network", { online: false })) });
    await signIn();
    expect(await screen.findByText(/You're offline/)).toBeInTheDocument();
  });

  it("shows nothing of an error that carries a foreign text", async () => {
    const error = fakeError("server");
    error.message = '<img src=x onerror="alert(1)"> call +1 555 0100';
    show({ login: refuse(error) });
    await signIn();
    await screen.findByText(en.errors.server);
    expect(document.body).not.toHaveTextContent("555");
    expect(document.querySelector("img")).toBeNull();
  });

  it("sends once, however often it is asked to", async () => {
    const login = vi.fn(createFakeClient().login);
    const onAuthenticated = vi.fn();
    show({ login }, { onAuthenticated });
    await type();
    const submit = button("Sign in");
    fireEvent.click(submit);
    fireEvent.click(submit);
    fireEvent.submit(password().closest("form") ?? document.body);
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalled());
    expect(login).toHaveBeenCalledOnce();
    expect(onAuthenticated).toHaveBeenCalledOnce();
  });

  it("does not send while a composition is going on", async () => {
    const login = vi.fn(never);
    show({ login });
    await type();
    const isAllowed = fireEvent.keyDown(password(), { key: "Enter", isComposing: true });
    expect(isAllowed).toBe(false);
    expect(fireEvent.keyDown(password(), { key: "Enter" })).toBe(true);
    expect(login).not.toHaveBeenCalled();
  });

  it("sends what a password manager filled in without an event", async () => {
    const login = vi.fn(never);
    show({ login });
    email().value = "ada@example.com";
    password().value = secret;
    await userEvent.click(button("Sign in"));
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(login.mock.calls[0]?.[0]).toMatchObject({ email: "ada@example.com", password: secret });
  });

  it("ends the call when it goes away, and says nothing afterwards", async () => {
    let signal: AbortSignal | undefined;
    const onAuthenticated = vi.fn();
    const login = vi.fn(
      (params: LoginParams) =>
        new Promise<LoginOutcome>((_, reject) => {
          signal = params.signal;
          signal?.addEventListener("abort", () => reject(fakeError("aborted")));
        }),
    );
    const { unmount } = show({ login }, { onAuthenticated });
    await signIn();
    await waitFor(() => expect(login).toHaveBeenCalled());
    unmount();
    await act(async () => {});
    expect(signal?.aborted).toBe(true);
    expect(onAuthenticated).not.toHaveBeenCalled();
  });

  it("works in strict mode, with one call and one message", async () => {
    const login = vi.fn(createFakeClient().login);
    const onAuthenticated = vi.fn();
    render(
      <StrictMode>
        <Tenant client={createFakeClient({ login })}>
          <Login onAuthenticated={onAuthenticated} />
        </Tenant>
      </StrictMode>,
    );
    await signIn();
    await waitFor(() => expect(onAuthenticated).toHaveBeenCalledOnce());
    expect(login).toHaveBeenCalledOnce();
  });

  it("says what it does while it waits, and says so after four seconds", async () => {
    show({ login: never });
    await signIn();
    const submit = await screen.findByRole("button", { name: /^Signing in/ });
    expect(submit).toHaveAttribute("aria-disabled", "true");
    expect(submit).not.toBeDisabled();
    expect(screen.queryByText(en.progress.slow)).toBeNull();
    expect(await screen.findByText(en.progress.slow, {}, { timeout: 5000 })).toBeInTheDocument();
  }, 10_000);

  it("counts down when the tenant asks to wait, sends nothing meanwhile, and leaves no timer", async () => {
    const login = vi.fn(refuse(fakeError("rate_limited", {}, { retryAfter: 2000 })));
    show({ login });
    await signIn();
    await screen.findByText("Try again in 2 s");
    expect(screen.getByRole("alert")).toHaveTextContent("Wait 2 seconds, then try again.");
    expect(button("Sign in")).toHaveAttribute("aria-disabled", "true");
    await userEvent.type(password(), "x{Enter}");
    expect(login).toHaveBeenCalledOnce();
    await waitFor(() => expect(button("Sign in")).not.toHaveAttribute("aria-disabled"), {
      timeout: 4000,
    });
    await userEvent.type(password(), "x{Enter}");
    await waitFor(() => expect(login).toHaveBeenCalledTimes(2));
  }, 10_000);

  it.each(["third_party_cookies_blocked", "mfa_required", "requires_verification"] as const)(
    "hands over to the sign-in page on %s, with the address and the way back",
    async (code) => {
      const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(async () => ({
        kind: "redirecting",
      }));
      const appState = { returnTo: "/board" };
      show({ login: refuse(fakeError(code)), loginWithConnection }, { appState });
      await signIn();
      const onward = await screen.findByRole("button", { name: en.progress.hosted });
      expect(onward).toHaveFocus();
      await userEvent.dblClick(onward);
      expect(loginWithConnection).toHaveBeenCalledOnce();
      expect(loginWithConnection.mock.calls[0]?.[0]).toMatchObject({
        loginHint: "ada@example.com",
        appState,
      });
    },
  );

  it("says why the page could not be left", async () => {
    show({
      login: refuse(fakeError("third_party_cookies_blocked")),
      loginWithConnection: refuse(fakeError("storage_unavailable")),
    });
    await signIn();
    await userEvent.click(await screen.findByRole("button", { name: en.progress.hosted }));
    expect(await screen.findByText(en.errors.storage_unavailable)).toBeInTheDocument();
  });

  it("stays busy while the page is about to be left", async () => {
    show({ login: async () => ({ kind: "redirecting" }) });
    await signIn();
    const submit = await screen.findByRole("button", { name: /^Signing in/ });
    await waitFor(() => expect(password()).toHaveValue(""));
    expect(submit).toHaveAttribute("aria-disabled", "true");
  });

  it("is ready again when somebody signs out", async () => {
    const client = createFakeClient();
    render(
      <Tenant client={client}>
        <Login />
      </Tenant>,
    );
    await signIn();
    await screen.findByRole("button", { name: "Signed in" });
    await act(async () => void (await client.logout()));
    expect(button("Sign in")).not.toHaveAttribute("aria-disabled");
  });

  it("shows and hides the password without losing it, and hides it to send it", async () => {
    show({ login: never });
    await type();
    const toggle = button("Show password");
    expect(toggle).toHaveAttribute("type", "button");
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute("aria-pressed", "true");
    expect(password()).toHaveAttribute("type", "text");
    expect(password()).toHaveValue(secret);
    expect(password()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(password()).toHaveAttribute("type", "password"));
  });

  it("says that Caps Lock is on", async () => {
    show();
    await userEvent.type(password(), "{CapsLock}a");
    expect(screen.getByText(en.fields.capsLock)).toBeInTheDocument();
    await userEvent.tab();
    expect(screen.queryByText(en.fields.capsLock)).toBeNull();
  });

  it("tells password managers which field is which", () => {
    show();
    expect(email()).toHaveAttribute("autocomplete", "username");
    expect(email()).toHaveAttribute("type", "email");
    expect(email()).toHaveAttribute("name", "email");
    expect(password()).toHaveAttribute("autocomplete", "current-password");
    expect(password()).toHaveAttribute("name", "password");
  });

  it("takes the focus only when it is asked to, at the first empty field", () => {
    const { unmount } = show();
    expect(document.body).toHaveFocus();
    unmount();
    show({}, { autoFocus: true, defaultValues: { email: "ada@example.com" } });
    expect(email()).toHaveValue("ada@example.com");
    expect(password()).toHaveFocus();
  });

  it("takes the typed address along to the sign-up", async () => {
    const onSignup = vi.fn();
    show({}, { onSignup });
    await userEvent.type(email(), "ada@example.com");
    await userEvent.click(button("Create an account"));
    expect(onSignup).toHaveBeenCalledWith("ada@example.com");
  });

  it("says other words where it is given some, and its own everywhere else", () => {
    show({}, { title: "Hello", messages: { login: { submit: "Go" }, fields: undefined } });
    expect(screen.getByRole("region", { name: "Hello" })).toBeInTheDocument();
    expect(button("Go")).toBeInTheDocument();
    expect(email()).toBeInTheDocument();
  });

  it("renders on a server as a form that cannot put a password into an address", () => {
    const html = renderToString(
      <Tenant client={createFakeClient()}>
        <Login onSignup={() => {}} />
      </Tenant>,
    );
    document.body.innerHTML = html;
    const form = document.querySelector("form");
    expect(form).toHaveAttribute("method", "post");
    expect(form).not.toHaveAttribute("action");
    expect(button("Sign in")).toBeDisabled();
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    document.body.innerHTML = "";
  });

  it("keeps what was typed before React took over, and sends it", async () => {
    const login = vi.fn(never);
    const page = (
      <Tenant client={createFakeClient({ login })}>
        <Login />
      </Tenant>
    );
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(page);
    email().value = "ada@example.com";
    password().value = secret;
    render(page, { container, hydrate: true });
    expect(email()).toHaveValue("ada@example.com");
    await userEvent.click(button("Sign in"));
    await waitFor(() => expect(login.mock.calls[0]?.[0]).toMatchObject({ password: secret }));
  });

  it("leaves no password in the page or in React after a refusal", async () => {
    const { container } = show({ login: refuse(fakeError("invalid_credentials")) });
    await type();
    expect(isInFibers(container, secret)).toBe(true);
    await userEvent.keyboard("{Enter}");
    await screen.findByText(en.errors.invalid_credentials);
    expect(isInFibers(container, secret)).toBe(false);
    expect(document.documentElement.outerHTML).not.toContain(secret);
  });

  it("leaves no password in the page or in React after a sign-in", async () => {
    const { container } = show();
    await signIn();
    await screen.findByRole("button", { name: "Signed in" });
    await waitFor(() => expect(password()).toHaveValue(""));
    expect(isInFibers(container, secret)).toBe(false);
  });
});

function Tenant(props: { readonly client: AuthClient; readonly children: ReactNode }): ReactNode {
  return <Auth0Provider client={props.client}>{props.children}</Auth0Provider>;
}

function show(calls: FakeClientOptions = {}, props: LoginProps = {}) {
  return render(
    <Tenant client={createFakeClient(calls)}>
      <Login {...props} />
    </Tenant>,
  );
}

function email(): HTMLInputElement {
  return screen.getByLabelText("E-mail");
}

function password(): HTMLInputElement {
  return screen.getByLabelText("Password");
}

function button(name: string): HTMLElement {
  return screen.getByRole("button", { name });
}

async function type(): Promise<void> {
  await userEvent.click(email());
  await userEvent.paste("ada@example.com");
  await userEvent.click(password());
  await userEvent.paste(secret);
}

async function signIn(): Promise<void> {
  await type();
  await userEvent.keyboard("{Enter}");
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

function never(_params: LoginParams): Promise<never> {
  return new Promise(() => {});
}

/** One failure of every code; the codes come from the dictionary, which is complete by its type. */
function everyFailure(): AuthError[] {
  const details = {
    network: { online: true },
    timeout: { deadline: 15_000 },
    invalid_token: { reason: "expired" },
    invalid_password: { policy: "strength", rules: [] },
  };
  const make = fakeError as (code: string, details: object) => AuthError;
  return Object.keys(en.errors).map((code) =>
    make(code, details[code as keyof typeof details] ?? {}),
  );
}

/** Looks through everything that React keeps about a container: props, state, refs and what they hold. */
function isInFibers(container: Element, needle: string): boolean {
  const seen = new Set<unknown>();
  const queue: unknown[] = Object.entries(container)
    .filter(([key]) => key.startsWith("__reactContainer"))
    .map(([, fiber]) => fiber);
  while (queue.length > 0) {
    const value = queue.pop();
    if (typeof value === "string" && value.includes(needle)) return true;
    if (value === null || typeof value !== "object" || seen.has(value)) continue;
    // An input holds what was typed, as it must until it is sent.
    if (value instanceof Node || value === window) continue;
    seen.add(value);
    if (value instanceof Map || value instanceof Set) queue.push(...value.values());
    for (const key of Object.keys(value)) {
      queue.push((value as Record<string, unknown>)[key]);
    }
  }
  return false;
}
