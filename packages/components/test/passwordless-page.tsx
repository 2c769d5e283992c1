import { createFakeClient, type FakeClientOptions } from "@portico/core/testing";
import { Auth0Provider, type AuthClient, type AuthError } from "@portico/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { beforeAll } from "vitest";
import { Passwordless, type PasswordlessProps } from "../src/passwordless/passwordless.js";
import { loadEverything } from "./load-everything.js";

beforeAll(loadEverything);

/** Shows a login by a code whose client does as `calls` say. */
export function show(calls: FakeClientOptions = {}, props: PasswordlessProps = {}) {
  return showWith(createFakeClient(calls), props);
}

/** Shows a login by a code with a client. */
export function showWith(client: AuthClient, props: PasswordlessProps = {}) {
  return render(
    <StrictMode>
      <Auth0Provider client={client}>
        <Passwordless {...props} />
      </Auth0Provider>
    </StrictMode>,
  );
}

export function email(): HTMLInputElement {
  return screen.getByLabelText("E-mail");
}

export function code(): HTMLInputElement {
  return screen.getByLabelText("Code");
}

export function button(name: string | RegExp): HTMLElement {
  return screen.getByRole("button", { name });
}

/** Asks for a code, and waits for the step that takes it. */
export async function ask(address = "ada@example.com"): Promise<void> {
  await userEvent.click(email());
  await userEvent.paste(address);
  await userEvent.keyboard("{Enter}");
  await screen.findByLabelText("Code");
}

/** Types or pastes a code, which sends itself. */
export async function answer(digits = "123456"): Promise<void> {
  await userEvent.click(code());
  await userEvent.paste(digits);
}

export function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

export function never(): Promise<never> {
  return new Promise(() => {});
}
