import type { AuthConfig } from "@portico/core";
import { newEmail } from "../../e2e/fixtures.js";
import type { Ended } from "../../harness/contract.js";
import type { Lab } from "../../contract/lab.js";
import type { NetworkFault } from "./network-fault.js";

/** The request of a call that goes wrong. */
export interface FaultyRequest {
  /** As a whole, decoded; any, if not given. */
  readonly path?: string;
  readonly method?: "DELETE" | "POST";
}

/** A call, and the request of it that goes wrong. */
export interface FaultyCall {
  /** Unique among all calls. */
  readonly title: string;
  readonly request: FaultyRequest | ((lab: Lab) => FaultyRequest);
  readonly faults: readonly NetworkFault[];
  readonly config?: Partial<AuthConfig>;
  /** Comes once, before all faults. */
  readonly first?: (lab: Lab) => unknown;
  /** Comes before every fault: codes, refresh tokens and addresses are good for one call only. */
  readonly given?: (lab: Lab) => unknown;
  readonly call: (lab: Lab) => Promise<Ended>;
  /**
   * What the unmodified auth0-js does in its place: the `same`, or a call of its own that needs nothing beforehand. Absent
   * where it has no such call.
   */
  readonly bare?: "same" | ((lab: Lab) => Promise<Ended>);
  /** Where this call ends otherwise than others, by the id of the fault: a code, or `undefined` for success. */
  readonly otherwise?: Readonly<Record<string, string | undefined>>;
  /** The session's state after such an end; the one before the call if not given. */
  readonly session?: Readonly<Record<string, unknown>>;
  /** What an error says to wait where the tenant asks for a wait but does not say how long, in milliseconds. */
  readonly coolDown?: number;
  /** Whether each call needs a client that has seen no keys yet. */
  readonly freshClient?: boolean;
}

/** Somebody whose password stands differently in JSON, in an address, in a form and in base64. */
export const canary = {
  email: "canary@example.com",
  password: 'Canary "5%" & \u00e9\\42',
} as const;

export const offline = "openid profile email offline_access";

/** What `given` kept of a call before. */
export const challenge = { kept: "given.challenge" };

/** What met a fault has kept its session, so one login does for all of them. */
export async function signedIn(lab: Lab): Promise<void> {
  const { status } = await lab.session();
  if (status === "authenticated") return;
  if (lab.engine !== "bare") return lab.signIn(canary);
  await lab.leave("login", [canary]);
  await lab.call("start");
}

/** A number that nobody else in the run uses. */
export function newPhone(): string {
  const digits = [...crypto.getRandomValues(new Uint8Array(7))].map((byte) => byte % 10);
  return `+1555${digits.join("")}`;
}

/** An account that nobody else in the run uses. */
export async function newUser({ tenant, secrets }: Lab) {
  const user = { email: newEmail(), password: canary.password };
  secrets.add(user.password);
  await tenant.seed({ clients: [], users: [user] });
  return user;
}

/** The tenant's name for somebody. */
export function userIdOf({ tenant }: Lab, email: string): string {
  return tenant.state().users.find((user) => user.email === email)?.userId ?? "";
}
