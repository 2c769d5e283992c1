import { PopupCallback, useLoginWithConnection } from "@portico/react";

/** An app whose windows come back to itself. */
export function PopupPage() {
  const { loginWithPopup } = useLoginWithConnection();
  return (
    <PopupCallback fallback={<p>Closing…</p>}>
      <button onClick={() => void loginWithPopup({ connection: "github" })}>Open</button>
    </PopupCallback>
  );
}
