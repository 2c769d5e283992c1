import { mountAuthPanel } from "@portico/components/widget";

// What a page knows of the widget that has no types of React's.
const place = document.createElement("main");
const terms = document.createElement("a");
const { client, update, unmount } = mountAuthPanel(place, {
  domain: "example.eu.auth0.com",
  clientId: "your-client-id",
  connections: ["github"],
  title: "Welcome back",
  signup: { terms, termsRequired: true },
  onAuthenticated: ({ user }) => update({ message: user.name?.toUpperCase() }),
  onError: (error, view) => console.warn(view, error.code),
});
const state = client.session.get();
if (state.status === "authenticated") console.info(state.session.user.email);

// @ts-expect-error -- a word that is mistyped
update({ titel: "Welcome back" });
// @ts-expect-error -- an option of the client, which is there already
update({ domain: "other.eu.auth0.com" });
// @ts-expect-error -- no tenant
mountAuthPanel(place, { clientId: "your-client-id" });
// @ts-expect-error -- no such view
update({ views: ["nowhere"] });
unmount();
