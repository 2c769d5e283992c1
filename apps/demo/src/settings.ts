const domain = import.meta.env.VITE_AUTH0_DOMAIN;
const clientId = import.meta.env.VITE_AUTH0_CLIENT_ID;
const audience = import.meta.env.VITE_AUTH0_AUDIENCE || undefined;
const email = import.meta.env.VITE_DEMO_EMAIL;
const password = import.meta.env.VITE_DEMO_PASSWORD;

/** The application at its tenant, or undefined while the two variables are not both set. */
export const application = domain && clientId ? { domain, clientId, audience } : undefined;

/** The address of a tenant on this machine, which has pages of its own to look at. */
export const localTenant = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])/.test(domain ?? "")
  ? domain
  : undefined;

/** Somebody whom the local tenant knows from the start. */
export const sampleUser = email && password ? { email, password } : undefined;
