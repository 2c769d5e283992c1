import { safeReturnTo } from "@portico/react";

/** Where to go once signed in: what the address asks for if it is a page of this app, else the projects. */
export function returnToOf({ searchParams }: URL): string {
  const asked = searchParams.get("returnTo");
  return asked === null ? "/projects" : safeReturnTo(asked);
}

/** The address of `page` that leads back to where the reader is or wanted to go. */
export function withReturnTo(page: "/sign-in" | "/sign-up", returnTo: string): string {
  return `${page}?${new URLSearchParams({ returnTo })}`;
}
