import { useReauthenticate } from "@portico/react";
import type { ReactNode } from "react";
import { Failure } from "../account/failure.js";
import { useWords } from "../words/use-words.js";

interface ProveInWindowProps {
  /** What the button says. */
  readonly children: ReactNode;
  /** Where to come back to, if it has to go without a window. */
  readonly returnTo: string;
  /** What the tenant has to ask for besides the password. */
  readonly acrValues?: string;
  readonly onProven: () => void;
}

/** Has the reader prove who they are at the tenant: in a window, or in this tab where windows are blocked. */
export function ProveInWindow(props: ProveInWindowProps): ReactNode {
  const { children, returnTo, acrValues, onProven } = props;
  const { state, reauthenticate } = useReauthenticate();
  const words = useWords(proveWords);
  const isPending = state.status === "pending";

  async function prove(): Promise<void> {
    const { status } = await reauthenticate({ via: "popup", acrValues });
    if (status === "succeeded") onProven();
  }

  return (
    <div className="act">
      <button
        type="button"
        className="button quiet"
        aria-disabled={isPending}
        onClick={() => void prove()}
      >
        {children}
      </button>
      <output>
        {isPending && words.elsewhere}
        {state.status === "failed" && <Failure error={state.error} />}
      </output>
      {state.status === "failed" && state.error.code.startsWith("popup_") && (
        <button
          type="button"
          className="text"
          onClick={() =>
            void reauthenticate({ via: "redirect", acrValues, appState: { returnTo } })
          }
        >
          {words.here}
        </button>
      )}
    </div>
  );
}

const proveWords = {
  en: { elsewhere: "Go on in the window that opened.", here: "Do it in this tab instead" },
  ar: { elsewhere: "يُرجى المتابعة في النافذة التي فُتحت.", here: "المتابعة في علامة التبويب هذه" },
};
