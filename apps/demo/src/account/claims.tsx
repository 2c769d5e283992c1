import type { User } from "@portico/react";
import type { ReactNode } from "react";

const labels: Readonly<Record<string, string>> = {
  sub: "User ID",
  name: "Name",
  given_name: "Given name",
  family_name: "Family name",
  nickname: "Nickname",
  email: "E-mail",
  email_verified: "E-mail verified",
  picture: "Picture",
  updated_at: "Changed",
};

/** A user's claims as a list to read; unknown ones keep their own name. */
export function Claims({ of: user }: { readonly of: User }): ReactNode {
  return (
    <dl className="rows">
      {Object.entries(user).map(([name, value]) => (
        <div key={name}>
          <dt>{labels[name] ?? name}</dt>
          <dd dir="auto">{words(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function words(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value !== "string") return JSON.stringify(value);
  const time = name === "updated_at" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? value : new Date(time).toLocaleString("en-GB");
}
