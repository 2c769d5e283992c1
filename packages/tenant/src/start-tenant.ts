import { listen } from "./http/listen.js";
import { requestListener } from "./http/request-listener.js";
import { openTenant } from "./open-tenant.js";
import type { TenantOptions } from "./options.js";
import { assemble, type Tenant } from "./tenant.js";

/** A tenant that listens. Its `close` destroys open connections too. */
export interface RunningTenant extends Tenant {
  /** Differs from `requestedPort` if that one was taken. */
  readonly port: number;
  readonly requestedPort: number;
  /** PEM, with the option `https`: clients take it as their certificate authority. */
  readonly certificate: string | undefined;
}

const defaultPort = 4101;

/** Starts a local tenant on 127.0.0.1 and ::1. Refuses to run with NODE_ENV=production. */
export async function startTenant(options: TenantOptions = {}): Promise<RunningTenant> {
  const opened = await openTenant(options);
  const { certificate } = opened;
  const requestedPort = options.port ?? defaultPort;
  const listening = await listen(requestedPort, certificate).catch((error: unknown) => {
    opened.database.close();
    throw error;
  });
  const { port } = listening;
  try {
    const url = `${certificate ? "https" : "http"}://localhost:${port}`;
    const { application, tenant } = await assemble(opened, url, listening.close);
    listening.answerWith(requestListener(application));
    return { ...tenant, port, requestedPort, certificate: certificate?.cert };
  } catch (error) {
    await listening.close();
    throw error;
  }
}
