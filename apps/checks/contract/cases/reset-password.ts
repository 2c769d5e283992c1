import type { Flow } from "../contract-case.js";

export const resetPassword: Flow = {
  name: "resetPassword",
  cases: [
    {
      title: "mails a link",
      call: (lab) => lab.call("resetPassword", { email: lab.user.email }),
      expect: { value: { kind: "accepted", destination: "ada@example.com" } },
      afterwards: async (lab) => {
        if (lab.engine !== "fake")
          await lab.tenant.inbox.wait({ to: lab.user.email, kind: "reset" });
      },
      fake: {},
    },
    {
      title: "ends alike for an unknown address",
      call: (lab) => lab.call("resetPassword", { email: "nobody@example.com" }),
      expect: { value: { kind: "accepted", destination: "nobody@example.com" } },
      fake: {},
    },
    {
      title: "an address with spaces around it is the same address",
      call: (lab) => lab.call("resetPassword", { email: ` ${lab.user.email} ` }),
      expect: { value: { kind: "accepted", destination: "ada@example.com" } },
      fake: {},
    },
    {
      title: "too often",
      given: async (lab) => {
        for (let n = 0; n < 10; n += 1) await lab.call("resetPassword", { email: lab.user.email });
      },
      call: (lab) => lab.call("resetPassword", { email: lab.user.email }),
      expect: { code: "rate_limited", retryable: true },
    },
    {
      title: "an unknown connection",
      call: (lab) => lab.call("resetPassword", { email: lab.user.email, connection: "misspelt" }),
      expect: { code: "invalid_request" },
      fake: { changePassword: [["invalid_request"]] },
    },
  ],
};
