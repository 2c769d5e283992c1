import type { ReactNode } from "react";
import "../styles/setup.css";

/** How to tell Atrium which application at which tenant it is. */
export function Setup(): ReactNode {
  return (
    <main className="setup">
      <h1>Atrium needs a tenant to sign in at</h1>
      <p>
        The quickest way is <code>npm start</code> in the repository’s folder: it starts a local
        tenant and sets both variables.
      </p>
      <p>
        To use your own tenant, put them into <code>apps/demo/.env.local</code> and start again:
      </p>
      <dl>
        <dt>
          <code>VITE_AUTH0_DOMAIN</code>
        </dt>
        <dd>
          The tenant’s domain, such as <code>example.eu.auth0.com</code>
        </dd>
        <dt>
          <code>VITE_AUTH0_CLIENT_ID</code>
        </dt>
        <dd>The client ID of a single-page application there</dd>
      </dl>
      <p>
        Allow <code>{window.location.origin}/</code> as a callback URL, and{" "}
        <code>{window.location.origin}</code> as a logout URL, web origin and CORS origin.
      </p>
    </main>
  );
}
