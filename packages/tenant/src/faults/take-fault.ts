import type { HttpContext } from "../http/environment.js";
import type { FaultSubject } from "./fault-switch.js";
import type { FaultOf, FaultStage } from "./fault-table.js";
import type { TakenFault } from "./taken-fault.js";
import { tokenDefects, type TokenFault } from "./token-defects.js";

/**
 * Takes the fault that is due at this stage of this request and notes it in the request log.
 * `applies` tells which faults of the stage mean something here.
 */
export function takeFault<Stage extends FaultStage>(
  c: HttpContext,
  stage: Stage,
  applies?: (kind: FaultOf<Stage>) => boolean,
): TakenFault<FaultOf<Stage>> | undefined {
  const subject = c.var.faultSubject;
  if (!subject) return undefined;
  return noted(c, c.var.tenant.faults.take(stage, subject, applies));
}

/** What is to be wrong with the next ID token of this user. */
export function takeTokenFault(c: HttpContext, email: string | null): TokenFault | null {
  const read = c.var.faultSubject;
  if (!read) return null;
  const subject: FaultSubject =
    email === null ? read : { ...read, usernames: [email, ...read.usernames] };
  const fault = noted(c, c.var.tenant.faults.take("id-token", subject));
  if (fault?.kind === "token") return fault;
  return tokenDefects.find((defect) => `token:${defect}` === fault?.kind) ?? null;
}

function noted<Taken extends { readonly kind: string } | undefined>(
  c: HttpContext,
  fault: Taken,
): Taken {
  if (fault) c.var.entry.faults.push(fault.kind);
  return fault;
}
