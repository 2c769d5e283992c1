import { useCheckSession, type Session } from "@portico/react";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { Failure } from "./failure.js";
import { Moment } from "./moment.js";
import { Section } from "./section.js";
import { SignOut } from "./sign-out.js";

/** How long the session lasts, a button that asks the tenant about it, and two ways to end it. */
export function SessionSection({ session }: { readonly session: Session }): ReactNode {
  const { state, check } = useCheckSession();
  const words = useWords(sessionWords);
  const { expiresAt, authenticatedAt, audience, scope } = session;
  return (
    <Section id="session" title={words.title} lead={words.lead}>
      <dl className="rows">
        {authenticatedAt !== undefined && (
          <div>
            <dt>{words.began}</dt>
            <dd>
              <Moment at={authenticatedAt} />
            </dd>
          </div>
        )}
        <div>
          <dt>{words.ends}</dt>
          <dd>
            <Moment at={expiresAt} />
          </dd>
        </div>
        {audience && (
          <div>
            <dt>{words.audience}</dt>
            <dd>
              <bdi>{audience}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>{words.scope}</dt>
          <dd>
            <bdi>{scope.join(" ")}</bdi>
          </dd>
        </div>
      </dl>
      <div className="act">
        <button
          type="button"
          className="button quiet"
          aria-disabled={state.status === "pending"}
          onClick={() => void check()}
        >
          {words.check}
        </button>
        <output>
          {state.status === "pending" && words.asking}
          {state.status === "succeeded" && words.still}
          {state.status === "failed" && <Failure error={state.error} />}
        </output>
      </div>
      <SignOut />
    </Section>
  );
}

const sessionWords = {
  en: {
    title: "Session",
    lead: "Tokens stay in this page’s memory and are renewed when needed. Other tabs follow.",
    began: "Signed in",
    ends: "Access token ends",
    audience: "Audience",
    scope: "Scope",
    check: "Check session",
    asking: "Asking the tenant…",
    still: "You are still signed in at the tenant.",
  },
  ar: {
    title: "الجلسة",
    lead: "تبقى الرموز في ذاكرة هذه الصفحة وتُجدَّد عند الحاجة، وتتبعها علامات التبويب الأخرى.",
    began: "تسجيل الدخول",
    ends: "انتهاء رمز الوصول",
    audience: "الجمهور",
    scope: "النطاق",
    check: "التحقق من الجلسة",
    asking: "جارٍ سؤال المستأجر…",
    still: "ما زلت مسجّل الدخول لدى المستأجر.",
  },
};
