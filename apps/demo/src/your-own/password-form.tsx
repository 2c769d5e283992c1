import { useLogin, useLoginWithConnection, type MfaChallenge } from "@portico/react";
import { useRef, type ReactNode, type SubmitEvent } from "react";
import { typedIn } from "../session/typed-in.js";
import { useWords } from "../words/use-words.js";
import { ownWords } from "./own-words.js";
import { Problem } from "./problem.js";

interface PasswordFormProps {
  readonly returnTo: string;
  readonly onChallenge: (challenge: MfaChallenge) => void;
}

/** E-mail and password; the fields hold them, and nothing renders for a key. */
export function PasswordForm({ returnTo, onChallenge }: PasswordFormProps): ReactNode {
  const { state, login } = useLogin();
  const hosted = useLoginWithConnection();
  const words = useWords(ownWords);
  const password = useRef<HTMLInputElement>(null);
  const isPending = state.status === "pending";
  const appState = { returnTo };

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isPending) return;
    const result = await login({
      email: typedIn(event.currentTarget, "email"),
      password: typedIn(event.currentTarget, "password"),
      // The one way on which a second factor is answered in the page; the others hand over to the tenant's.
      via: "password-realm",
    });
    if (result.status === "succeeded" && result.outcome.kind === "challenge") {
      onChallenge(result.outcome.challenge);
    }
    if (result.status === "failed" && password.current) {
      password.current.value = "";
      password.current.focus();
    }
  }

  return (
    <form method="post" aria-labelledby="own" onSubmit={(event) => void submit(event)}>
      <h2 id="own">{words.title}</h2>
      <p>{words.lead}</p>
      <label htmlFor="own-email">{words.email}</label>
      <input id="own-email" name="email" type="email" autoComplete="username" required dir="ltr" />
      <label htmlFor="own-password">{words.password}</label>
      <input
        id="own-password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        dir="ltr"
        ref={password}
      />
      <Problem of={state} />
      <button className="button" aria-disabled={isPending}>
        {isPending ? words.pending : words.submit}
      </button>
      <button
        type="button"
        className="text"
        onClick={() => void hosted.loginWithConnection({ appState })}
      >
        {words.hosted}
      </button>
    </form>
  );
}
