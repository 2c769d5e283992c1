import type { TenantContext } from "../context.js";
import type { SigningKey } from "./signing-keys.js";

/** The key that a token's header names; throws if the tenant does not have it. */
export async function publicKeyOf(
  tenant: TenantContext,
  kid: string | undefined,
): Promise<SigningKey["publicKey"]> {
  const keys = await tenant.keys.all();
  const key = keys.find((candidate) => candidate.kid === kid);
  if (!key) throw new Error("The token names a key that this tenant does not have.");
  return key.publicKey;
}
