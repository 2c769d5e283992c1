import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import {
  kindOf,
  tokenDefects,
  type Fault,
  type FaultStage,
  type TokenDefect,
} from "./fault-rule.js";

/** Takes the fault that is due for this request and notes it in the request log. */
export function takeFault(c: HttpContext, stage: FaultStage, username?: string): Fault | undefined {
  const { values } = c.var.body;
  const fault = c.var.tenant.faults.take(stage, {
    method: c.req.method,
    path: c.req.path,
    clientId: text(values, "client_id") ?? c.req.query("client_id"),
    username:
      username ?? text(values, "username") ?? text(values, "email") ?? c.req.query("login_hint"),
  });
  if (fault !== undefined) c.var.entry.faults.push(kindOf(fault));
  return fault;
}

/** The defect that the next ID token of this user is to have. */
export function takeTokenDefect(c: HttpContext, email: string): TokenDefect | null {
  const fault = takeFault(c, "id-token", email);
  return tokenDefects.find((defect) => `token:${defect}` === fault) ?? null;
}
