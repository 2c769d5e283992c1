import { Auth0Provider, RequireAuth, useProfile } from "@portico/react";

export const App = () => (
  <Auth0Provider
    domain={import.meta.env.VITE_AUTH0_DOMAIN}
    clientId={import.meta.env.VITE_AUTH0_CLIENT_ID}
  >
    <RequireAuth fallback={<p>One moment…</p>}>
      <Theme />
    </RequireAuth>
  </Auth0Provider>
);

function Theme() {
  const { profile, updating, updateMetadata } = useProfile();
  if (!profile) return <p>One moment…</p>;
  return (
    <>
      <p>Theme: {String(profile.userMetadata["theme"] ?? "light")}</p>
      <button onClick={() => void updateMetadata({ theme: "dark" })}>Dark</button>
      {updating.status === "failed" && <p role="alert">{updating.error.code}</p>}
    </>
  );
}
