import { useSession } from "@portico/react";
import { lazy, Suspense, type ReactNode } from "react";

const Notice = lazy(() => import("./notice.js"));

/** Says why nobody is signed in where the reader may wonder; its words load when there is something to say. */
export function SessionNotice(): ReactNode {
  const state = useSession();
  if (state.status !== "anonymous" || !state.reason || state.reason === "signed_out") return null;
  return (
    <Suspense>
      <Notice reason={state.reason} code={state.error?.code} />
    </Suspense>
  );
}
