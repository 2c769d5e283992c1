import type { SignupParams } from "@portico/react";
import { isRootField, type RootAttribute, type SignupField } from "./signup-field.js";
import type { SignupShape, SignupValues } from "./signup-schema.js";

/** What the form holds once it is judged, as `signup` takes it. What was left empty is left out. */
export function newUser(values: SignupValues, shape: SignupShape): SignupParams {
  const { email, password, username, phone } = values;
  const metadata = metadataOf(values, shape);
  return {
    ...Object.fromEntries(
      shape.fields.flatMap((field) =>
        isRootField(field) ? entryOf(attributes[field.name], field, values) : [],
      ),
    ),
    email,
    password,
    ...(typeof username === "string" && username && { username }),
    ...(typeof phone === "string" && phone && { phoneNumber: phone }),
    ...(Object.keys(metadata).length > 0 && { userMetadata: metadata }),
  };
}

const attributes: Readonly<Record<RootAttribute, keyof SignupParams>> = {
  given_name: "givenName",
  family_name: "familyName",
  name: "name",
  nickname: "nickname",
  picture: "picture",
  username: "username",
  phone_number: "phoneNumber",
};

function metadataOf(values: SignupValues, shape: SignupShape): Record<string, string> {
  const kept = shape.fields.flatMap((field) =>
    isRootField(field) ? [] : entryOf(field.name, field, values),
  );
  if (shape.termsRequired) kept.push(["terms_accepted_at", new Date().toISOString()]);
  return Object.fromEntries(kept);
}

function entryOf(key: string, field: SignupField, values: SignupValues): [string, string][] {
  const value = String(values[field.name] ?? "");
  // Nobody sees a hidden value to put it right, so one that could not be kept goes nowhere.
  const isKept = field.kind !== "hidden" || /^\P{Cc}{1,500}$/u.test(value);
  return value !== "" && isKept ? [[key, value]] : [];
}
