import { createFakeClient, type FakeClientOptions } from "@portico/core/testing";
import { Auth0Provider } from "@portico/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll } from "vitest";
import { AuthPanel } from "../src/auth-panel/auth-panel.js";
import type { AuthPanelProps } from "../src/auth-panel/auth-panel-props.js";
import { loadEverything } from "./load-everything.js";

beforeAll(loadEverything);

/** Shows a panel whose client does as `calls` say. */
export function showPanel(props: AuthPanelProps = {}, calls: FakeClientOptions = {}) {
  const client = createFakeClient(calls);
  const page = (given: AuthPanelProps) => (
    <Auth0Provider client={client}>
      <AuthPanel {...given} />
    </Auth0Provider>
  );
  const { rerender, ...result } = render(page(props));
  return { ...result, client, showAgain: (next: AuthPanelProps) => rerender(page(next)) };
}

export function input(label: string): HTMLInputElement {
  return screen.getByLabelText(label);
}

export function tab(name: string): HTMLElement {
  return screen.getByRole("tab", { name });
}

export function press(name: string | RegExp): Promise<void> {
  return screen.findByRole("button", { name }).then((button) => userEvent.click(button));
}

export async function signIn(address = "ada@example.com"): Promise<void> {
  await userEvent.type(input("E-mail"), address);
  await userEvent.type(input("Password"), "engine{Enter}");
}
