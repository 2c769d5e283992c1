import { createFakeClient, type FakeClientOptions } from "@portico/core/testing";
import { Auth0Provider, type AuthClient } from "@portico/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeAll } from "vitest";
import { Login, type LoginProps } from "../src/login/login.js";
import { loadEverything } from "./load-everything.js";

beforeAll(loadEverything);

/** The password that `type` types. */
export const secret = "correct horse battery staple";

/** What stands between a client and the components that use it. */
export function Tenant(props: {
  readonly client: AuthClient;
  readonly children: ReactNode;
}): ReactNode {
  return <Auth0Provider client={props.client}>{props.children}</Auth0Provider>;
}

/** Shows a login whose client does as `calls` say. */
export function show(calls: FakeClientOptions = {}, props: LoginProps = {}) {
  return render(
    <Tenant client={createFakeClient(calls)}>
      <Login {...props} />
    </Tenant>,
  );
}

export function email(): HTMLInputElement {
  return screen.getByLabelText("E-mail");
}

export function password(): HTMLInputElement {
  return screen.getByLabelText("Password");
}

export function button(name: string): HTMLElement {
  return screen.getByRole("button", { name });
}

export async function type(): Promise<void> {
  await fill(email(), "ada@example.com");
  await fill(password(), secret);
}

/** Pastes into an input, whose focus it keeps. */
export async function fill(input: HTMLElement, text: string): Promise<void> {
  await userEvent.click(input);
  await userEvent.paste(text);
}

export async function signIn(): Promise<void> {
  await type();
  await userEvent.keyboard("{Enter}");
}

export function refuse(error: Error): () => Promise<never> {
  return async () => {
    throw error;
  };
}

export function never(_params?: unknown): Promise<never> {
  return new Promise(() => {});
}
