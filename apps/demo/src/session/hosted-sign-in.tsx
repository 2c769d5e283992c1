import { useLoginWithConnection } from "@portico/react";
import type { ReactNode } from "react";

/** The quiet second way: the tenant's own sign-in page. */
export function HostedSignIn({ returnTo }: { readonly returnTo: string }): ReactNode {
  const { state, loginWithConnection } = useLoginWithConnection();
  return (
    <p className="hosted">
      <button
        type="button"
        className="text"
        onClick={() => void loginWithConnection({ appState: { returnTo } })}
      >
        Use the hosted sign-in page instead
      </button>
      <output>
        {state.status === "failed" &&
          "It didn’t open. Allow cookies and site data for this page, then try again."}
      </output>
    </p>
  );
}
