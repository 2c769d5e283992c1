import type { HttpContext } from "../http/environment.js";
import { newSecret } from "../tokens/secret.js";
import { ConnectionLost } from "./connection-lost.js";
import type { FaultOf } from "./fault-table.js";
import type { TakenFault } from "./taken-fault.js";
import { pause } from "./waiting.js";

/** What stands in place of the key set; undefined: the real one, after a while. */
export async function spoilKeySet(
  c: HttpContext,
  fault: TakenFault<FaultOf<"jwks">>,
): Promise<Response | undefined> {
  const keys = (await c.var.tenant.keys.all()).map(({ publicJwk }) => publicJwk);
  switch (fault.kind) {
    case "jwks-down":
      return c.text("Service Unavailable", 503);
    case "jwks-unknown-kid":
      return c.json({ keys: keys.map((key) => ({ ...key, kid: newSecret(15) })) });
    case "jwks-garbage":
      return c.body("keys: none", 200, { "Content-Type": "application/json" });
    case "jwks-empty":
      return c.json({ keys: [] });
    case "jwks-slow":
      if (!(await pause(c, fault.ms))) throw new ConnectionLost();
      return undefined;
    default:
      return fault.kind satisfies never;
  }
}
