import type { TenantContext } from "../context.js";
import { clearState } from "../state/clear-state.js";
import { applySeed } from "./apply-seed.js";

/**
 * Returns to what the tenant was started with: no fault, an empty request log, real time and the
 * rows of its seed. The keys stay, so that tokens and certificates which clients hold go on working.
 */
export async function resetTenant(tenant: TenantContext): Promise<void> {
  await tenant.turns.take("reset", async () => {
    tenant.faults.clear();
    tenant.log.clear();
    tenant.clock.resume();
    tenant.clock.offset(0);
    clearState(tenant.database);
    if (tenant.startSeed) await applySeed(tenant, tenant.startSeed);
  });
}
