import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import type { AuthClient } from "@portico/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";

keepConsoleQuiet();

// Each test begins with nothing loaded.
let Auth0Provider: typeof import("@portico/react").Auth0Provider;
let Login: typeof import("./login.js").Login;
beforeEach(async () => {
  vi.resetModules();
  ({ Auth0Provider } = await import("@portico/react"));
  ({ Login } = await import("./login.js"));
});

const connections = ["google-oauth2", "apple", "github", "facebook", "linkedin"];

function page(children: ReactNode, client: AuthClient = createFakeClient({})): ReactNode {
  return (
    <StrictMode>
      <Auth0Provider client={client}>{children}</Auth0Provider>
    </StrictMode>
  );
}

function placeholders(): number {
  return document.querySelectorAll("[data-state=loading] > button").length;
}

describe("Login, before the code for other ways is there", () => {
  it("keeps room for as many buttons as will be shown, and nothing that could be pressed", async () => {
    render(page(<Login connections={connections} />));
    expect(placeholders()).toBe(4);
    expect(screen.getAllByRole("button")).toHaveLength(2);
    expect(await screen.findByRole("button", { name: "Continue with Google" })).toBeEnabled();
    expect(placeholders()).toBe(0);
  });

  it("loses nothing that was typed by then", async () => {
    render(page(<Login connections={connections} />));
    const email = screen.getByLabelText("E-mail");
    await userEvent.type(email, "ada@example.com");
    await screen.findByRole("button", { name: "Continue with Google" });
    expect(email).toBeInTheDocument();
    expect(email).toHaveValue("ada@example.com");
    expect(email).toHaveFocus();
  });

  it("hydrates in silence what a server has rendered at one go", async () => {
    const app = page(<Login connections={connections} />);
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(app);
    expect(placeholders()).toBe(4);
    const onRecoverableError = vi.fn();
    const { unmount } = render(app, { container, hydrate: true, onRecoverableError });
    expect(await screen.findByRole("button", { name: "Continue with Google" })).toBeEnabled();
    expect(onRecoverableError).not.toHaveBeenCalled();
    unmount();
    container.remove();
  });
});

describe("Login by phone number, before the countries are there", () => {
  it("takes the number in the same input, and sends it", async () => {
    const client = createFakeClient({});
    const login = vi.spyOn(client, "login");
    render(page(<Login identifier="phone" />, client));
    const input = screen.getByLabelText("Phone number");
    expect(input).toHaveAttribute("type", "tel");
    expect(screen.queryByLabelText("Country")).toBeNull();
    await userEvent.type(input, "+49 30 901820");
    await userEvent.type(screen.getByLabelText("Password"), "engine{Enter}");
    await waitFor(() => expect(login).toHaveBeenCalledOnce());
    expect(login.mock.calls[0]?.[0]).toMatchObject({ username: "+4930901820" });
    expect(await screen.findByLabelText("Country")).toHaveDisplayValue("Germany +49");
    expect(screen.getByLabelText("Phone number")).toBe(input);
    expect(input).toHaveValue("+49 30 901820");
  });

  it("says that something is wrong with the number only when it can tell", async () => {
    render(page(<Login identifier="phone" />));
    await userEvent.type(screen.getByLabelText("Phone number"), "030");
    await userEvent.type(screen.getByLabelText("Password"), "engine{Enter}");
    expect(await screen.findByText(/^Enter a number like/)).toBeInTheDocument();
  });
});
