import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";

/** Words before a plus sign in an e-mail address that make something happen, for demos without code. */
export type AddressTrigger = "bot" | "blocked" | "mfa" | "deny" | "rule" | "slow" | "unverified";

/** Whether the address of a user, such as `mfa+ann@example.com`, asks for this to happen. */
export function addressTrigger(
  tenant: TenantContext,
  { email }: { email: string | null },
  trigger: AddressTrigger,
): boolean {
  return tenant.settings.triggers && (email?.startsWith(`${trigger}+`) ?? false);
}

/** The deterministic stand-in for a breached-password feed. */
export function isLeaked(tenant: TenantContext, password: string): boolean {
  return tenant.settings.triggers && password.includes("leaked");
}

/** Throws for an address that plays a robot: such a sign-in needs the hosted page. */
export function refuseRobot(tenant: TenantContext, login: string): void {
  if (!addressTrigger(tenant, { email: login.trim().toLowerCase() }, "bot")) return;
  throw new OAuthError(401, "requires_verification", "Suspicious request requires verification");
}
