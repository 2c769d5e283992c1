import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import type { OobChannel } from "../state/authenticators.js";
import type { User } from "../state/users.js";
import { isEmail, isPhoneNumber } from "./contact-address.js";
import type { NewFactor } from "./mfa-enrollment.js";
import { newTotpSecret } from "./mfa-totp.js";

const channels: readonly OobChannel[] = ["sms", "voice", "auth0", "email"];

/** The factor that the body of `/mfa/associate` asks for. Throws for one that does not exist. */
export function readNewFactor(values: BodyValues, user: User): NewFactor {
  const types = listOf(values["authenticator_types"]);
  if (types.includes("otp")) return { type: "otp", secret: newTotpSecret() };
  if (!types.includes("oob")) {
    throw invalid("authenticator_types must name one of: otp, oob");
  }
  const wanted = listOf(values["oob_channels"]);
  const channel = channels.find((known) => wanted.includes(known));
  if (!channel) throw invalid(`oob_channels must name one of: ${channels.join(", ")}`);
  return { type: "oob", channel, address: readAddress(channel, values, user) };
}

function readAddress(channel: OobChannel, values: BodyValues, user: User): string | null {
  switch (channel) {
    case "auth0":
      return null;
    case "sms":
    case "voice":
      return readPhoneNumber(values);
    case "email":
      return readEmail(values, user);
    default:
      return channel satisfies never;
  }
}

function readPhoneNumber(values: BodyValues): string {
  const number = text(values, "phone_number");
  if (number === undefined) throw invalid("Missing required parameter: phone_number");
  if (isPhoneNumber(number)) return number;
  throw new OAuthError(400, "invalid_phone_number", "The phone number is invalid.");
}

function readEmail(values: BodyValues, user: User): string {
  const email = text(values, "email") ?? user.email;
  if (email === null) throw invalid("Missing required parameter: email");
  if (isEmail(email)) return email.trim();
  throw invalid("The email is invalid.");
}

/** Some clients send a list, some a single name. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function invalid(description: string): OAuthError {
  return new OAuthError(400, "invalid_request", description);
}
