import { randomInt } from "node:crypto";
import type { TenantContext } from "../context.js";

/** Six digits for a message; never `000000`, which stands for a wrong code. */
export function newMessageCode(): string {
  return String(randomInt(1, 1_000_000)).padStart(6, "0");
}

/** Six digits as somebody typed them, such as `123 456`; undefined for a code that is never right. */
export function readTypedCode(tenant: TenantContext, typed: string): string | undefined {
  const code = typed.replaceAll(/\s/g, "");
  if (tenant.settings.triggers && code === "000000") return undefined;
  return /^\d{6}$/.test(code) ? code : undefined;
}
