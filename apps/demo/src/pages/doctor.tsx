import type { ReactNode } from "react";
import { FindingItem } from "../doctor/finding-item.js";
import { Surroundings } from "../doctor/surroundings.js";
import { useDiagnosis } from "../doctor/use-diagnosis.js";
import { PageTitle } from "../site/page-title.js";
import { useWords } from "../words/use-words.js";
import "../styles/account.css";
import "../styles/doctor.css";

/** What is misconfigured, and the exact setting to change; for whoever sets Atrium up, signed in or not. */
export default function Doctor(): ReactNode {
  const { diagnosis, isChecking, check } = useDiagnosis();
  const words = useWords(doctorWords);
  const findings = diagnosis?.findings ?? [];
  const unchecked = diagnosis?.unchecked ?? [];
  return (
    <div className="account doctor">
      <PageTitle>{words.title}</PageTitle>
      <p className="lead">{words.lead}</p>
      <div className="sheet verdict" data-state={isChecking ? "checking" : worstOf(findings)}>
        <output>
          {isChecking ? words.checking : findings.length === 0 ? words.healthy : words.found}
        </output>
        <div className="act">
          <button
            type="button"
            className="button quiet"
            aria-disabled={isChecking}
            onClick={() => isChecking || check()}
          >
            {words.again}
          </button>
          <button
            type="button"
            className="text"
            aria-disabled={isChecking}
            onClick={() => isChecking || check({ interactive: true })}
          >
            {words.windows}
          </button>
        </div>
      </div>
      <ul className="findings" aria-busy={isChecking}>
        {findings.map((finding) => (
          <FindingItem key={finding.code} finding={finding} />
        ))}
      </ul>
      <section className="sheet" aria-labelledby="surroundings">
        <h2 id="surroundings">{words.surroundings}</h2>
        <Surroundings />
      </section>
      {unchecked.length > 0 && (
        <details>
          <summary>{words.unchecked}</summary>
          <p>{words.why}</p>
          <p className="codes" dir="ltr">
            {unchecked.map((code) => (
              <code key={code}>{code}</code>
            ))}
          </p>
        </details>
      )}
    </div>
  );
}

function worstOf(findings: readonly { readonly severity: string }[]): string {
  return findings[0]?.severity ?? "healthy";
}

const doctorWords = {
  en: {
    title: "Is sign-in set up?",
    lead: "Atrium asks its tenant what it would allow. Nobody is signed in or out by it.",
    checking: "Checking…",
    healthy: "Everything that could be checked is set up.",
    found: "Something needs to be changed.",
    again: "Check again",
    windows: "Check with a window too",
    surroundings: "What was checked",
    unchecked: "What could not be judged",
    why: "Some of it needs somebody who is signed in at the tenant, or a window.",
  },
  ar: {
    title: "هل تسجيل الدخول مُعدّ؟",
    lead: "يسأل Atrium المستأجر عمّا يسمح به. لا يُسجَّل دخول أحد ولا خروجه.",
    checking: "جارٍ الفحص…",
    healthy: "كل ما أمكن فحصه مُعدّ كما يجب.",
    found: "هناك ما يحتاج إلى تغيير.",
    again: "إعادة الفحص",
    windows: "الفحص بنافذة أيضًا",
    surroundings: "ما تم فحصه",
    unchecked: "ما تعذّر الحكم عليه",
    why: "يحتاج بعضه إلى مستخدم مسجّل الدخول لدى المستأجر، أو إلى نافذة.",
  },
};
