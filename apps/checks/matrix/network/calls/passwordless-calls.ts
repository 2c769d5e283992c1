import { newEmail } from "../../../e2e/fixtures.js";
import type { Lab } from "../../../contract/lab.js";
import { canary, challenge, newPhone, type FaultyCall } from "../faulty-call.js";
import { requestFaults } from "../network-fault.js";

const channels = [
  { how: "by e-mail", kind: "code", contact: () => ({ email: newEmail() }) },
  { how: "by text message", kind: "sms", contact: () => ({ phoneNumber: newPhone() }) },
] as const;

/** Milliseconds before a message is asked for again, whatever became of it. */
const coolDown = 30_000;

const byLink: FaultyCall = {
  title: "passwordless.start of a link",
  request: { path: "/passwordless/start" },
  faults: requestFaults,
  coolDown,
  call: (lab) => {
    const captcha = canary.password;
    return lab.call("passwordless.start", { email: newEmail(), send: "link", captcha });
  },
};

const byCode = channels.flatMap(({ how, kind, contact }) => {
  const start = (lab: Lab) => lab.call("passwordless.start", contact());
  const verify = (lab: Lab, via?: string) => {
    const otp = newestCode(lab, kind);
    return lab.call("passwordless.verify", challenge, { otp, via });
  };
  const given = (lab: Lab) => lab.keep("given", "passwordless.start", contact());
  return [
    {
      title: `passwordless.start ${how}`,
      request: { path: "/passwordless/start" },
      faults: requestFaults,
      coolDown,
      call: start,
      bare: "same",
    },
    {
      title: `passwordless.resend ${how}`,
      request: { path: "/passwordless/start" },
      faults: requestFaults,
      coolDown,
      given: async (lab) => {
        await given(lab);
        await lab.page.clock.fastForward(coolDown);
      },
      call: (lab) => lab.call("passwordless.resend", challenge),
    },
    {
      title: `passwordless.verify ${how}`,
      request: { path: "/co/authenticate" },
      faults: requestFaults,
      given,
      call: (lab) => verify(lab),
      bare: "same",
    },
    {
      title: `passwordless.verify ${how}, by grant`,
      request: { path: "/oauth/token" },
      faults: requestFaults,
      given,
      call: (lab) => verify(lab, "otp-grant"),
    },
    {
      title: `passwordless.verify ${how}, by redirect`,
      request: { path: "/co/authenticate" },
      faults: requestFaults,
      given,
      call: async (lab) => {
        const otp = newestCode(lab, kind);
        const left = await lab.leave("passwordless.verify", [challenge, { otp, via: "redirect" }]);
        return left ?? lab.call("start");
      },
    },
  ] satisfies FaultyCall[];
});

/** Logins without a password. */
export const passwordlessCalls: readonly FaultyCall[] = [byLink, ...byCode];

function newestCode({ tenant }: Lab, kind: "code" | "sms"): string | undefined {
  const [{ code } = {}] = tenant.inbox.list({ kind });
  return code;
}
