import { useUser } from "@portico/react";

/** The part of the page that the server sends after the rest. */
export default function Late() {
  return <output aria-label="Late">{useUser()?.email ?? "nobody"}</output>;
}
