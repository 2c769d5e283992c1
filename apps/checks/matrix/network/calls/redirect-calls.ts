import type { Ended } from "../../../harness/contract.js";
import type { Lab } from "../../../contract/lab.js";
import { canary, signedIn, type FaultyCall } from "../faulty-call.js";
import { keyFaults, requestFaults } from "../network-fault.js";

const social = { connection: "google-oauth2" };
const unknown = { status: "anonymous", reason: "unknown" };

/** A redirect has come back with a code, and nothing else at the tenant would tell who it is about. */
async function comeBack(lab: Lab): Promise<void> {
  await lab.leave("login", [{ ...canary, via: "redirect" }]);
  lab.tenant.endSessions();
}

/** The same from a provider, whose page asks who is there. */
async function comeBackFromProvider(lab: Lab): Promise<void> {
  const method = lab.engine === "bare" ? "authorize" : "loginWithConnection";
  const pick = () => lab.page.getByRole("button", { name: "Grace Hopper" }).click();
  await lab.leave(method, [social], pick);
  lab.tenant.endSessions();
}

/** A start never throws; what went wrong is in its outcome. */
async function startOrFail(lab: Lab): Promise<Ended> {
  const ended = await lab.call("start");
  // What it listens to from now on is no litter.
  await lab.call("stop");
  const { error } = (ended.value ?? {}) as { error?: Ended };
  return error ? { ...error, dump: JSON.stringify(error) } : ended;
}

/** Ways back from the tenant's pages and from those of others. */
export const redirectCalls: readonly FaultyCall[] = [
  {
    title: "start, which redeems a code",
    request: { path: "/oauth/token" },
    faults: requestFaults,
    given: comeBack,
    call: startOrFail,
    session: unknown,
  },
  {
    title: "completeCallback",
    request: { path: "/oauth/token" },
    faults: requestFaults,
    given: comeBack,
    call: (lab) => lab.call("completeCallback"),
  },
  {
    title: "a social login, back with a code",
    request: { path: "/oauth/token" },
    faults: requestFaults,
    given: comeBackFromProvider,
    call: startOrFail,
    session: unknown,
  },
  {
    title: "a social login, back with tokens",
    request: { path: "/.well-known/jwks.json" },
    faults: keyFaults,
    config: { responseType: "token id_token" },
    given: comeBackFromProvider,
    call: startOrFail,
    bare: "same",
    session: unknown,
  },
  {
    title: "loginWithPopup, at the token endpoint",
    request: { path: "/oauth/token" },
    faults: requestFaults,
    given: signedIn,
    call: (lab) => lab.popup("loginWithPopup", {}, async () => {}),
  },
];
