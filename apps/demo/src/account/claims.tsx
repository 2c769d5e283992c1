import type { User } from "@portico/react";
import type { ReactNode } from "react";
import { formatMoment } from "./moment.js";

const labels: Readonly<Record<string, string>> = {
  name: "Name",
  given_name: "Given name",
  family_name: "Family name",
  email: "E-mail",
  email_verified: "E-mail verified",
  nickname: "Nickname",
  picture: "Picture",
  sub: "User ID",
  updated_at: "Changed",
};

/** A user's claims as a list to read; unknown ones keep their own name. */
export function Claims({ of: user }: { readonly of: User }): ReactNode {
  return (
    <dl className="rows">
      {namesIn(user).map((name) => (
        <div key={name}>
          <dt>{labels[name] ?? name}</dt>
          <dd>
            <bdi>{words(name, user[name])}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The known claims in the order of their labels, then the others. */
function namesIn(user: User): readonly string[] {
  const names = Object.keys(user);
  const known = Object.keys(labels).filter((name) => names.includes(name));
  return [...new Set([...known, ...names])];
}

function words(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value !== "string") return JSON.stringify(value);
  const time = name === "updated_at" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? value : formatMoment(time);
}
