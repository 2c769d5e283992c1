import { safeReturnTo } from "@portico/react";

/** Where to go once signed in: the page of this app that the address asks for, or the projects; "/" in place of another site. */
export function returnToOf({ searchParams }: URL): string {
  const asked = searchParams.get("returnTo");
  return asked === null ? "/projects" : safeReturnTo(asked);
}

/** The address of the sign-in page that leads back to `returnTo`. */
export function signInPath(returnTo: string): string {
  return `/sign-in?${new URLSearchParams({ returnTo })}`;
}
