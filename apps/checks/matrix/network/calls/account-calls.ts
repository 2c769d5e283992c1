import { newEmail } from "../../../e2e/fixtures.js";
import type { Lab } from "../../../contract/lab.js";
import { canary, type FaultyCall } from "../faulty-call.js";
import { requestFaults } from "../network-fault.js";

function signup(lab: Lab, more: object) {
  return lab.call("signup", { email: newEmail(), password: canary.password, ...more });
}

/** New accounts and forgotten passwords. */
export const accountCalls: readonly FaultyCall[] = [
  {
    title: "signup",
    request: { path: "/dbconnections/signup" },
    faults: requestFaults,
    otherwise: { "400, a description that is an object": "invalid_password" },
    call: (lab) => signup(lab, { signIn: false, captcha: canary.password }),
    bare: (lab) => signup(lab, {}),
  },
  {
    title: "resetPassword",
    request: { path: "/dbconnections/change_password" },
    // Its success is a sentence that nobody reads: no JSON that could be cut.
    faults: requestFaults.filter(({ id }) => id !== "json-truncated"),
    otherwise: { text200: undefined },
    call: (lab) => lab.call("resetPassword", { email: canary.email, captcha: canary.password }),
    bare: "same",
  },
];
