import { tenantOrigin } from "../authentication/tenant-origin.js";
import { takeCoVerifier } from "../transaction/co-verifiers.js";

/** What `crossOriginVerification` takes. */
export interface CrossOriginVerificationOptions {
  /** The tenant: its host, or an origin for a tenant on this machine. */
  readonly domain: string;
}

/**
 * For the page that the tenant frames while it finishes a login by redirect whose cookie did not arrive: answers the
 * tenant, and nobody else, with the verifier that this tab kept for its login ticket. Set the page's address as the
 * application's Cross-Origin Verification Fallback URL at Auth0. Throws an `Error` on a wrong `domain`.
 */
export function crossOriginVerification({ domain }: CrossOriginVerificationOptions): void {
  const tenant = tenantOrigin(domain, "domain");
  const { parent } = window;
  const asking = new URLSearchParams(window.location.hash.slice(1)).get("origin");
  if (parent === window || asking !== tenant) return;
  const onMessage = ({ origin, source, data }: MessageEvent<unknown>) => {
    const id = origin === tenant && source === parent ? requestedId(data) : undefined;
    if (id === undefined) return;
    window.removeEventListener("message", onMessage);
    const verifier = takeCoVerifier(tenant, id) ?? "";
    parent.postMessage({ type: "co_verifier_response", response: { verifier } }, tenant);
  };
  window.addEventListener("message", onMessage);
  parent.postMessage({ type: "ready" }, tenant);
}

function requestedId(data: unknown): string | undefined {
  const { type, request } = fieldsOf(data);
  const { id } = fieldsOf(request);
  return type === "co_verifier_request" && typeof id === "string" ? id : undefined;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
