"use client";

import { useAuth0 } from "@portico/react";

export function Greeting() {
  const { isAuthenticated, user, logout } = useAuth0();
  if (!isAuthenticated) return <p>Nobody is signed in.</p>;
  return (
    <button onClick={() => void logout({ returnTo: location.origin })}>Sign {user.name} out</button>
  );
}
