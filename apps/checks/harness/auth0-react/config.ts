/** The application at the tenant, and the API that it calls. */
export const config = {
  domain: String(import.meta.env["VITE_AUTH0_DOMAIN"]),
  clientId: String(import.meta.env["VITE_AUTH0_CLIENT_ID"]),
  audience: "https://api.portico.example",
};
