import { sampleSeed, startTenant, type TenantOptions, type TenantSeed } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";

/** The same pages with another tenant, for a test that needs other options or may spoil it. Close it at the end. */
export async function withTenant(
  stack: Stack,
  options: Omit<TenantOptions, "port" | "seed"> = {},
  change: (seed: TenantSeed) => TenantSeed = (seed) => seed,
): Promise<Stack> {
  const page = `${stack.app}/harness/index.html`;
  const { clients, ...rest } = sampleSeed([stack.app, stack.appElsewhere]);
  const seed = {
    ...rest,
    clients: clients.map((client) => ({ ...client, callbacks: [...client.callbacks, page] })),
  };
  const tenant = await startTenant({ port: 0, scryptCost: 1024, seed: change(seed), ...options });
  return { ...stack, tenant, close: () => tenant.close() };
}
