import {
  Passwordless,
  type PasswordlessForm,
  type PasswordlessLinkStep,
  type SubmitState,
} from "../../../packages/components/src/index.js";
import { fakeInbox } from "../../../packages/components/test/fake-inbox.js";
import { never, refuse, stay } from "../fakes.js";
import type { CallScene, Exhibit, Reader } from "../scene.js";
import { signs } from "../signs.js";
import { solvable } from "./signup.js";

/** What a login by a message can be. */
export type PasswordlessState =
  | PasswordlessForm["step"]
  | `resend_${PasswordlessLinkStep["resend"]["status"]}`
  | `code_${Exclude<SubmitState, "ready">}`
  | `code_hosted`
  | "pending"
  | "invalid"
  | "either";

const byEmail = <Passwordless />;
const start = { show: byEmail, act: send } satisfies CallScene;
const verify = { show: byEmail, act: answer } satisfies CallScene;
const resend = {
  show: byEmail,
  tenant: () => ({ passwordless: fakeInbox() }),
  act: sendAgain,
} satisfies CallScene;
const again = "[data-part=resend]";

export const passwordlessExhibit: Exhibit<PasswordlessState> = {
  states: {
    email: { show: byEmail, sign: "input[name=email]" },
    phone: {
      show: <Passwordless channel="phone" defaultCountry="DE" />,
      sign: "select[name=phone_country]",
    },
    either: {
      show: <Passwordless channel="either" onPassword={stay} />,
      sign: "input[name=email]",
    },
    invalid: { ...start, act: ({ pressAt }) => pressAt("[type=submit]"), sign: signs.invalid },
    pending: { ...start, tenant: { passwordless: { start: never } }, sign: signs.pending },
    code: { ...start, sign: "input[name=code]" },
    code_pending: { ...verify, tenant: { passwordless: { verify: never } }, sign: signs.pending },
    code_waiting: {
      ...verify,
      tenant: { passwordless: { verify: refuse("too_many_attempts") } },
      sign: signs.waiting,
    },
    code_hosted: {
      ...verify,
      tenant: { passwordless: { verify: refuse("third_party_cookies_blocked") } },
      sign: signs.hosted,
    },
    code_done: { ...verify, sign: signs.done },
    link: { ...start, show: <Passwordless send="link" />, sign: "[data-state=sent]" },
    resend_idle: { ...start, sign: `${again}[data-state=waiting]` },
    resend_pending: {
      ...resend,
      tenant: () => ({ passwordless: { ...fakeInbox(), resend: never } }),
      sign: `${again}[data-state=pending]`,
    },
    resend_succeeded: { ...resend, sign: "[data-part=resend-notice]:not(:empty)" },
    resend_failed: {
      ...resend,
      tenant: () => ({ passwordless: { ...fakeInbox(), resend: refuse("network") } }),
      sign: signs.alert,
    },
  },
  calls: {
    "passwordless.start": {
      show: <Passwordless captcha={solvable} />,
      act: async (reader) => {
        await reader.pressAt("[data-part=captcha] button");
        await send(reader);
      },
    },
    "passwordless.verify": verify,
    "passwordless.resend": { ...resend, tellsGivenUp: true },
  },
};

async function send({ type, pressAt }: Reader): Promise<void> {
  await type("email", "ada@example.com");
  await pressAt("[type=submit]");
}

async function answer(reader: Reader): Promise<void> {
  await send(reader);
  await reader.type("code", "123456");
}

async function sendAgain(reader: Reader): Promise<void> {
  await send(reader);
  await reader.pressAt("[data-part=resend] button");
}
