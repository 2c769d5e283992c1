import { appCode } from "../../../harness/authenticator-app.js";
import type { Lab } from "../../../contract/lab.js";
import { people } from "../../../contract/seed.js";
import { challenge, type FaultyCall } from "../faulty-call.js";
import { requestFaults, sparingFaults } from "../network-fault.js";

const challenged = (user: object) => (lab: Lab) =>
  lab.keep("given", "login", { ...user, via: "password-realm" });

/** Second factors. */
export const secondFactorCalls: readonly FaultyCall[] = [
  {
    title: "mfa.verify",
    request: { path: "/oauth/token" },
    faults: sparingFaults,
    given: challenged(people.twoFactors),
    call: (lab) =>
      lab.call("mfa.verify", challenge, {
        otp: appCode("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", Date.now()),
      }),
  },
  {
    title: "mfa.authenticators",
    request: { path: "/mfa/authenticators" },
    faults: requestFaults,
    otherwise: { array200: undefined },
    given: challenged(people.twoFactors),
    call: (lab) => lab.call("mfa.authenticators", challenge),
  },
  {
    title: "mfa.challenge",
    request: { path: "/mfa/challenge" },
    faults: requestFaults,
    given: async (lab) => {
      await challenged(people.byPhone)(lab);
      await lab.keep("factors", "mfa.authenticators", challenge);
    },
    call: (lab) => lab.call("mfa.challenge", challenge, { kept: "factors.0" }),
  },
  {
    title: "mfa.enroll",
    request: { path: "/mfa/associate" },
    faults: requestFaults,
    given: challenged(people.toEnroll),
    call: (lab) => lab.call("mfa.enroll", challenge, { factor: "otp" }),
  },
];
