import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./ask.mjs";
import { app, clientId, realm } from "./sample-login.mjs";
import { folder, startTenant } from "./tenant-process.mjs";

/** A start with many users in the seed, into a new file, up to the first answer. */
export async function seededStart(count) {
  const seed = join(folder, "seed.json");
  writeFileSync(seed, JSON.stringify(seedOf(count)));
  const database = join(folder, "seeded.db");
  const start = performance.now();
  const tenant = await startTenant("--seed", seed, "--database", database);
  await ask(`${tenant.url}/.well-known/openid-configuration`);
  const value = (performance.now() - start) / 1000;
  const headers = { "x-tenant-token": tenant.token };
  const state = JSON.parse((await ask(`${tenant.url}/_tenant/state`, { headers })).text);
  await tenant.stop();
  if (state.counts.users !== count) throw new Error(`${state.counts.users} of ${count} users.`);
  return [{ name: `start with ${count} users in the seed`, value, goal: 5, unit: "s" }];
}

function seedOf(count) {
  const lists = { callbacks: [app], webOrigins: [app], logoutUrls: [] };
  return {
    clients: [{ clientId, name: "Figures", ...lists }],
    connections: [{ name: realm }],
    users: Array.from({ length: count }, (_, number) => ({
      email: `user-${number}@example.com`,
      password: `Difference-Engine-${number}`,
      name: `User ${number}`,
    })),
  };
}
