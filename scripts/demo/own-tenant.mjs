import { join } from "node:path";
import { loadEnv } from "vite";
import { root } from "../shared/root.mjs";

const names = ["VITE_AUTH0_DOMAIN", "VITE_AUTH0_CLIENT_ID"];

/** The tenant that the environment or apps/demo/.env.local names: `domain`, a `complaint`, or neither. */
export function ownTenant() {
  const env = loadEnv("development", join(root, "apps/demo"), "VITE_AUTH0_");
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) return {};
  if (missing.length === 0) return { domain: env.VITE_AUTH0_DOMAIN };
  const [set] = names.filter((name) => env[name]);
  return {
    complaint: `${set} is set and ${missing[0]} is not: set both to use your own tenant, or neither to use the local one.`,
  };
}
