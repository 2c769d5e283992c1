import type { Session } from "@portico/react";
import type { ReactNode } from "react";
import { Claims } from "../account/claims.js";
import { LinkedSection } from "../account/linked-section.js";
import { PreferencesSection } from "../account/preferences-section.js";
import { SecondStepSection } from "../account/second-step-section.js";
import { Section } from "../account/section.js";
import { SessionSection } from "../account/session-section.js";
import { UserInfoSection } from "../account/user-info-section.js";
import { WhoIsHere } from "../account/who-is-here.js";
import { useWords } from "../words/use-words.js";
import "../styles/account.css";

/** Everything about the reader's account: what they chose, how they sign in, until when, and what the tenant says. */
export default function Account({ session }: { readonly session: Session }): ReactNode {
  const words = useWords(accountWords);
  const { user } = session;
  return (
    <div className="account" key={user.sub}>
      <WhoIsHere user={user} />
      <PreferencesSection />
      <LinkedSection />
      <SecondStepSection />
      <SessionSection session={session} />
      <Section id="claims" title={words.claims} lead={words.claimsLead}>
        <Claims of={user} />
      </Section>
      <UserInfoSection />
    </div>
  );
}

const accountWords = {
  en: {
    claims: "What your ID token says",
    claimsLead: "Signature and every claim were checked in this browser.",
  },
  ar: {
    claims: "ما يقوله رمز هويتك",
    claimsLead: "تم التحقق من التوقيع وكل البيانات في هذا المتصفح.",
  },
};
