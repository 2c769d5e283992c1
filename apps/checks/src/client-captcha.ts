import type { Tenant } from "@portico/tenant";
import { clientId } from "./client-page.js";

/** What somebody would type for the picture that was made for the state `s-1`. */
export async function captchaFor(tenant: Tenant, path: string, purpose: string): Promise<string> {
  const headers = { "content-type": "application/json", "x-tenant-token": tenant.adminToken };
  const body = JSON.stringify({ client_id: clientId, state: "s-1" });
  await tenant.fetch(
    new Request(`${tenant.url}${path}/challenge`, { method: "POST", headers, body }),
  );
  const answer = await tenant.fetch(
    new Request(`${tenant.url}/_tenant/captcha?state=s-1`, { headers }),
  );
  return String(((await answer.json()) as Record<string, unknown>)[purpose]);
}
