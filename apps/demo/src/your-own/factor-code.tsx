import type { MfaEnrollStep, MfaVerifyStep } from "@portico/react";
import { useEffect, useRef, type ReactNode, type SubmitEvent } from "react";
import { typedIn } from "../session/typed-in.js";
import { useWords } from "../words/use-words.js";
import { ownWords } from "./own-words.js";
import { Problem } from "./problem.js";

/** The answer to a factor: a code that is typed, or a yes on the reader's device. */
export function FactorCode({ flow }: { readonly flow: MfaVerifyStep | MfaEnrollStep }): ReactNode {
  const { state, verify, back } = flow;
  const { factor, needsCode } = flow.step === "verify" ? flow.sent : flow.enrollment;
  const words = useWords(ownWords);
  const code = useRef<HTMLInputElement>(null);
  const isPending = state.status === "pending";

  useEffect(() => {
    if (needsCode) code.current?.focus();
    else void verify({});
    // Once for each question.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [needsCode]);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isPending) return;
    const typed = typedIn(event.currentTarget, "code").trim();
    const answer = factor === "recovery-code" ? { recoveryCode: typed } : { otp: typed };
    const result = await verify(needsCode ? answer : {});
    if (result.status === "failed" && code.current) {
      code.current.value = "";
      code.current.focus();
    }
  }

  return (
    <form method="post" onSubmit={(event) => void submit(event)}>
      {flow.step === "enroll" && (
        <>
          <p>{words.typeSecret}</p>
          <code dir="ltr">{flow.enrollment.secret}</code>
          {flow.enrollment.recoveryCodes && (
            <>
              <p>{words.keep}</p>
              <code dir="ltr">{flow.enrollment.recoveryCodes.join(" ")}</code>
            </>
          )}
        </>
      )}
      {needsCode ? (
        <>
          <label htmlFor="own-code">{words.answers[factor]}</label>
          <input
            id="own-code"
            name="code"
            inputMode={factor === "recovery-code" ? "text" : "numeric"}
            autoComplete="one-time-code"
            required
            dir="ltr"
            ref={code}
          />
        </>
      ) : (
        <p>{words.onDevice}</p>
      )}
      <Problem of={state} />
      <button className="button" aria-disabled={isPending}>
        {isPending ? words.checking : words.go}
      </button>
      <button type="button" className="text" onClick={back}>
        {words.otherFactor}
      </button>
    </form>
  );
}
