import type { Mfa, MfaChallenge } from "@portico/core";
import { createFakeClient, fakeChallenge, type FakeClientOptions } from "@portico/core/testing";
import { act } from "@testing-library/react";
import type { MfaFlow } from "../src/flows/mfa-steps.js";
import { useMfa } from "../src/flows/use-mfa.js";
import { mountStrictly, mountWith, type Wrap } from "./mount-hook.js";

export const app = { id: "totp|1", factor: "otp", active: true } as const;
export const phone = { id: "sms|1", factor: "sms", active: true, name: "XXX4567" } as const;
export const device = { id: "push|1", factor: "push", active: true } as const;
export const half = { id: "sms|2", factor: "sms", active: false } as const;

/** A challenge of a user who has no factor yet. */
export const enrolOnly: MfaChallenge = Object.freeze({
  type: "mfa",
  expiresAt: Number.MAX_SAFE_INTEGER,
  enroll: Object.freeze(["otp", "sms"] as const),
});

/** A user's factors, and then whatever else a test wants the calls to do. */
export function withFactors(mfa: Partial<Mfa> = {}): FakeClientOptions {
  return { mfa: { authenticators: async () => [app, phone, half, device], ...mfa } };
}

/** Shows the second factor of a challenge, which a test may change. */
export async function mfaPage(
  calls: FakeClientOptions = withFactors(),
  initial: MfaChallenge = fakeChallenge,
  { wrap, isStrict = false }: { readonly wrap?: Wrap; readonly isStrict?: boolean } = {},
) {
  let challenge = initial;
  const mount = isStrict ? mountStrictly : mountWith;
  const { result, rerender, unmount } = await act(async () =>
    mount(createFakeClient(calls), () => useMfa(challenge), wrap),
  );
  return {
    flow: () => result.current,
    unmount,
    change: (next: MfaChallenge) => {
      challenge = next;
      return act(async () => rerender());
    },
    /** Gets to the answer of this factor. */
    choose: (factor: typeof app | typeof phone | typeof device) =>
      act(() => at("choose", result.current).challenge(factor)),
  };
}

/** The flow at a step; throws at another. */
export function at<Step extends MfaFlow["step"]>(step: Step, flow: MfaFlow) {
  const is = (one: MfaFlow): one is Extract<MfaFlow, { step: Step }> => one.step === step;
  if (is(flow)) return flow;
  throw new Error(`It is at ${flow.step}, not at ${step}.`);
}
