import type { User } from "@portico/react";
import type { ReactNode } from "react";
import { useLocale, useWords } from "../words/use-words.js";
import { formatMoment } from "./moment.js";

/** A user's claims as a list to read; unknown ones keep their own name. */
export function Claims({ of: user }: { readonly of: User }): ReactNode {
  const words = useWords(claimWords);
  const locale = useLocale();
  return (
    <dl className="rows">
      {namesIn(user).map((name) => (
        <div key={name}>
          <dt>{name in words.labels ? words.labels[name] : <bdi>{name}</bdi>}</dt>
          <dd>
            <bdi>{shown(name, user[name])}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );

  function shown(name: string, value: unknown): string {
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (typeof value !== "string") return JSON.stringify(value);
    const time = name === "updated_at" ? Date.parse(value) : Number.NaN;
    return Number.isNaN(time) ? value : formatMoment(time, locale);
  }
}

interface ClaimWords {
  readonly yes: string;
  readonly no: string;
  readonly labels: Readonly<Record<string, string>>;
}

const claimWords: Readonly<Record<"en" | "ar", ClaimWords>> = {
  en: {
    yes: "Yes",
    no: "No",
    labels: {
      name: "Name",
      given_name: "Given name",
      family_name: "Family name",
      email: "E-mail",
      email_verified: "E-mail verified",
      nickname: "Nickname",
      picture: "Picture",
      sub: "User ID",
      updated_at: "Changed",
    },
  },
  ar: {
    yes: "نعم",
    no: "لا",
    labels: {
      name: "الاسم",
      given_name: "الاسم الأول",
      family_name: "اسم العائلة",
      email: "البريد الإلكتروني",
      email_verified: "البريد مؤكَّد",
      nickname: "الاسم المختصر",
      picture: "الصورة",
      sub: "معرّف المستخدم",
      updated_at: "آخر تغيير",
    },
  },
};

/** The known claims in the order of their labels, then the others. */
function namesIn(user: User): readonly string[] {
  const names = Object.keys(user);
  const known = Object.keys(claimWords.en.labels).filter((name) => names.includes(name));
  return [...new Set([...known, ...names])];
}
