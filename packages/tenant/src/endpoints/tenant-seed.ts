import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues } from "../http/request-body.js";
import { applySeed } from "../seed/apply-seed.js";
import { SeedError } from "../seed/seed-error.js";
import type { TenantSeed } from "../seed/seed.js";

/** POST /_tenant/seed: applies a seed on top of what is there. */
export async function postSeed(c: HttpContext): Promise<Response> {
  try {
    // `applySeed` checks the seed itself: it is also called by programs.
    await applySeed(c.var.tenant, jsonValues(c) as unknown as TenantSeed);
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    throw new OAuthError(400, "invalid_request", error.message);
  }
  return c.body(null, 204);
}
