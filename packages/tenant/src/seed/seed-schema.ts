import * as z from "zod/mini";
import { isIpRange } from "../state/ip-ranges.js";
import type { TenantSeed } from "./seed.js";

const said = (text: string) => ({ error: text });

const flag = z.boolean(said("must be true or false"));
const text = z
  .string(said("must be a text that is not empty"))
  .check(z.minLength(1, "must be a text that is not empty"));
const seconds = count(1, "must be a whole number of seconds above 0");
const record = z.record(z.string(), z.unknown(), said("must be an object"));
const url = z
  .string(said("must be an absolute URL"))
  .check(z.refine((value) => URL.canParse(value), "must be an absolute URL"));
const email = z
  .string(said("must be an e-mail address"))
  .check(z.regex(/^[^\s@]+@[^\s@]+$/, "must be an e-mail address"));
const phoneNumber = z
  .string(said("must be a phone number such as +15551234567"))
  .check(z.regex(/^\+[0-9]{1,15}$/, "must be a phone number such as +15551234567"));
const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value;
const origin = z
  .string(said("must be an origin such as http://localhost:3000, with nothing after"))
  .check(z.refine(isOrigin, "must be an origin such as http://localhost:3000, with nothing after"));
const ipRange = z
  .string(said("must be an address or a range such as 10.0.0.0/8"))
  .check(z.refine(isIpRange, "must be an address or a range such as 10.0.0.0/8"));
const base32 = z
  .string(said("must be a Base32 secret"))
  .check(z.regex(/^[A-Z2-7]{16,}$/, "must be a Base32 secret of at least 16 characters"));

const client = shape({
  clientId: text,
  name: text,
  callbacks: listOf(url),
  webOrigins: listOf(origin),
  logoutUrls: listOf(url),
  grantTypes: z.optional(listOf(text)),
  refreshTokenRotation: z.optional(flag),
  crossOriginLogin: z.optional(flag),
  crossOriginVerificationUrl: z.optional(url),
  tokenEndpointAuthMethod: z.optional(
    oneOf(["none", "client_secret_post", "client_secret_basic"] as const),
  ),
  clientSecret: z.optional(text),
  connections: z.optional(listOf(text)),
  firstParty: z.optional(flag),
  organizationUsage: z.optional(oneOf(["deny", "allow", "require"] as const)),
  initiateLoginUri: z.optional(url),
  apiGrants: z.optional(listOf(shape({ audience: text, scopes: listOf(text) }))),
});

const databaseConnection = shape({
  name: text,
  strategy: z.optional(z.literal("auth0")),
  passwordPolicy: z.optional(oneOf(["none", "low", "fair", "good", "excellent"] as const)),
  noUserInfo: z.optional(flag),
  noDictionary: z.optional(flag),
  passwordHistory: z.optional(
    count(0, "must be a whole number from 0 to 24").check(
      z.maximum(24, "must be a whole number from 0 to 24"),
    ),
  ),
  signup: z.optional(flag),
  requiresUsername: z.optional(flag),
  legacySignupErrors: z.optional(flag),
});

const passwordlessConnection = shape({
  name: oneOf(["email", "sms"] as const),
  strategy: oneOf(["email", "sms"] as const),
  signup: z.optional(flag),
});

const providerConnection = shape({
  name: text,
  strategy: text,
  kind: oneOf(["social", "enterprise"] as const),
  displayName: z.optional(text),
  domains: z.optional(listOf(text)),
  developmentKeys: z.optional(flag),
  ipRanges: z.optional(listOf(ipRange)),
  users: z.optional(
    listOf(
      shape({
        id: text,
        email: z.optional(email),
        emailVerified: z.optional(flag),
        name: z.optional(text),
        givenName: z.optional(text),
        familyName: z.optional(text),
        picture: z.optional(url),
      }),
    ),
  ),
});

/** The schema of one connection, chosen by its strategy, so that a wrong member is named as such. */
export function connectionSchema(strategy: unknown) {
  if (strategy === undefined || strategy === "auth0") return databaseConnection;
  return strategy === "email" || strategy === "sms" ? passwordlessConnection : providerConnection;
}

const user = shape({
  userId: z.optional(
    text.check(z.regex(/^[^|\s]+\|\S+$/, "must be a provider and an id, such as auth0|ada")),
  ),
  email: z.optional(email),
  phoneNumber: z.optional(phoneNumber),
  password: z.optional(text),
  connection: z.optional(text),
  name: z.optional(text),
  username: z.optional(text),
  emailVerified: z.optional(flag),
  blocked: z.optional(flag),
  userMetadata: z.optional(record),
  appMetadata: z.optional(record),
  mfaRequired: z.optional(flag),
  mfa: z.optional(
    shape({
      totpSecret: z.optional(base32),
      phoneNumber: z.optional(phoneNumber),
      email: z.optional(email),
      recoveryCode: z.optional(text),
    }),
  ),
});

const api = shape({
  audience: text,
  scopes: listOf(text),
  tokenLifetime: z.optional(seconds),
  browserTokenLifetime: z.optional(seconds),
  skipConsent: z.optional(flag),
});

const organization = shape({
  id: z.optional(text.check(z.regex(/^org_\w+$/, "must begin with org_"))),
  name: text.check(z.regex(/^[a-z0-9_-]+$/, "must be lower case letters, digits, - and _")),
  displayName: z.optional(text),
  members: z.optional(listOf(email)),
  connections: z.optional(listOf(text)),
  invitations: z.optional(listOf(shape({ email, clientId: text, inviter: z.optional(text) }))),
});

/** Everything but the connections and faults, which have schemas of their own. */
export const seedSchema = shape({
  clients: listOf(client),
  connections: z.optional(listOf(record)),
  users: z.optional(listOf(user)),
  apis: z.optional(listOf(api)),
  organizations: z.optional(listOf(organization)),
  logoutUrls: z.optional(listOf(url)),
  faults: z.optional(listOf(record)),
} satisfies Record<keyof TenantSeed, unknown>);

function listOf<Schema extends z.ZodMiniType>(item: Schema) {
  return z.array(item, said("must be a list"));
}

/** An object without members that are not known: a misspelled one must not pass unseen. */
function shape<Members extends Record<string, z.ZodMiniType>>(members: Members) {
  return z.strictObject(members, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `is not a known member; known are ${Object.keys(members).join(", ")}`
        : "must be an object",
  });
}

function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, said(`must be one of ${values.join(", ")}`));
}

function count(minimum: number, message: string) {
  return z.int(said(message)).check(z.minimum(minimum, message));
}
