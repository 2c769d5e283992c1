import { accountRoutes } from "./routes/account.js";
import { classicRoutes } from "./routes/classic.js";
import { hostedRoutes } from "./routes/hosted.js";
import { identityProviderRoutes } from "./routes/identity-provider.js";
import { inboxRoutes } from "./routes/inbox.js";
import { managementRoutes } from "./routes/management.js";
import { mfaRoutes } from "./routes/mfa.js";
import { passwordlessRoutes } from "./routes/passwordless.js";
import { protocolRoutes } from "./routes/protocol.js";
import type { Route } from "./routes/route.js";
import { tenantOnlyRoutes } from "./routes/tenant-only.js";

/** Every endpoint of the tenant. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...classicRoutes,
  ...hostedRoutes,
  ...identityProviderRoutes,
  ...inboxRoutes,
  ...managementRoutes,
  ...mfaRoutes,
  ...passwordlessRoutes,
  ...protocolRoutes,
  ...tenantOnlyRoutes,
];
