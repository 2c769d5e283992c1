import { createFakeClient, type FakeClientOptions } from "@portico/core/testing";
import type { AuthError, SignupOutcome, SignupParams } from "@portico/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import { Signup, type SignupProps } from "../src/signup/signup.js";
import { Tenant } from "./login-page.js";

/** Shows a sign-up whose client does as `calls` say. */
export function showSignup(calls: FakeClientOptions = {}, props: SignupProps = {}) {
  return render(
    <Tenant client={createFakeClient(calls)}>
      <Signup {...props} />
    </Tenant>,
  );
}

/** A sign-up that succeeds, and what it was asked with. */
export function watchedSignup() {
  return vi.fn((_params: SignupParams) => accept()());
}

export function email(): HTMLInputElement {
  return screen.getByLabelText("E-mail");
}

export function password(): HTMLInputElement {
  return screen.getByLabelText("Password");
}

/** Fills in address and password, and sends them with Enter. */
export async function signUp(address = "ada@example.com"): Promise<void> {
  await userEvent.click(email());
  await userEvent.paste(address);
  await userEvent.click(password());
  await userEvent.paste("engine");
  await userEvent.keyboard("{Enter}");
}

/** Creates the account, and signs nobody in. */
export function accept(signInError?: AuthError): () => Promise<SignupOutcome> {
  return async () => ({
    kind: "accepted",
    destination: "ada@example.com",
    ...(signInError && { signInError }),
  });
}
