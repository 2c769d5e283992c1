import { createFakeClient, fakeChallenge, type FakeClientOptions } from "@portico/core/testing";
import {
  Auth0Provider,
  type AuthError,
  type Mfa as MfaCalls,
  type MfaChallenge,
} from "@portico/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { beforeAll } from "vitest";
import { Mfa, type MfaProps } from "../src/mfa/mfa.js";
import { loadEverything } from "./load-everything.js";

beforeAll(loadEverything);

export const app = { id: "totp|1", factor: "otp", active: true } as const;
export const phone = { id: "sms|1", factor: "sms", active: true, name: "XXX4567" } as const;
export const device = { id: "push|1", factor: "push", active: true, name: "Ada's phone" } as const;
export const recovery = { id: "rec|1", factor: "recovery-code", active: true } as const;

/** A challenge of a user who has no factor yet. */
export const enrolOnly: MfaChallenge = Object.freeze({
  type: "mfa",
  expiresAt: Number.MAX_SAFE_INTEGER,
  enroll: Object.freeze(["otp", "sms", "email", "push", "recovery-code"] as const),
});

/** Shows the second factor of a challenge whose calls end as `mfa` says. */
export function show(
  mfa: Partial<MfaCalls> = {},
  props: Partial<MfaProps> = {},
  calls: FakeClientOptions = {},
) {
  const client = createFakeClient({ ...calls, mfa });
  return render(
    <StrictMode>
      <Auth0Provider client={client}>
        <Mfa challenge={fakeChallenge} {...props} />
      </Auth0Provider>
    </StrictMode>,
  );
}

/** The calls of a user who has these factors. */
export function having(...factors: Awaited<ReturnType<MfaCalls["authenticators"]>>) {
  return { authenticators: async () => factors };
}

export function button(name: string | RegExp): Promise<HTMLElement> {
  return screen.findByRole("button", { name });
}

export async function press(name: string | RegExp): Promise<void> {
  await userEvent.click(await button(name));
}

export function code(): Promise<HTMLInputElement> {
  return screen.findByLabelText("Code");
}

/** Types a whole code, which sends itself. */
export async function typeCode(digits = "123456"): Promise<void> {
  await userEvent.type(await code(), digits);
}

export function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

export function never(): Promise<never> {
  return new Promise(() => {});
}
