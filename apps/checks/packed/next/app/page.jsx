import { AuthPanel } from "@portico/components";
import { Auth0Provider } from "@portico/react";
import { Greeting } from "./greeting.jsx";

/** A server component: the provider and the panel bring their own border to the client. */
export default function Page() {
  return (
    <Auth0Provider
      domain={process.env.NEXT_PUBLIC_AUTH0_DOMAIN}
      clientId={process.env.NEXT_PUBLIC_AUTH0_CLIENT_ID}
    >
      <Greeting />
      <AuthPanel />
    </Auth0Provider>
  );
}
