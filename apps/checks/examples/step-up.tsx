import { useReauthenticate, useUser } from "@portico/react";
import { useState } from "react";

/** Before something that cannot be undone, whoever signed in more than five minutes ago proves who they are again. */
export function StepUp({ erase = async () => {} }: { erase?: () => Promise<void> }) {
  const { state, reauthenticate } = useReauthenticate();
  const [isGone, setGone] = useState(false);
  const user = useUser();
  if (!user) return <output>Please sign in first.</output>;
  if (isGone) return <output>The project is gone.</output>;

  async function confirm() {
    const { status } = await reauthenticate({ via: "popup", maxAge: 300 });
    if (status !== "succeeded") return;
    await erase();
    setGone(true);
  }

  return (
    <section aria-labelledby="step-up">
      <h2 id="step-up">Delete the project</h2>
      <p>This cannot be undone. You may be asked to sign in as {user.name} again.</p>
      <button disabled={state.status === "pending"} onClick={() => void confirm()}>
        Delete it
      </button>
      {state.status === "failed" && <p role="alert">{wordsFor(state.error.code)}</p>}
    </section>
  );
}

function wordsFor(code: string): string {
  if (code === "popup_blocked") return "Your browser blocked the window. Please allow it.";
  if (code === "popup_closed") return "Nothing was deleted: the window was closed.";
  return "Nothing was deleted. Please try again.";
}
