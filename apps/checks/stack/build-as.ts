import { join } from "node:path";
import { build, type InlineConfig } from "vite";

const configFile = join(import.meta.dirname, "../../../vite.config.ts");

/**
 * Builds with the repository's configuration. The mode is React's too: what users get, or what alone warns and
 * makes StrictMode do its work.
 */
export async function buildAs(
  mode: "production" | "development",
  config: InlineConfig,
): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env["NODE_ENV"] = mode;
  try {
    await build({ configFile, logLevel: "error", mode, ...config });
  } finally {
    // The tenants of this process refuse to run in production.
    if (NODE_ENV === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = NODE_ENV;
  }
}
