import { useLoginWithConnection } from "@portico/react";
import type { ReactNode } from "react";
import { useSiteWords } from "../words/use-words.js";

/** The quiet second way: the tenant's own sign-in page. */
export function HostedSignIn({ returnTo }: { readonly returnTo: string }): ReactNode {
  const { state, loginWithConnection } = useLoginWithConnection();
  const words = useSiteWords();
  return (
    <p className="hosted">
      <button
        type="button"
        className="text"
        onClick={() => void loginWithConnection({ appState: { returnTo } })}
      >
        {words.hosted}
      </button>
      <output>{state.status === "failed" && words.noHosted}</output>
    </p>
  );
}
