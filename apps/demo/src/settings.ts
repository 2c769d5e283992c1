const env = import.meta.env;

/** The application at its tenant, or undefined while the two variables are not both set. */
export const application =
  env.VITE_AUTH0_DOMAIN && env.VITE_AUTH0_CLIENT_ID
    ? {
        domain: env.VITE_AUTH0_DOMAIN,
        clientId: env.VITE_AUTH0_CLIENT_ID,
        audience: env.VITE_AUTH0_AUDIENCE || undefined,
      }
    : undefined;

/** The address of a tenant on this machine, which has pages of its own to look at. */
export const localTenant = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])/.test(
  env.VITE_AUTH0_DOMAIN ?? "",
)
  ? env.VITE_AUTH0_DOMAIN
  : undefined;

/** Somebody whom the local tenant knows from the start. */
export const sampleUser =
  env.VITE_DEMO_EMAIL && env.VITE_DEMO_PASSWORD
    ? { email: env.VITE_DEMO_EMAIL, password: env.VITE_DEMO_PASSWORD }
    : undefined;
