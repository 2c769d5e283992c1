import { Mfa, type MfaForm } from "../../../packages/components/src/index.js";
import { fakeChallenge, fakeUser } from "../../../packages/core/src/testing/index.js";
import type { Authenticator, Factor, MfaChallenge } from "../../../packages/react/src/index.js";
import { never, refuse, stay } from "../fakes.js";
import type { CallScene, Exhibit, Reader, StateScene } from "../scene.js";
import { signs } from "../signs.js";

/** What a second factor can be. */
export type MfaState =
  | MfaForm["step"]
  | `answer_${Factor}`
  | "loading"
  | "lost"
  | "elsewhere"
  | "enroll"
  | "enroll_otp"
  | "enroll_push"
  | "address_email"
  | "denied"
  | "pending"
  | "waiting";

const all: readonly Authenticator[] = [
  { id: "totp|1", factor: "otp", active: true },
  { id: "sms|1", factor: "sms", active: true, name: "XXXXXXXX4567" },
  { id: "voice|1", factor: "voice", active: true, name: "XXXXXXXX4567" },
  { id: "email|1", factor: "email", active: true, name: "a**@example.com" },
  { id: "push|1", factor: "push", active: true, name: "Ada's phone" },
  { id: "recovery-code|1", factor: "recovery-code", active: true },
];
const none: MfaChallenge = {
  type: "mfa",
  expiresAt: Number.MAX_SAFE_INTEGER,
  enroll: ["otp", "sms", "voice", "email", "push"],
};
const authenticators = async () => all;
const having = { mfa: { authenticators } };
const mfa = <Mfa challenge={fakeChallenge} onStartOver={stay} />;
const setUp = <Mfa challenge={none} defaultCountry="DE" onStartOver={stay} />;
const code = "input[name=code]";
const expired = "[data-state=expired]";
const ended = { expired_token: expired } as const;
const answered = { show: mfa, act: answer } satisfies CallScene;

export const mfaExhibit: Exhibit<MfaState> = {
  states: {
    loading: {
      show: mfa,
      tenant: { mfa: { authenticators: never } },
      sign: "[data-state=loading]",
    },
    lost: {
      show: mfa,
      tenant: { mfa: { authenticators: refuse("network") } },
      sign: "[data-state=lost]",
    },
    elsewhere: {
      show: mfa,
      tenant: { mfa: { authenticators: async () => [] } },
      sign: "[data-state=elsewhere]",
    },
    choose: { show: mfa, tenant: having, sign: "[data-part=choices]" },
    answer: { show: mfa, act: choose("sms"), sign: code },
    answer_otp: asked("otp"),
    answer_sms: asked("sms"),
    answer_voice: asked("voice"),
    answer_email: asked("email"),
    answer_push: {
      ...asked("push"),
      tenant: { mfa: { authenticators, verify: never } },
      sign: "[data-state=waiting]",
    },
    "answer_recovery-code": asked("recovery-code"),
    pending: { ...answered, tenant: { mfa: { verify: never } }, sign: signs.pending },
    waiting: {
      ...answered,
      tenant: { mfa: { verify: refuse("rate_limited") } },
      sign: signs.waiting,
    },
    denied: {
      ...asked("push"),
      tenant: { mfa: { authenticators, verify: refuse("access_denied") } },
      sign: "[data-state=denied]",
    },
    done: { ...answered, tenant: { user: fakeUser }, sign: "[data-state=done]" },
    expired: {
      show: <Mfa challenge={{ ...fakeChallenge, expiresAt: 0 }} onStartOver={stay} />,
      sign: expired,
    },
    enroll: { show: setUp, sign: "[data-part=choices]" },
    keep: { show: setUp, act: choose("otp"), sign: "[data-part=secret]" },
    enroll_otp: {
      show: setUp,
      act: async (reader) => {
        await choose("otp")(reader);
        await reader.pressAt("[name=saved]");
        await reader.pressAt("[type=submit]");
      },
      sign: "[data-part=qr][data-state=drawn]",
    },
    enroll_push: {
      show: setUp,
      tenant: {
        mfa: {
          enroll: async () => ({ factor: "push", needsCode: false, barcodeUri: "otpauth://push" }),
          verify: never,
        },
      },
      act: choose("push"),
      sign: "[data-part=qr][data-state=drawn]",
    },
    address: { show: setUp, act: choose("sms"), sign: "select[name=phone_country]" },
    address_email: { show: setUp, act: choose("email"), sign: "input[name=email]" },
  },
  calls: {
    "mfa.authenticators": { show: mfa, instead: ended, tellsGivenUp: true },
    "mfa.challenge": { show: mfa, act: choose("sms"), instead: ended, tellsGivenUp: true },
    "mfa.enroll": {
      show: setUp,
      act: async (reader) => {
        await choose("email")(reader);
        await reader.type("email", "ada@example.com");
        await reader.pressAt("[type=submit]");
      },
      instead: ended,
    },
    "mfa.verify": { ...answered, instead: ended },
  },
};

function asked(factor: Factor): StateScene {
  return { show: mfa, tenant: having, act: choose(factor), sign: code };
}

function choose(factor: Factor) {
  return ({ press, words }: Reader): Promise<void> => press(words.mfa.factors[factor]);
}

async function answer(reader: Reader): Promise<void> {
  await choose("sms")(reader);
  await reader.type("code", "123456");
}
