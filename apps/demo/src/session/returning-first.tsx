import { useSession } from "@portico/react";
import type { ReactNode } from "react";
import { Skeleton } from "../site/skeleton.js";

// Read before the client takes the response out of the address.
const isReturning = /[?&#]state=/.test(window.location.search + window.location.hash);

/** Waits where a redirect is just coming back: the reader is on the way to another page. */
export function ReturningFirst({ children }: { readonly children: ReactNode }): ReactNode {
  const { status } = useSession();
  return isReturning && status === "starting" ? <Skeleton /> : children;
}
