import { LinkAccounts } from "@portico/components";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { Section } from "./section.js";

/** Portico's linked accounts, on a sheet of this page. */
export function LinkedSection(): ReactNode {
  const words = useWords(linkedWords);
  return (
    <Section id="linked" title={words.title}>
      <LinkAccounts title={null} connections={["google-oauth2", "github"]} passwordless="email" />
    </Section>
  );
}

const linkedWords = {
  en: { title: "Ways to sign in" },
  ar: { title: "طرق تسجيل الدخول" },
};
