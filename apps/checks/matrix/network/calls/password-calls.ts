import type { Lab } from "../../../contract/lab.js";
import { canary, signedIn, type FaultyCall } from "../faulty-call.js";
import { frameFaults, keyFaults, requestFaults } from "../network-fault.js";

const login = (lab: Lab) => lab.call("login", canary);
const reauthenticate = (lab: Lab) => lab.call("reauthenticate", { password: canary.password });

/** Calls that carry a password to a login. */
export const passwordCalls: readonly FaultyCall[] = [
  {
    title: "login",
    request: { path: "/co/authenticate" },
    faults: requestFaults,
    call: login,
  },
  {
    title: "login, in the frame",
    request: { path: "/authorize" },
    faults: frameFaults,
    call: login,
  },
  {
    title: "login, at the token endpoint",
    request: { path: "/oauth/token" },
    faults: requestFaults,
    call: login,
  },
  {
    title: "login, with the keys",
    request: { path: "/.well-known/jwks.json" },
    faults: keyFaults,
    call: login,
    freshClient: true,
  },
  {
    title: "login by grant",
    request: { path: "/oauth/token" },
    faults: requestFaults,
    call: (lab) => lab.call("login", { ...canary, via: "password-realm" }),
    bare: "same",
  },
  {
    title: "login by redirect",
    request: { path: "/co/authenticate" },
    faults: requestFaults,
    call: async (lab) =>
      (await lab.leave("login", [{ ...canary, via: "redirect" }])) ?? lab.call("start"),
    bare: login,
  },
  {
    title: "reauthenticate",
    request: { path: "/co/authenticate" },
    faults: requestFaults,
    given: signedIn,
    call: reauthenticate,
  },
  {
    title: "reauthenticate, at the token endpoint",
    request: { path: "/oauth/token" },
    faults: requestFaults,
    given: signedIn,
    call: reauthenticate,
  },
  {
    title: "reauthenticate by grant",
    request: { path: "/oauth/token" },
    faults: requestFaults,
    given: signedIn,
    call: (lab) => lab.call("reauthenticate", { password: canary.password, via: "password-realm" }),
  },
];
