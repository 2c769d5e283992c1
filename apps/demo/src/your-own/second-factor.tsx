import { useMfa, type MfaChallenge } from "@portico/react";
import { useEffect, useRef, type ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { FactorCode } from "./factor-code.js";
import { FactorList } from "./factor-list.js";
import { ownWords } from "./own-words.js";

interface SecondFactorProps {
  readonly challenge: MfaChallenge;
  readonly onDone: () => void;
  /** Begins the sign-in again. */
  readonly onRestart: () => void;
}

/** The second factor that a sign-in waits for: one that is there, or an app that is set up now. */
export function SecondFactor({ challenge, onDone, onRestart }: SecondFactorProps): ReactNode {
  const flow = useMfa(challenge);
  const words = useWords(ownWords);
  const title = useRef<HTMLHeadingElement>(null);
  const recoveryCode = flow.step === "done" ? flow.outcome.recoveryCode : undefined;
  const isDone = flow.step === "done" && !recoveryCode;

  // What comes in the place of a form takes the focus that was in it, unless one of its fields has.
  useEffect(() => {
    if (!title.current?.parentElement?.matches(":focus-within")) title.current?.focus();
  }, [flow.step]);
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);

  return (
    <section aria-labelledby="own">
      <h2 id="own" tabIndex={-1} ref={title}>
        {recoveryCode ? words.keepTitle : words.factorTitle}
      </h2>
      {flow.step === "choose" && <FactorList flow={flow} />}
      {(flow.step === "verify" || flow.step === "enroll") && <FactorCode flow={flow} />}
      {recoveryCode && (
        <>
          <p>{words.keep}</p>
          <code dir="ltr">{recoveryCode}</code>
          <button type="button" className="button" onClick={onDone}>
            {words.kept}
          </button>
        </>
      )}
      {flow.step !== "done" && (
        <button type="button" className="text" onClick={onRestart}>
          {words.restart}
        </button>
      )}
    </section>
  );
}
