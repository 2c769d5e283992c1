import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";

keepConsoleQuiet();

// Each test begins with nothing loaded.
let Auth0Provider: typeof import("@portico/react").Auth0Provider;
let AuthPanel: typeof import("./auth-panel.js").AuthPanel;
let viewCode: typeof import("./view-code.js").viewCode;
beforeEach(async () => {
  vi.resetModules();
  ({ Auth0Provider } = await import("@portico/react"));
  ({ AuthPanel } = await import("./auth-panel.js"));
  ({ viewCode } = await import("./view-code.js"));
});

function page(children: ReactNode): ReactNode {
  return (
    <StrictMode>
      <Auth0Provider client={createFakeClient({})}>{children}</Auth0Provider>
    </StrictMode>
  );
}

function loaded(): string[] {
  return Object.entries(viewCode).flatMap(([name, code]) => (code.get() ? [name] : []));
}

describe("AuthPanel's views", () => {
  it("are not loaded while nobody is about to leave the first one", async () => {
    render(page(<AuthPanel />));
    await userEvent.type(screen.getByLabelText("E-mail"), "ada@example.com");
    expect(loaded()).toEqual([]);
  });

  it("are loaded ahead when the pointer or the focus comes to a way there", async () => {
    render(page(<AuthPanel />));
    await userEvent.hover(screen.getByRole("button", { name: "Forgot password?" }));
    await waitFor(() => expect(loaded()).toEqual(["signup", "reset"]));
  });

  it("leave their room until they are there, with the e-mail address kept and the focus taken along", async () => {
    const { container } = render(page(<AuthPanel />));
    await userEvent.type(screen.getByLabelText("E-mail"), "ada@example.com");
    fireEvent.click(screen.getByRole("button", { name: "Forgot password?" }));
    expect(container.querySelector("[aria-busy=true]")).toHaveFocus();
    expect(screen.getByRole("button", { name: "Back" })).toBeInTheDocument();
    expect(await screen.findByRole("button", { name: "Send link" })).toBeEnabled();
    expect(container.querySelector("[aria-busy=true]")).toBeNull();
    expect(screen.getByLabelText("E-mail")).toHaveValue("ada@example.com");
    expect(container.querySelector("[data-part=view]")).toContainElement(
      document.activeElement as HTMLElement,
    );
  });

  it("can be gone back from before they are there", async () => {
    render(page(<AuthPanel />));
    fireEvent.click(screen.getByRole("button", { name: "Forgot password?" }));
    fireEvent.click(screen.getByRole("button", { name: "Back" }));
    expect(await screen.findByLabelText("Password")).toBeInTheDocument();
  });

  it("are there before the panel calls itself ready", async () => {
    const onReady = vi.fn(() => expect(screen.getByLabelText("E-mail")).toBeInTheDocument());
    render(page(<AuthPanel initialView="signup" onReady={onReady} />));
    expect(onReady).not.toHaveBeenCalled();
    await waitFor(() => expect(onReady).toHaveBeenCalledOnce());
  });

  it("hydrate in silence where a server begins with another one", async () => {
    const app = page(<AuthPanel initialView="signup" />);
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(app);
    expect(container.querySelector("[aria-busy=true]")).not.toBeNull();
    const onRecoverableError = vi.fn();
    render(app, { container, hydrate: true, onRecoverableError });
    expect(await screen.findByLabelText("E-mail")).toBeInTheDocument();
    expect(onRecoverableError).not.toHaveBeenCalled();
  });
});
