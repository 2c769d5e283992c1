import { useSession } from "@portico/react";
import { lazy, Suspense, type ReactNode } from "react";

const Notice = lazy(() => import("./notice.js"));

/** Says why nobody is signed in where the reader may wonder; its words load when there is something to say. */
export function SessionNotice(): ReactNode {
  const state = useSession();
  const reason = state.status === "anonymous" ? state.reason : undefined;
  const error = state.status === "anonymous" ? state.error : undefined;
  return (
    <output>
      {reason && reason !== "signed_out" && (
        <Suspense>
          <Notice reason={reason} code={error?.code} />
        </Suspense>
      )}
    </output>
  );
}
