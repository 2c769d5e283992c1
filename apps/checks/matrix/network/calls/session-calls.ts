import { expect } from "../../../e2e/fixtures.js";
import { canary, offline, signedIn, type FaultyCall } from "../faulty-call.js";
import {
  frameFaults,
  keyFaults,
  pageFaults,
  requestFaults,
  unheardFaults,
} from "../network-fault.js";
import { metBy } from "../plant-fault.js";

const subjectTokenType = "urn:ietf:params:oauth:token-type:id_token";
const signedOut = { status: "anonymous", reason: "signed_out" };

/** Calls about who is signed in. */
export const sessionCalls: readonly FaultyCall[] = [
  {
    title: "checkSession",
    request: { path: "/authorize" },
    faults: frameFaults,
    given: signedIn,
    call: (lab) => lab.call("checkSession"),
    bare: "same",
  },
  {
    title: "checkSession, with the keys",
    request: { path: "/.well-known/jwks.json" },
    faults: keyFaults,
    first: signedIn,
    freshClient: true,
    call: (lab) => lab.call("checkSession"),
    bare: "same",
  },
  {
    title: "getAccessToken by refresh token",
    request: { path: "/oauth/token" },
    faults: requestFaults,
    given: (lab) => lab.call("login", { ...canary, scope: offline }),
    call: (lab) => lab.call("getAccessToken", { minValidity: 1e7, scope: offline }),
  },
  {
    title: "userInfo",
    request: { path: "/userinfo" },
    faults: requestFaults,
    given: signedIn,
    call: (lab) => lab.call("userInfo"),
    bare: "same",
  },
  {
    title: "customTokenExchange",
    request: { path: "/oauth/token" },
    faults: requestFaults,
    given: signedIn,
    call: async (lab) => {
      const { value } = await lab.call("getIdToken");
      return lab.call("customTokenExchange", { subjectToken: value, subjectTokenType });
    },
  },
  {
    title: "logout, which takes back the refresh token",
    request: { path: "/oauth/revoke" },
    faults: unheardFaults,
    given: (lab) => lab.signIn({ ...canary, scope: offline }),
    call: (lab) => lab.call("logout", { local: true }),
    session: signedOut,
  },
  {
    title: "logout, to a page that does not come",
    request: { path: "/v2/logout" },
    faults: pageFaults,
    // What this tab kept would outlive the page.
    config: { storage: "session" },
    given: (lab) => lab.signIn(canary),
    call: async (lab) => {
      // The page may be gone before the call has answered.
      lab.call("logout", { returnTo: lab.address }).catch(() => {});
      await expect.poll(() => metBy(lab, { path: "/v2/logout" })).toBeGreaterThan(0);
      lab.tenant.endSessions();
      // The page that does not come gets in between as long as it is on its way.
      await expect(() => lab.open({ storage: "session" })).toPass();
      return lab.call("start");
    },
    session: { status: "anonymous" },
  },
];
