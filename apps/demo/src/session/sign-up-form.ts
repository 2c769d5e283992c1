import type { SignupField, SignupProps } from "@portico/components";
import { useWords, type Words } from "../words/use-words.js";

/** What Atrium asks of a new user, in the reader's language. */
export function useSignUpForm(): SignupProps {
  return useWords(forms);
}

interface FormWords {
  readonly first: string;
  readonly last: string;
  readonly practice: string;
  readonly role: string;
  readonly roles: Readonly<Record<"architect" | "engineer" | "client", string>>;
  readonly newsletter: string;
  readonly terms: string;
}

function formOf(words: FormWords): SignupProps {
  const roles = Object.entries(words.roles).map(([value, label]) => ({ value, label }));
  const fields: readonly SignupField[] = [
    { name: "given_name", storage: "root", kind: "text", label: words.first, required: true },
    { name: "family_name", storage: "root", kind: "text", label: words.last, required: true },
    {
      name: "practice",
      kind: "text",
      label: words.practice,
      autoComplete: "organization",
    },
    { name: "role", kind: "select", label: words.role, options: roles },
    { name: "newsletter", kind: "checkbox", label: words.newsletter },
  ];
  return {
    fields,
    terms: words.terms,
    termsRequired: true,
    passwordPolicy: "good",
    signIn: true,
  };
}

const forms: Words<SignupProps> = {
  en: formOf({
    first: "First name",
    last: "Last name",
    practice: "Practice",
    role: "Your part in it",
    roles: { architect: "Architect", engineer: "Engineer", client: "Client" },
    newsletter: "Write to me when a drawing comes back",
    terms: "I agree that everyone on a project sees my name beside my comments.",
  }),
  ar: formOf({
    first: "الاسم الأول",
    last: "اسم العائلة",
    practice: "المكتب",
    role: "دورك فيه",
    roles: { architect: "معماري", engineer: "مهندس", client: "صاحب المشروع" },
    newsletter: "مراسلتي عندما يعود أحد المخططات",
    terms: "أوافق على أن يرى كل المشاركين في المشروع اسمي بجانب ملاحظاتي.",
  }),
};
