import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeUser } from "@portico/core/testing";
import { act, render, screen } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Tenant } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { AuthPanel } from "../auth-panel/auth-panel.js";
import { Login } from "../login/login.js";
import { SocialButtons } from "../social-buttons/social-buttons.js";
import { UserMenu } from "../user-menu/user-menu.js";

keepConsoleQuiet();
afterEach(() => void vi.unstubAllGlobals());

const client = createFakeClient();

function page(children: ReactNode) {
  return (
    <StrictMode>
      <Tenant client={client}>{children}</Tenant>
    </StrictMode>
  );
}

function inPage(html: string): HTMLElement {
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = html;
  return container;
}

describe("onReady", () => {
  it.each([
    ["Login", (onReady: () => void) => <Login onReady={onReady} />],
    [
      "SocialButtons",
      (onReady: () => void) => <SocialButtons connections={[]} onReady={onReady} />,
    ],
    ["AuthPanel", (onReady: () => void) => <AuthPanel onReady={onReady} />],
  ])("of %s is called once, when it is on the screen", (_, component) => {
    const onReady = vi.fn(() => expect(screen.getByRole("heading")).toBeInTheDocument());
    const { rerender } = render(page(component(onReady)));
    rerender(page(component(() => onReady())));
    expect(onReady).toHaveBeenCalledOnce();
  });

  it("is not called on a server, and once React has taken its page over", () => {
    const onReady = vi.fn(() =>
      expect(screen.getByRole("button", { name: "Sign in" })).toBeEnabled(),
    );
    const container = inPage(renderToString(page(<Login onReady={onReady} />)));
    expect(onReady).not.toHaveBeenCalled();
    render(page(<Login onReady={onReady} />), { container, hydrate: true });
    expect(onReady).toHaveBeenCalledOnce();
  });

  it("is not called where another site frames the page", () => {
    const html = renderToString(page(<Login />));
    vi.stubGlobal("parent", { location: { origin: "https://evil.example" } });
    const onReady = vi.fn();
    render(page(<Login onReady={onReady} />), { container: inPage(html), hydrate: true });
    expect(onReady).not.toHaveBeenCalled();
  });

  it("of a user menu waits until there is somebody", () => {
    const onReady = vi.fn();
    render(page(<UserMenu onReady={onReady} />));
    expect(onReady).not.toHaveBeenCalled();
    render(
      <Tenant client={createFakeClient({ user: fakeUser })}>
        <UserMenu onReady={onReady} />
      </Tenant>,
    );
    expect(onReady).toHaveBeenCalledOnce();
  });

  it("of a user menu is called once, also where somebody signs out and in again", async () => {
    const somebody = createFakeClient({ user: fakeUser });
    const onReady = vi.fn();
    render(
      <Tenant client={somebody}>
        <UserMenu onReady={onReady} />
      </Tenant>,
    );
    await act(async () => void (await somebody.logout()));
    expect(screen.queryByRole("button")).toBeNull();
    await act(async () => void (await somebody.login({ email: "ada@example.com", password: "x" })));
    expect(screen.getByRole("button")).toBeInTheDocument();
    expect(onReady).toHaveBeenCalledOnce();
  });
});
