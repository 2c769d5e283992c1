import { useProfile } from "@portico/react";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { Failure } from "./failure.js";
import { PreferencesForm } from "./preferences-form.js";
import { Section } from "./section.js";
import { Waiting } from "./waiting.js";

/** What the reader tells Atrium about themselves: their `user_metadata` at the tenant. */
export function PreferencesSection(): ReactNode {
  const { profile, error, updateMetadata, updating, refetch } = useProfile();
  const words = useWords(preferencesWords);
  return (
    <Section id="preferences" title={words.title} lead={words.lead}>
      {profile && (
        <PreferencesForm
          metadata={profile.userMetadata}
          updating={updating}
          onSave={(patch) => void updateMetadata(patch)}
        />
      )}
      {!profile && !error && <Waiting />}
      {!profile && error && (
        <div className="act" role="alert">
          <Failure error={error} />
          <button type="button" className="button quiet" onClick={() => void refetch()}>
            {words.retry}
          </button>
        </div>
      )}
    </Section>
  );
}

const preferencesWords = {
  en: {
    title: "On your drawings",
    lead: "What the practice prints, and how often we write. Kept as metadata at the tenant.",
    retry: "Try again",
  },
  ar: {
    title: "على مخططاتك",
    lead: "ما يطبعه المكتب، وكم مرة نراسلك. يُحفظ كبيانات وصفية لدى المستأجر.",
    retry: "إعادة المحاولة",
  },
};
