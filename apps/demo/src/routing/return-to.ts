import { safeReturnTo } from "@portico/react";

/** Where to go once signed in: what the address asks for if it is a page of this app, else the projects. */
export function returnToOf({ searchParams }: URL): string {
  const asked = searchParams.get("returnTo");
  return asked === null ? "/projects" : safeReturnTo(asked);
}

/** The address of the sign-in page that leads back to `returnTo`. */
export function signInPath(returnTo: string): string {
  return `/sign-in?${new URLSearchParams({ returnTo })}`;
}
