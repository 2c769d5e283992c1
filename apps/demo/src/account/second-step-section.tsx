import type { AuthErrorCode } from "@portico/react";
import type { ReactNode } from "react";
import { ProveInWindow } from "../session/prove-in-window.js";
import { useWords } from "../words/use-words.js";
import { Failure } from "./failure.js";
import { FactorRow } from "./factor-row.js";
import { secondStep } from "./factors.js";
import { Section } from "./section.js";
import { useFactors } from "./use-factors.js";
import { Waiting } from "./waiting.js";

/** The reader's second factors: sets up the first one, shows them, and takes one away. */
export function SecondStepSection(): ReactNode {
  const { state, reload, remove } = useFactors();
  const words = useWords(secondStepWords);
  const prove = { returnTo: "/account", onProven: reload };
  return (
    <Section id="second-step" title={words.title} lead={words.lead}>
      {state.status === "pending" && <Waiting />}
      {state.status === "failed" && (
        <>
          <p role="alert">
            {needsProof.includes(state.error.code) ? words.locked : <Failure error={state.error} />}
          </p>
          <ProveInWindow {...prove}>{words.unlock}</ProveInWindow>
        </>
      )}
      {state.status === "succeeded" && state.factors.length === 0 && (
        <>
          <p>{words.none}</p>
          <ProveInWindow {...prove} acrValues={secondStep}>
            {words.setUp}
          </ProveInWindow>
        </>
      )}
      {state.status === "succeeded" && state.factors.length > 0 && (
        <ul className="factors">
          {state.factors.map((factor) => (
            <FactorRow key={factor.id} factor={factor} onRemove={() => remove(factor.id)} />
          ))}
        </ul>
      )}
      <output>
        {state.status === "succeeded" && state.error && <Failure error={state.error} />}
      </output>
    </Section>
  );
}

/** Where the tenant gives no token for factors before it has seen the reader, or their second step, once more. */
const needsProof: readonly AuthErrorCode[] = ["login_required", "mfa_required"];

const secondStepWords = {
  en: {
    title: "Second step",
    lead: "A code after the password, so that a password alone opens nothing.",
    locked: "The tenant wants to see you once more before it shows what is set up.",
    unlock: "Confirm it’s you",
    none: "Nothing is set up: your password alone lets you in.",
    setUp: "Set up a second step",
  },
  ar: {
    title: "الخطوة الثانية",
    lead: "رمز بعد كلمة المرور، فلا تكفي كلمة المرور وحدها.",
    locked: "يحتاج المستأجر إلى تأكيد هويتك مرة أخرى قبل عرض ما تم إعداده.",
    unlock: "تأكيد هويتك",
    none: "لم يُعدّ شيء بعد: تكفي كلمة المرور وحدها للدخول.",
    setUp: "إعداد خطوة ثانية",
  },
};
