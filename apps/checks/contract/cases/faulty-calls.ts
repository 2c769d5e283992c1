import { appCode } from "../../e2e/authenticator-app.js";
import { newEmail } from "../../e2e/fixtures.js";
import type { Ended } from "../../harness/contract.js";
import type { Lab } from "../lab.js";
import { people } from "../seed.js";
import {
  frameFaults,
  keyFaults,
  requestFaults,
  sparingFaults,
  unheardFaults,
  type NetworkFault,
} from "./network-faults.js";

/** A call, and the request of it that goes wrong. */
export interface FaultyCall {
  readonly title: string;
  readonly path: string;
  readonly faults: readonly NetworkFault[];
  /** Comes before every fault: codes, refresh tokens and addresses are good for one call only. */
  readonly given?: (lab: Lab) => unknown;
  readonly call: (lab: Lab) => Promise<Ended>;
  /** Where this call ends otherwise than others, by the name of the fault: a code, or `undefined` for success. */
  readonly otherwise?: Readonly<Record<string, string | undefined>>;
  /** The session's state after such an end; the one before the call if not given. */
  readonly session?: Record<string, unknown>;
  /** Whether each call needs a client that has seen no keys yet. */
  readonly freshClient?: boolean;
}

const offline = "openid profile email offline_access";
const challenge = { kept: "given.challenge" };
const subjectTokenType = "urn:ietf:params:oauth:token-type:id_token";

const login = (lab: Lab) => lab.call("login", lab.user);
const loginByGrant = (lab: Lab) => lab.call("login", { ...lab.user, via: "password-realm" });

export const faultyCalls: readonly FaultyCall[] = [
  { title: "login", path: "/co/authenticate", faults: requestFaults, call: login },
  { title: "login, in the frame", path: "/authorize", faults: frameFaults, call: login },
  {
    title: "login, at the token endpoint",
    path: "/oauth/token",
    faults: requestFaults,
    call: login,
  },
  {
    title: "login, with the keys",
    path: "/.well-known/jwks.json",
    faults: keyFaults,
    call: login,
    freshClient: true,
  },
  { title: "login by grant", path: "/oauth/token", faults: requestFaults, call: loginByGrant },
  {
    title: "login by redirect",
    path: "/co/authenticate",
    faults: requestFaults,
    call: async (lab) =>
      (await lab.leave("login", [{ ...lab.user, via: "redirect" }])) ?? lab.call("start"),
  },
  {
    title: "signup",
    path: "/dbconnections/signup",
    faults: requestFaults,
    call: (lab) =>
      lab.call("signup", { email: newEmail(), password: "Canary-enough-42", signIn: false }),
  },
  {
    title: "resetPassword",
    path: "/dbconnections/change_password",
    // Its success is a sentence that nobody reads: no JSON that could be cut.
    faults: requestFaults.filter(({ fault }) => fault !== "json-truncated"),
    otherwise: { text200: undefined },
    call: (lab) => lab.call("resetPassword", { email: lab.user.email }),
  },
  {
    title: "passwordless.start",
    path: "/passwordless/start",
    faults: requestFaults,
    call: (lab) => lab.call("passwordless.start", { email: newEmail() }),
  },
  {
    title: "passwordless.verify",
    path: "/co/authenticate",
    faults: requestFaults,
    given: (lab) => lab.keep("given", "passwordless.start", { email: newEmail() }),
    call: verify,
  },
  {
    title: "passwordless.verify by grant",
    path: "/oauth/token",
    faults: requestFaults,
    given: (lab) => lab.keep("given", "passwordless.start", { email: newEmail() }),
    call: (lab) => verify(lab, "otp-grant"),
  },
  {
    title: "checkSession",
    path: "/authorize",
    faults: frameFaults,
    given: signedIn,
    call: (lab) => lab.call("checkSession"),
  },
  {
    title: "getAccessToken by refresh token",
    path: "/oauth/token",
    faults: requestFaults,
    given: (lab) => lab.call("login", { ...lab.user, scope: offline }),
    call: (lab) => lab.call("getAccessToken", { minValidity: 1e7, scope: offline }),
  },
  {
    title: "userInfo",
    path: "/userinfo",
    faults: requestFaults,
    given: signedIn,
    call: (lab) => lab.call("userInfo"),
  },
  {
    title: "mfa.verify",
    path: "/oauth/token",
    faults: sparingFaults,
    given: (lab) => lab.keep("given", "login", { ...people.twoFactors, via: "password-realm" }),
    call: (lab) =>
      lab.call("mfa.verify", challenge, {
        otp: appCode("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", Date.now()),
      }),
  },
  {
    title: "mfa.authenticators",
    path: "/mfa/authenticators",
    faults: requestFaults,
    otherwise: { array200: undefined },
    given: (lab) => lab.keep("given", "login", { ...people.twoFactors, via: "password-realm" }),
    call: (lab) => lab.call("mfa.authenticators", challenge),
  },
  {
    title: "start, which redeems a code",
    path: "/oauth/token",
    faults: requestFaults,
    given: comeBack,
    call: startOrFail,
    session: { status: "anonymous", reason: "unknown" },
  },
  {
    title: "completeCallback",
    path: "/oauth/token",
    faults: requestFaults,
    given: comeBack,
    call: (lab) => lab.call("completeCallback"),
  },
  {
    title: "loginWithPopup, at the token endpoint",
    path: "/oauth/token",
    faults: requestFaults,
    given: signedIn,
    call: (lab) => lab.popup("loginWithPopup", {}, async () => {}),
  },
  {
    title: "reauthenticate",
    path: "/co/authenticate",
    faults: requestFaults,
    given: signedIn,
    call: reauthenticate,
  },
  {
    title: "reauthenticate, at the token endpoint",
    path: "/oauth/token",
    faults: requestFaults,
    given: signedIn,
    call: reauthenticate,
  },
  {
    title: "reauthenticate by grant",
    path: "/oauth/token",
    faults: requestFaults,
    given: signedIn,
    call: (lab) =>
      lab.call("reauthenticate", { password: lab.user.password, via: "password-realm" }),
  },
  {
    title: "mfa.challenge",
    path: "/mfa/challenge",
    faults: requestFaults,
    given: async (lab) => {
      await lab.keep("given", "login", { ...people.byPhone, via: "password-realm" });
      await lab.keep("factors", "mfa.authenticators", challenge);
    },
    call: (lab) => lab.call("mfa.challenge", challenge, { kept: "factors.0" }),
  },
  {
    title: "mfa.enroll",
    path: "/mfa/associate",
    faults: requestFaults,
    given: (lab) => lab.keep("given", "login", { ...people.toEnroll, via: "password-realm" }),
    call: (lab) => lab.call("mfa.enroll", challenge, { factor: "otp" }),
  },
  {
    title: "passwordless.resend",
    path: "/passwordless/start",
    faults: requestFaults,
    given: async (lab) => {
      await lab.keep("given", "passwordless.start", { email: newEmail() });
      // A message is not sent again before half a minute has passed.
      await lab.page.clock.fastForward(31_000);
    },
    call: (lab) => lab.call("passwordless.resend", challenge),
  },
  {
    title: "logout, which takes back the refresh token",
    path: "/oauth/revoke",
    faults: unheardFaults,
    given: (lab) => lab.signIn({ ...lab.user, scope: offline }),
    call: (lab) => lab.call("logout", { local: true }),
    session: { status: "anonymous", reason: "signed_out" },
  },
  {
    title: "customTokenExchange",
    path: "/oauth/token",
    faults: requestFaults,
    given: signedIn,
    call: async (lab) => {
      const { value } = await lab.call("getIdToken");
      return lab.call("customTokenExchange", { subjectToken: value, subjectTokenType });
    },
  },
];

/** What met a fault has kept its session, so one login does for all of them. */
async function signedIn(lab: Lab): Promise<void> {
  const { status } = await lab.session();
  if (status !== "authenticated") await lab.signIn();
}

/** A redirect has come back with a code, and nothing else at the tenant would tell who it is about. */
async function comeBack(lab: Lab): Promise<void> {
  await lab.leave("login", [{ ...lab.user, via: "redirect" }]);
  lab.tenant.endSessions();
}

/** A start never throws; what went wrong is in its outcome. */
async function startOrFail(lab: Lab): Promise<Ended> {
  const ended = await lab.call("start");
  const { error } = (ended.value ?? {}) as { error?: Ended };
  return error ? { ...error, dump: JSON.stringify(error) } : ended;
}

function reauthenticate(lab: Lab): Promise<Ended> {
  return lab.call("reauthenticate", { password: lab.user.password });
}

async function verify(lab: Lab, via = "in-page"): Promise<Ended> {
  const [{ code } = {}] = lab.tenant.inbox.list({ kind: "code" });
  return lab.call("passwordless.verify", challenge, { otp: code, via });
}
