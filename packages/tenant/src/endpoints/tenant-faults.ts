import type { NewFaultRule } from "../faults/fault-rule.js";
import type { HttpContext } from "../http/environment.js";
import { jsonValues } from "../http/request-body.js";

/** GET /_tenant/faults: the rules with their hits. */
export function listFaults(c: HttpContext): Response {
  return c.json(c.var.tenant.faults.list());
}

/** POST /_tenant/faults: adds a rule, in place of the one with the same id. */
export function addFault(c: HttpContext): Response {
  const rule = jsonValues(c);
  try {
    // `add` checks the rule itself: it is also called by programs.
    return c.json(c.var.tenant.faults.add(rule as unknown as NewFaultRule), 201);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return c.json({ error: "invalid_request", error_description: error.message }, 400);
  }
}

/** DELETE /_tenant/faults/{id}: 404 if there is no such rule. */
export function removeFault(c: HttpContext): Response {
  const known = c.var.tenant.faults.remove(c.req.param("id") ?? "");
  return known ? c.body(null, 204) : c.json({ error: "not_found" }, 404);
}

/** DELETE /_tenant/faults: nothing goes wrong any more. */
export function clearFaults(c: HttpContext): Response {
  c.var.tenant.faults.clear();
  return c.body(null, 204);
}
