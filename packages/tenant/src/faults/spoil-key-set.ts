import type { JWK } from "jose";
import type { HttpContext } from "../http/environment.js";
import { newSecret } from "../tokens/secret.js";
import { spareKey } from "../tokens/spare-keys.js";
import { without } from "../tokens/token-claims.js";
import { ConnectionLost } from "./connection-lost.js";
import type { FaultOf } from "./fault-table.js";
import type { TakenFault } from "./taken-fault.js";
import type { KeySetChanges, SpareKeyName } from "./token-changes.js";
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
    case "jwks-changed":
      return c.json({ keys: await changeKeys(keys, fault) });
    default:
      return fault.kind satisfies never;
  }
}

async function changeKeys(keys: readonly JWK[], changes: KeySetChanges): Promise<object[]> {
  const { key, members, beside } = changes;
  const put = key ? await publicJwk(key) : undefined;
  const changed = keys.map((own) =>
    without({ ...(put ?? own), kid: own.kid, ...members }, changes.without ?? []),
  );
  return beside ? [{ ...(await publicJwk(beside)), kid: newSecret(15) }, ...changed] : changed;
}

/** As a tenant lists it. */
async function publicJwk(name: SpareKeyName): Promise<JWK> {
  const { publicJwk: jwk } = await spareKey(name);
  const { kty } = jwk;
  return { ...jwk, use: "sig", alg: kty === "EC" ? "ES256" : "RS256" };
}
