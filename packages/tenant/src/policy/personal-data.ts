import type { Profile } from "../state/users.js";

/** What is known of the person a password is for. */
export interface PersonalData {
  readonly email: string | null;
  readonly username: string | null;
  readonly profile: Profile;
  readonly userMetadata: Readonly<Record<string, unknown>>;
}

/** Shorter parts occur in too many words by chance. */
const shortestPart = 3;

/** Whether a password contains a name, or the part of the e-mail address before the `@`. */
export function containsPersonalData(password: string, person: PersonalData): boolean {
  const lower = password.toLowerCase();
  return partsOf(person).some((part) => part.length >= shortestPart && lower.includes(part));
}

function partsOf({ email, username, profile, userMetadata }: PersonalData): string[] {
  const { name, nickname, given_name: givenName, family_name: familyName } = profile;
  const { first, last, name: otherName, username: otherUsername } = userMetadata;
  const names = [username, name, nickname, givenName, familyName];
  return [email?.split("@")[0], ...names, first, last, otherName, otherUsername]
    .filter((value) => typeof value === "string")
    .map((value) => value.trim().toLowerCase())
    .flatMap((value) => [value, ...value.split(/\s+/)]);
}
