import type { ProvenIdentity } from "../identity/proven-identity.js";
import type { Identity } from "../management/management.js";
import type { CallOptions } from "../transport/deadline.js";
import type { FlowContext } from "./flow-context.js";

/** STUB */
export async function linkIdentity(
  _context: FlowContext,
  _proven: ProvenIdentity,
  _options: CallOptions = {},
): Promise<readonly Identity[]> {
  throw new Error("stub");
}

/** STUB */
export async function unlinkIdentity(
  _context: FlowContext,
  _identity: Pick<Identity, "provider" | "userId">,
  _options: CallOptions = {},
): Promise<readonly Identity[]> {
  throw new Error("stub");
}
