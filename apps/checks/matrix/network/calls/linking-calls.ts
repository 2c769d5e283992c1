import type { Identity } from "@portico/core";
import { newEmail } from "../../../e2e/fixtures.js";
import type { Ended } from "../../../harness/contract.js";
import type { Lab } from "../../../contract/lab.js";
import { canary, newUser, signedIn, userIdOf, type FaultyCall } from "../faulty-call.js";
import { requestFaults } from "../network-fault.js";

/** Proves another account by a code, which leaves the session as it is. */
async function prove(lab: Lab): Promise<void> {
  await signedIn(lab);
  await lab.keep("sent", "passwordless.start", { email: newEmail(), remember: false });
  const [{ code } = {}] = lab.tenant.inbox.list({ kind: "code" });
  await lab.keep("proof", "passwordless.prove", { kept: "sent.challenge" }, { otp: code });
}

const link = (lab: Lab) => lab.call("linkIdentity", { kept: "proof" });

/** The account that was linked last, as long as it is. */
async function linked(lab: Lab): Promise<Identity | undefined> {
  const { value } = await lab.call("management.listIdentities", userIdOf(lab, canary.email));
  return (value as readonly Identity[] | undefined)?.slice(1).at(-1);
}

/** A token for the Management API, and one of another account that belongs to nobody else. */
async function linkByAuth0Js(lab: Lab): Promise<Ended> {
  const how = { via: "password-realm", audience: `${lab.tenant.url}/api/v2/` };
  const scope = "openid update:current_user_identities";
  const tokensOf = async (user: object) => {
    const { value } = await lab.call("login", { ...user, ...how, scope });
    return (value as { tokens: { idToken: string } }).tokens;
  };
  const { idToken: secondary } = await tokensOf(await newUser(lab));
  await tokensOf(canary);
  return lab.call("linkUser", { userId: userIdOf(lab, canary.email), secondary });
}

/** Where the outcome of a write is unknown, what is there now decides; here the tenant has done it. */
const lookedUp = {
  "answer-lost": undefined,
  "no-cors": undefined,
  "body-cut": undefined,
  "body-hangs": undefined,
  "json-truncated": undefined,
};

/** Accounts that become one, or two again. */
export const linkingCalls: readonly FaultyCall[] = [
  {
    title: "linkIdentity",
    request: (lab) => ({
      path: `/api/v2/users/${userIdOf(lab, canary.email)}/identities`,
      method: "POST",
    }),
    faults: requestFaults,
    otherwise: lookedUp,
    given: prove,
    call: link,
    bare: linkByAuth0Js,
  },
  {
    title: "unlinkIdentity",
    request: { method: "DELETE" },
    faults: requestFaults,
    otherwise: lookedUp,
    given: async (lab) => {
      await signedIn(lab);
      if (await linked(lab)) return;
      await prove(lab);
      await link(lab);
    },
    call: async (lab) => lab.call("unlinkIdentity", await linked(lab)),
  },
];
