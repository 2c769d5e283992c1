import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { act, render, renderHook, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";

keepConsoleQuiet();

const path = "./judge-form.js";
const reportError = vi.fn();
beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("reportError", reportError.mockClear());
});
afterEach(() => {
  vi.doUnmock(path);
  vi.unstubAllGlobals();
});

/** A login whose modules are loaded anew; what judges it comes as `bring` says. */
async function show(bring?: () => Promise<unknown>) {
  if (bring) vi.doMock(path, bring);
  const { Auth0Provider } = await import("@portico/react");
  const { Login } = await import("../login/login.js");
  const login = vi.fn(() => new Promise<never>(() => {}));
  const { unmount } = render(
    <Auth0Provider client={createFakeClient({ login })}>
      <Login />
    </Auth0Provider>,
  );
  return { login, unmount };
}

async function signIn(): Promise<void> {
  await userEvent.type(screen.getByLabelText("E-mail"), "ada@example.com");
  await userEvent.type(screen.getByLabelText("Password"), "secret");
  await press();
}

async function press(): Promise<void> {
  await userEvent.click(screen.getByRole("button", { name: /^Sign/ }));
}

function actual(): Promise<unknown> {
  return vi.importActual(path);
}

const sent = expect.objectContaining({ email: "ada@example.com", password: "secret" });

describe("A form, before what judges it is there", () => {
  it("can be typed into and sent, and waits for it", async () => {
    let arrive = (): void => {};
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    const { login } = await show(() => arrival.then(actual));
    await signIn();
    expect(screen.getByRole("button", { name: /^Signing in/ })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    expect(login).not.toHaveBeenCalled();
    await press();
    await act(async () => arrive());
    await waitFor(() => expect(login).toHaveBeenCalledExactlyOnceWith(sent));
    expect(reportError).not.toHaveBeenCalled();
  });

  it("says so where it can't be had, keeps what was typed, and asks again when it is sent again", async () => {
    const { login } = await show(() => Promise.reject(new Error("No network")));
    await signIn();
    expect(await screen.findByText(en.validation.refused)).toBeVisible();
    expect(reportError).toHaveBeenCalledOnce();
    expect(screen.getByLabelText("E-mail")).toHaveValue("ada@example.com");
    expect(screen.getByLabelText("Password")).toHaveValue("secret");
    expect(login).not.toHaveBeenCalled();
    vi.doUnmock(path);
    await press();
    await waitFor(() => expect(login).toHaveBeenCalledExactlyOnceWith(sent));
  });

  it("takes back that it could not be had, also where another form has fetched it since", async () => {
    const { login } = await show(() => Promise.reject(new Error("No network")));
    await signIn();
    await screen.findByText(en.validation.refused);
    vi.doUnmock(path);
    const { useJudging } = await import("./use-judging.js");
    const { result } = renderHook(useJudging);
    await act(async () => void (await result.current.load()));
    await press();
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(screen.getByRole("button", { name: /^Sign/ })).toHaveAttribute("data-state", "pending");
  });

  it("is not sent once it has gone", async () => {
    let arrive = (): void => {};
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    const { login, unmount } = await show(() => arrival.then(actual));
    await signIn();
    unmount();
    await act(async () => {
      arrive();
      await import("./judge-form.js");
    });
    expect(login).not.toHaveBeenCalled();
  });

  it("says nothing where it could not be fetched ahead", async () => {
    await show(() => Promise.reject(new Error("No network")));
    await userEvent.type(screen.getByLabelText("E-mail"), "ada@example.com");
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
    expect(reportError).not.toHaveBeenCalled();
  });
});
