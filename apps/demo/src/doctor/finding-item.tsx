import type { Finding } from "@portico/core/diagnostics";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";

/** One thing that is wrong, what follows from it, and the setting to change. The diagnosis speaks English. */
export function FindingItem({ finding }: { readonly finding: Finding }): ReactNode {
  const { code, severity, what, consequence, remedy } = finding;
  const words = useWords(findingWords);
  return (
    <li className="sheet finding">
      <p className="finding-head">
        <span className="mark" data-state={severity}>
          {words[severity]}
        </span>
        <code>{code}</code>
      </p>
      <h2 lang="en" dir="ltr">
        {what}
      </h2>
      <p lang="en" dir="ltr">
        {consequence}
      </p>
      <div className="remedy">
        <h3>{words.remedy}</h3>
        <p lang="en" dir="ltr">
          {remedy}
        </p>
      </div>
    </li>
  );
}

const findingWords = {
  en: { error: "Broken", warning: "Fails for some", hint: "Worth knowing", remedy: "Change this" },
  ar: { error: "لا يعمل", warning: "يفشل لدى البعض", hint: "للعلم", remedy: "ما يجب تغييره" },
};
