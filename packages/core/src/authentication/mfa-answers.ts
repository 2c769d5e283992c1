import { authError } from "../errors/auth-error.js";
import type { Factor } from "../identity/challenge.js";
import type { JsonObject } from "../transport/request.js";
import { seconds } from "./seconds.js";

/** A second factor that a user has. */
export interface Authenticator {
  readonly id: string;
  readonly factor: Factor;
  /** Whether it may be answered with; a factor that was never confirmed is not. */
  readonly active: boolean;
  /** What the tenant shows of it, such as the end of a phone number. */
  readonly name?: string;
}

/** What was sent to a factor, or what the user types an app's code for. */
export interface MfaChallengeSent {
  readonly type: "otp" | "oob";
  /** Names the challenge at the token endpoint; for `oob` only. */
  readonly oobCode?: string;
  /** Whether the answer is a code to type; without one it is given on the device. */
  readonly needsCode: boolean;
  /** Seconds between two questions whether the user has answered, where the tenant says so. */
  readonly interval?: number;
}

/** A factor that is about to be enrolled; the first right answer confirms it. */
export interface MfaAssociation extends MfaChallengeSent {
  /** The `otpauth://` address of the QR code, and the same to be typed. */
  readonly barcodeUri?: string;
  readonly secret?: string;
  /** Codes that stand in for the factor, each once; with the first factor only. */
  readonly recoveryCodes?: readonly string[];
}

/** Reads the list of GET /mfa/authenticators; kinds that Portico does not know are left out. */
export function readAuthenticators(list: readonly unknown[]): readonly Authenticator[] {
  return list.flatMap((entry) => {
    const found = readAuthenticator(entry);
    return found ? [found] : [];
  });
}

function readAuthenticator(entry: unknown): Authenticator | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const { id, active, name, ...kind } = entry as JsonObject;
  const factor = factorOf(kind);
  if (!isText(id) || !factor) return undefined;
  return { id, factor, active: active === true, ...(isText(name) && { name }) };
}

function factorOf(kind: JsonObject): Factor | undefined {
  const type = kind["authenticator_type"];
  if (type === "otp" || type === "recovery-code") return type;
  if (type !== "oob") return undefined;
  // Newer tenants list the channel.
  const { oob_channel: single, oob_channels: list } = kind;
  const channel: unknown = single ?? (Array.isArray(list) ? list[0] : undefined);
  switch (channel) {
    case "sms":
    case "voice":
    case "email":
      return channel;
    case "auth0":
      return "push";
    default:
      return undefined;
  }
}

/** Reads the answer of POST /mfa/associate. Throws `invalid_response`. */
export function readAssociation(body: JsonObject): MfaAssociation {
  const { secret, barcode_uri: barcodeUri, recovery_codes: recoveryCodes } = body;
  const sent = readSent(body, body["authenticator_type"]);
  // An app without a secret, or a push without its address, is a factor that nobody could ever set up.
  if (!(sent.type === "oob" && sent.needsCode) && !isText(barcodeUri)) {
    throw authError("invalid_response");
  }
  return {
    ...sent,
    ...(isText(secret) && { secret }),
    ...(isText(barcodeUri) && { barcodeUri }),
    ...(Array.isArray(recoveryCodes) && { recoveryCodes: recoveryCodes.filter(isText) }),
  };
}

/** Reads what a challenge of this type needs for an answer. Throws `invalid_response`. */
export function readSent(body: JsonObject, type: unknown): MfaChallengeSent {
  if (type === "otp") return { type, needsCode: true };
  const oobCode = body["oob_code"];
  if (type !== "oob" || !isText(oobCode)) throw authError("invalid_response");
  const interval = seconds(body["interval"]);
  const needsCode = body["binding_method"] === "prompt";
  return { type, oobCode, needsCode, ...(interval !== undefined && { interval }) };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
