import { useUser } from "@portico/react";
import { withAuthenticationRequired } from "@portico/react/auth0-react";

function Page() {
  return <p>Only for {useUser()?.name}</p>;
}

/** A page for whoever is signed in, as users of @auth0/auth0-react write it. */
export const Required = withAuthenticationRequired(Page, {
  onRedirecting: () => <p>One moment…</p>,
  returnTo: "/only?for=you",
  loginOptions: { authorizationParams: { connection: "github" } },
});
