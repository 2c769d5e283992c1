import { join } from "node:path";

/** The folder of the repository. */
export const root = join(import.meta.dirname, "../../..");

/** This project. */
export const bench = join(root, "apps/bench");

/** What a run may throw away; git ignores it. */
export const cache = join(root, "node_modules/.cache/portico/bench");

/** Every page and every service is a name below this one, which no name server knows. */
export const domain = "bench.test";

/** The Auth0 tenant. */
export const tenantHost = `tenant.${domain}`;

/** The client that all pages are at the tenant. */
export const clientId = "bench";

/** The host of the page of a contestant. */
export const hostOf = (name: string): string => `${name}.${domain}`;
