import { fakeError } from "../../../packages/core/src/testing/index.js";
import {
  Signup,
  type CaptchaProps,
  type SignupAccepted,
  type SubmitState,
} from "../../../packages/components/src/index.js";
import type { AuthErrorCode, SignupOutcome } from "../../../packages/react/src/index.js";
import { never, refuse, stay } from "../fakes.js";
import type { CallScene, Exhibit, Reader } from "../scene.js";
import { signs } from "../signs.js";

/** What a sign-up can be. */
export type SignupState =
  | SubmitState
  | `accepted_${SignupAccepted["wording"]}`
  | "invalid"
  | "policy"
  | "fields"
  | "captcha"
  | "hosted";

const signup = <Signup signIn onLogin={stay} />;
const disclosed = <Signup discloseAccounts onLogin={stay} />;
const call = { show: signup, act: signUp } satisfies CallScene;
const accepted = "[data-state=accepted]";

export const signupExhibit: Exhibit<SignupState> = {
  states: {
    ready: { show: signup, sign: signs.ready },
    invalid: {
      show: signup,
      act: ({ pressAt }) => pressAt("[type=submit]"),
      sign: signs.invalid,
    },
    policy: {
      show: <Signup passwordPolicy="excellent" />,
      act: ({ type }) => type("password", "analytical"),
      sign: "[data-part=rules]",
    },
    fields: {
      show: (
        <Signup
          fields={[
            { kind: "text", name: "given_name", storage: "root", label: "First name" },
            { kind: "select", name: "plan", label: "Plan", options: [{ value: "a", label: "A" }] },
          ]}
        />
      ),
      sign: "select[name=plan]",
    },
    captcha: { show: <Signup captcha={solvable} />, sign: "[data-part=captcha]" },
    pending: { ...call, tenant: { signup: never }, sign: signs.pending },
    waiting: { ...call, tenant: { signup: refuse("rate_limited") }, sign: signs.waiting },
    done: { ...call, sign: signs.done },
    hosted: { ...call, tenant: { signup: accept("third_party_cookies_blocked") }, sign: accepted },
    accepted_neutral: { ...call, show: <Signup onLogin={stay} />, sign: accepted },
    accepted_created: { ...call, show: disclosed, sign: accepted },
    accepted_unconfirmed: {
      ...call,
      tenant: { signup: accept("requires_verification") },
      sign: accepted,
    },
  },
  calls: {
    signup: {
      show: <Signup discloseAccounts username signIn captcha={solvable} />,
      act: async (reader) => {
        await reader.type("username", "ada");
        await reader.pressAt("[data-part=captcha] button");
        await signUp(reader);
      },
    },
  },
};

/** A captcha that is solved by pressing it. */
export function solvable({ onSolved }: CaptchaProps) {
  return (
    <button type="button" onClick={() => onSolved("yes")}>
      🤖
    </button>
  );
}

async function signUp({ type, pressAt }: Reader): Promise<void> {
  await type("email", "ada@example.com");
  await type("password", "Analytical-Engine-1843");
  await pressAt("[type=submit]");
}

function accept(
  code: Extract<AuthErrorCode, "third_party_cookies_blocked" | "requires_verification">,
): () => Promise<SignupOutcome> {
  return async () => ({
    kind: "accepted",
    destination: "ada@example.com",
    signInError: fakeError(code),
  });
}
