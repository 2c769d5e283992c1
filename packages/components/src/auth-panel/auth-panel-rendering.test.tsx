import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeChallenge, fakeError } from "@portico/core/testing";
import { Auth0Provider } from "@portico/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler, StrictMode, type ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { input, press, showPanel, signIn, tab } from "../../test/panel-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import type { AuthPanelProps } from "./auth-panel-props.js";
import { AuthPanel } from "./auth-panel.js";

keepConsoleQuiet();

afterEach(() => void vi.unstubAllGlobals());

describe("AuthPanel's rendering", () => {
  it("renders nothing for a key, in neither form", async () => {
    let commits = 0;
    render(
      <Profiler id="all" onRender={() => void commits++}>
        <Page />
      </Profiler>,
    );
    for (const name of [en.authPanel.signup, en.authPanel.login]) {
      await userEvent.click(tab(name));
      commits = 0;
      await userEvent.type(input("E-mail"), "x");
      await userEvent.type(input("Password"), "engine");
      expect(commits).toBe(0);
    }
  });

  it("works in strict mode: ready once, signed in once", async () => {
    const onReady = vi.fn();
    const onAuthenticated = vi.fn();
    render(
      <StrictMode>
        <Page onReady={onReady} onAuthenticated={onAuthenticated} />
      </StrictMode>,
    );
    expect(onReady).toHaveBeenCalledOnce();
    await signIn();
    await screen.findByRole("region", { name: /You're signed in/ });
    expect(onAuthenticated).toHaveBeenCalledOnce();
  });

  it("keeps a password in no view but the one that it was typed into", async () => {
    const { container } = render(<Page />);
    await userEvent.type(input("Password"), "correct horse");
    await userEvent.click(tab(en.authPanel.signup));
    await userEvent.click(tab(en.authPanel.login));
    expect(input("Password")).toHaveValue("");
    expect(container.outerHTML).not.toContain("correct horse");
  });

  it("lets its parts be replaced, and the cards of its views too", async () => {
    render(
      <Page
        slots={{
          Tabs: ({ Default, innerRef, ...tabs }) => (
            <Default {...tabs} innerRef={innerRef} className="ours" />
          ),
          AuthCard: ({ Default, innerRef, ...card }) => (
            <Default {...card} innerRef={innerRef} heading="Our own" />
          ),
        }}
      />,
    );
    expect(screen.getByRole("tablist", { name: en.authPanel.tabs })).toHaveClass("ours");
    expect(screen.getByRole("region", { name: "Our own" })).toBeInTheDocument();
  });

  it("is named where no title is shown", () => {
    render(<Page title={null} />);
    expect(screen.getByRole("region", { name: en.login.title })).toBeInTheDocument();
    expect(screen.queryByRole("heading")).toBeNull();
  });

  it("goes without classes, and keeps the names of its parts", () => {
    const { container } = render(<Page unstyled className="ours" logo="Board" />);
    expect(container.querySelector("[class^=portico]")).toBeNull();
    expect(container.querySelector(".ours")).toHaveAttribute("data-view", "login");
    for (const part of ["logo", "tabs", "tab", "body", "view"]) {
      expect(container.querySelector(`[data-part=${part}]`)).toBeInTheDocument();
    }
  });

  it("speaks as its language does", () => {
    const { container } = render(<Page messages={{ locale: "ar", direction: "rtl" }} />);
    expect(container.firstElementChild).toHaveAttribute("lang", "ar");
    expect(container.firstElementChild).toHaveAttribute("dir", "rtl");
  });

  it("can be given a direction alone", () => {
    const { container } = render(<Page messages={{ direction: "rtl" }} />);
    expect(container.firstElementChild).toHaveAttribute("dir", "rtl");
  });

  it("shows only the way out where another site frames it, unless the app allows that", () => {
    vi.stubGlobal("parent", { location: { origin: "https://evil.example" } });
    const { rerender } = render(<Page />);
    expect(screen.getByRole("link", { name: en.progress.framedOpen })).toBeInTheDocument();
    expect(screen.queryByRole("tab")).toBeNull();
    expect(screen.queryByLabelText("Password")).toBeNull();
    rerender(<Page allowFraming />);
    expect(input("Password")).toBeInTheDocument();
  });

  it("ends the call of a view that is left, and says nothing afterwards", async () => {
    let signal: AbortSignal | undefined;
    const onError = vi.fn();
    showPanel(
      { onError },
      {
        login: (params) =>
          new Promise((_, reject) => {
            signal = params.signal;
            signal?.addEventListener("abort", () => reject(fakeError("aborted")));
          }),
      },
    );
    await signIn();
    await waitFor(() => expect(signal).toBeDefined());
    await userEvent.click(tab(en.authPanel.signup));
    expect(signal?.aborted).toBe(true);
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
  });

  it("follows an app that decides what is shown", async () => {
    const onViewChange = vi.fn();
    const { showAgain } = showPanel({ view: "login", onViewChange });
    await userEvent.type(input("E-mail"), "ada@example.com");
    await press(en.login.forgot);
    expect(onViewChange).toHaveBeenCalledExactlyOnceWith("reset");
    expect(screen.getByRole("region", { name: en.login.title })).toBeInTheDocument();
    showAgain({ view: "reset", onViewChange });
    expect(screen.getByRole("region", { name: en.resetPassword.title })).toBeInTheDocument();
    expect(input("E-mail")).toHaveValue("ada@example.com");
    showAgain({ view: "signup", onViewChange });
    expect(input("E-mail")).toHaveValue("ada@example.com");
    expect(onViewChange).toHaveBeenCalledOnce();
  });

  it("leaves a second step to an app that answers it itself", async () => {
    const onChallenge = vi.fn();
    showPanel({ login: { onChallenge } }, { challenge: fakeChallenge });
    await signIn();
    await waitFor(() => expect(onChallenge).toHaveBeenCalledExactlyOnceWith(fakeChallenge));
    expect(screen.getByRole("region", { name: en.login.title })).toBeInTheDocument();
  });
});

function Page(props: AuthPanelProps): ReactNode {
  return (
    <Auth0Provider client={createFakeClient()}>
      <AuthPanel {...props} />
    </Auth0Provider>
  );
}
