import type { NewFaultRule } from "../faults/fault-rule.js";
import type { HttpContext } from "../http/environment.js";
import { jsonValues } from "../http/request-body.js";

/** GET /_tenant/faults: the rules with their hits. */
export function listFaults(c: HttpContext): Response {
  return c.json(c.var.tenant.faults.list());
}

/** POST /_tenant/faults: adds a rule. */
export function addFault(c: HttpContext): Response {
  try {
    // `add` checks the rule itself: it is also called by programs.
    return c.json(c.var.tenant.faults.add(jsonValues(c) as unknown as NewFaultRule), 201);
  } catch (error) {
    return c.json({ error: "invalid_request", error_description: String(error) }, 400);
  }
}

/** DELETE /_tenant/faults: nothing goes wrong any more. */
export function clearFaults(c: HttpContext): Response {
  c.var.tenant.faults.clear();
  return c.body(null, 204);
}
