import type { Authenticator } from "@portico/core/authentication";
import { useState, type ReactNode } from "react";
import { useWords } from "../words/use-words.js";

interface FactorRowProps {
  readonly factor: Authenticator;
  readonly onRemove: () => Promise<void>;
}

/** A second factor, and a way to take it away that asks first. Recovery codes go with the last of the others. */
export function FactorRow({ factor: { factor, name }, onRemove }: FactorRowProps): ReactNode {
  const [step, setStep] = useState<"shown" | "asked" | "removing" | "kept">("shown");
  const words = useWords(factorWords);
  const called = words.names[factor];
  const isRemoving = step === "removing";
  const isAsking = isRemoving || step === "asked";
  return (
    <li>
      <span>
        {called} {name && <small dir="ltr">{name}</small>}
      </span>
      {factor !== "recovery-code" && !isAsking && (
        <button
          type="button"
          className="text"
          // Where the reader was before the question.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={step === "kept"}
          onClick={() => setStep("asked")}
        >
          {words.remove} <span className="unseen">{called}</span>
        </button>
      )}
      {isAsking && (
        <span className="act">
          <span>{words.question}</span>
          <button
            type="button"
            className="text"
            // The reader has pressed the button that this one stands in for.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            aria-disabled={isRemoving}
            onClick={() => {
              if (isRemoving) return;
              setStep("removing");
              void onRemove().finally(() => setStep("kept"));
            }}
          >
            {words.yes}
          </button>
          <button
            type="button"
            className="text"
            aria-disabled={isRemoving}
            onClick={() => isRemoving || setStep("kept")}
          >
            {words.no}
          </button>
        </span>
      )}
    </li>
  );
}

type FactorNames = Readonly<Record<Authenticator["factor"], string>>;

const english: FactorNames = {
  otp: "Authenticator app",
  sms: "Text message",
  voice: "Phone call",
  email: "E-mail",
  push: "Question on your phone",
  "recovery-code": "Recovery code",
};

const arabic: FactorNames = {
  otp: "تطبيق المصادقة",
  sms: "رسالة نصية",
  voice: "مكالمة هاتفية",
  email: "بريد إلكتروني",
  push: "سؤال على هاتفك",
  "recovery-code": "رمز الاسترداد",
};

const factorWords = {
  en: { names: english, remove: "Remove", question: "Remove it?", yes: "Remove", no: "Keep" },
  ar: { names: arabic, remove: "إزالة", question: "هل تريد إزالتها؟", yes: "إزالة", no: "إبقاء" },
};
