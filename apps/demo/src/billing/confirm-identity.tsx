import { Mfa } from "@portico/components";
import { useReauthenticate, type User } from "@portico/react";
import { useRef, type FormEvent, type ReactNode } from "react";
import { Failure } from "../account/failure.js";
import { ProveInWindow } from "../session/prove-in-window.js";
import { useWords } from "../words/use-words.js";

interface ConfirmIdentityProps {
  readonly user: User;
  /** Whether the reader has just asked to be asked. */
  readonly takesFocus: boolean;
  readonly onProven: () => void;
}

/** Asks whoever is signed in to prove it once more: the password and, where they have one, the second step. */
export function ConfirmIdentity({ user, takesFocus, onProven }: ConfirmIdentityProps): ReactNode {
  const { state, reauthenticate, reset } = useReauthenticate();
  const field = useRef<HTMLInputElement>(null);
  const words = useWords(confirmWords);
  const isPending = state.status === "pending";

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const input = field.current;
    if (!input?.value || isPending) return input?.focus();
    const asked = reauthenticate({ via: "password-realm", password: input.value });
    input.value = "";
    const result = await asked;
    if (result.status === "failed") return input.focus();
    if (result.outcome.kind === "authenticated") onProven();
  }

  if (state.status === "succeeded" && state.outcome.kind === "challenge") {
    const { challenge } = state.outcome;
    // The reader has just sent the password; the code is what is left to type.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    return <Mfa autoFocus {...{ challenge }} onAuthenticated={onProven} onStartOver={reset} />;
  }
  return (
    <section className="sheet confirm" aria-labelledby="confirm">
      <h2 id="confirm">{words.title}</h2>
      <p>{words.lead}</p>
      {user.sub.startsWith("auth0|") && (
        <form className="fields" method="post" onSubmit={(event) => void send(event)}>
          <input
            className="unseen"
            tabIndex={-1}
            aria-hidden="true"
            readOnly
            autoComplete="username"
            value={user.email ?? user.name ?? ""}
          />
          <label>
            {words.password}
            <input
              ref={field}
              type="password"
              autoComplete="current-password"
              aria-invalid={state.status === "failed" || undefined}
              aria-describedby="refusal"
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={takesFocus}
            />
          </label>
          <p className="refusal" id="refusal" role="alert">
            {state.status === "failed" && <Failure error={state.error} />}
          </p>
          <button className="button" aria-disabled={isPending}>
            {isPending ? words.pending : words.confirm}
          </button>
        </form>
      )}
      <ProveInWindow returnTo="/account/billing" onProven={onProven}>
        {words.inWindow}
      </ProveInWindow>
    </section>
  );
}

const confirmWords = {
  en: {
    title: "Confirm it’s you",
    lead: "Invoices and the card are shown only to somebody who has just signed in.",
    password: "Password",
    confirm: "Confirm",
    pending: "Confirming…",
    inWindow: "Confirm in a window",
  },
  ar: {
    title: "تأكيد هويتك",
    lead: "لا تُعرض الفواتير والبطاقة إلا لمن سجّل الدخول للتو.",
    password: "كلمة المرور",
    confirm: "تأكيد",
    pending: "جارٍ التأكيد…",
    inWindow: "التأكيد في نافذة",
  },
};
