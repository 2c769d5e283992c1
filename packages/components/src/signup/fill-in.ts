import type { InputHTMLAttributes } from "react";
import type { SignupField } from "./signup-field.js";

/** The attributes that tell browsers and password managers what to fill in, and phones which keys to show. */
export type FillIn = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "autoComplete" | "inputMode" | "autoCapitalize"
>;

/** What a field's kind and name tell of how it is filled in. */
export function fillIn(field: SignupField): FillIn {
  const own = "autoComplete" in field ? field.autoComplete : undefined;
  const autoComplete = own ?? tokens[field.name];
  switch (field.kind) {
    case "email":
      return { type: "email", inputMode: "email", autoCapitalize: "none", autoComplete };
    case "tel":
      return { type: "tel", inputMode: "tel", autoComplete };
    case "number":
      // An input of type "number" forgets what it can't read, and changes when a page is scrolled.
      return { type: "text", inputMode: "decimal", autoComplete };
    case "date":
      return { type: "date", autoComplete };
    default:
      return { type: "text", autoComplete };
  }
}

const tokens: Readonly<Record<string, string | undefined>> = {
  name: "name",
  given_name: "given-name",
  family_name: "family-name",
  nickname: "nickname",
  username: "username",
  phone_number: "tel",
  picture: "photo",
  birthdate: "bday",
  bday: "bday",
  gender: "sex",
  website: "url",
  organization: "organization",
  company: "organization",
  job_title: "organization-title",
  address: "street-address",
  street: "address-line1",
  city: "address-level2",
  postal_code: "postal-code",
  zip: "postal-code",
  country: "country",
  country_name: "country-name",
  language: "language",
};
