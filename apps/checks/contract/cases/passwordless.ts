import { expect } from "../../e2e/fixtures.js";
import type { ContractCase, Flow } from "../contract-case.js";
import type { Lab } from "../lab.js";

const email = "reader@example.com";
const phoneNumber = "+15551234567";
const challenge = { kept: "sent.challenge" };

const channels = [
  { channel: "email", to: { email }, destination: email, kind: "code", user: { email } },
  {
    channel: "sms",
    to: { phoneNumber },
    destination: phoneNumber,
    kind: "sms",
    user: { sub: expect.stringMatching(/^sms\|/) },
  },
] as const;
type Channel = (typeof channels)[number];

/** Sends a code and reads it from the inbox. */
async function codeFor(lab: Lab, { to, destination, kind }: Channel): Promise<string> {
  await lab.keep("sent", "passwordless.start", to);
  if (lab.engine === "fake") return "123456";
  const { code = "" } = await lab.tenant.inbox.wait({ to: destination, kind });
  lab.secrets.add(code);
  return code;
}

function verified(channel: Channel, via: "in-page" | "otp-grant"): ContractCase[] {
  const { user, destination } = channel;
  const title = `${destination}, ${via}`;
  const isEmail = channel.channel === "email";
  const method = via === "in-page" ? "loginInPage" : "loginByGrant";
  return [
    {
      title: `${title}: the code of the message`,
      call: async (lab) =>
        lab.call("passwordless.verify", challenge, { otp: await codeFor(lab, channel), via }),
      expect: { value: { kind: "authenticated", session: { user } } },
      ...(isEmail && { expect: { value: { kind: "authenticated" } }, fake: {} }),
      afterwards: async (lab) => {
        expect((await lab.call("passwordless.pending")).value).toBeUndefined();
      },
    },
    {
      title: `${title}: a wrong code`,
      given: (lab) => codeFor(lab, channel),
      call: (lab) => lab.call("passwordless.verify", challenge, { otp: "000000", via }),
      expect: { code: "invalid_otp", retryable: false },
      leaves: "message",
      fake: { [method]: [["invalid_otp"]] },
    },
    {
      title: `${title}: a code that is too old`,
      call: async (lab) => {
        const otp = await codeFor(lab, channel);
        lab.tenant.clock.offset(301_000);
        return lab.call("passwordless.verify", challenge, { otp, via });
      },
      expect: { code: "invalid_otp" },
      leaves: "message",
    },
  ];
}

export const passwordless: Flow = {
  name: "passwordless",
  cases: [
    ...channels.map(({ channel, to, destination, kind }): ContractCase => ({
      title: `${destination}: sends a code`,
      call: (lab) => lab.call("passwordless.start", to),
      expect: {
        value: {
          kind: "accepted",
          destination,
          challenge: {
            type: "passwordless",
            connection: channel,
            channel,
            destination,
            send: "code",
          },
        },
      },
      leaves: "message",
      afterwards: async (lab) => {
        expect((await lab.call("passwordless.pending")).value).toMatchObject({ destination });
        if (lab.engine !== "fake") await lab.tenant.inbox.wait({ to: destination, kind });
      },
      fake: {},
    })),
    ...channels.flatMap((channel) => [
      ...verified(channel, "in-page"),
      ...verified(channel, "otp-grant"),
    ]),
    {
      title: "by redirect with the code of the message",
      call: async (lab) => {
        const otp = await codeFor(lab, channels[0]);
        const failed = await lab.leave("passwordless.verify", [
          challenge,
          { otp, via: "redirect" },
        ]);
        return failed ?? lab.call("start");
      },
      expect: { value: { kind: "authenticated" } },
      fake: {},
    },
    ...(["code", "token id_token"] as const).map((responseType): ContractCase => ({
      title: `a link that is opened in this browser, response type ${responseType}`,
      config: { responseType },
      call: async (lab) => {
        const started = await lab.call("passwordless.start", { email, send: "link" });
        if (started.code || started.mistake) return started;
        const { url = "" } = await lab.tenant.inbox.wait({ to: email, kind: "link" });
        await lab.page.goto(url);
        await lab.attach();
        return lab.call("start");
      },
      expect: { value: { kind: "authenticated", session: { user: { email } } } },
    })),
    {
      title: "again too soon, without a request",
      given: (lab) => lab.keep("sent", "passwordless.start", { email }),
      call: (lab) => lab.call("passwordless.resend", challenge),
      expect: { code: "rate_limited", retryAfter: expect.any(Number) },
      leaves: "message",
      afterwards: (lab) => {
        expect(lab.tenant.requests()).toEqual([]);
      },
      fake: {},
    },
    {
      title: "again when it is time, with another code",
      given: async (lab) => {
        await lab.keep("sent", "passwordless.start", { email });
        await lab.page.clock.setFixedTime(Date.now() + 61_000);
      },
      call: (lab) => lab.call("passwordless.resend", challenge),
      expect: { value: { kind: "accepted", destination: email } },
      leaves: "message",
      fake: {},
    },
    {
      title: "something that is no address",
      call: (lab) => lab.call("passwordless.start", { email: "no-address" }),
      expect: { code: "invalid_email" },
      fake: { passwordlessStart: [["invalid_email"]] },
    },
    {
      title: "something that is no number",
      call: (lab) => lab.call("passwordless.start", { phoneNumber: "+0" }),
      expect: { code: "invalid_phone_number" },
      fake: { passwordlessStart: [["invalid_phone_number"]] },
    },
    {
      title: "a number that cannot be reached",
      call: (lab) => lab.call("passwordless.start", { phoneNumber: "+15005550001" }),
      expect: { code: "sms_provider_error" },
      fake: { passwordlessStart: [["sms_provider_error"]] },
    },
    {
      title: "too often",
      given: async (lab) => {
        for (let n = 0; n < 10; n += 1) await lab.call("passwordless.start", { email });
      },
      call: (lab) => lab.call("passwordless.start", { email }),
      expect: { code: "rate_limited", retryable: true },
      leaves: "message",
    },
    {
      title: "an unknown connection",
      call: (lab) => lab.call("passwordless.start", { email, connection: "misspelt" }),
      expect: { code: "invalid_request" },
      fake: { passwordlessStart: [["invalid_request"]] },
    },
    {
      title: "forgets the message where it is told to",
      given: (lab) => lab.call("passwordless.start", { email }),
      call: async (lab) => {
        await lab.call("passwordless.forget");
        return { value: (await lab.call("passwordless.pending")).value ?? null };
      },
      expect: { value: null },
      fake: {},
    },
  ],
};
