import { isAuthError, useAuthClient } from "@portico/react";
import { useState, type ReactNode } from "react";

/** The quiet second way: the tenant's own sign-in page. */
export function HostedSignIn({ returnTo }: { readonly returnTo: string }): ReactNode {
  const client = useAuthClient();
  const [hasFailed, setHasFailed] = useState(false);

  async function leave(): Promise<void> {
    try {
      await client.loginWithConnection({ appState: { returnTo } });
    } catch (error) {
      if (!isAuthError(error)) throw error;
      setHasFailed(true);
    }
  }

  return (
    <p className="hosted">
      <button type="button" className="text" onClick={() => void leave()}>
        Use the hosted sign-in page instead
      </button>
      <output>
        {hasFailed && "It didn’t open. Allow cookies and site data for this page, then try again."}
      </output>
    </p>
  );
}
