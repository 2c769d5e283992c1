import { authError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import { request, type JsonObject } from "../transport/request.js";
import type { Tenant } from "./tenant.js";

/** What a captcha may have to be solved before. */
export type CaptchaKind = "login" | "signup" | "change-password" | "passwordless";

/** Who makes the captcha. */
export type CaptchaProvider = (typeof providers)[number];

/** Whether a captcha has to be solved first, and what a page needs to show it. */
export type CaptchaChallenge =
  | { readonly required: false }
  | {
      readonly required: true;
      readonly provider: CaptchaProvider;
      /** A `data:` address of the picture whose text is to be typed; of the tenant's own captcha. */
      readonly image?: string;
      /** What the provider's script is told. */
      readonly siteKey?: string;
      /** The part of the provider's host name that is the tenant's; letters, digits and hyphens only. */
      readonly clientSubdomain?: string;
    };

const providers = [
  "auth0",
  "auth0_v2",
  "recaptcha_v2",
  "recaptcha_enterprise",
  "hcaptcha",
  "friendly_captcha",
  "arkose",
] as const;

const paths: Readonly<Record<CaptchaKind, string>> = {
  login: "/usernamepassword/challenge",
  signup: "/dbconnections/signup/challenge",
  "change-password": "/dbconnections/change_password/challenge",
  passwordless: "/passwordless/challenge",
};

/** Asks the tenant for a captcha: POST …/challenge. The call that follows has to send the same `state`. */
export async function captchaChallenge(
  tenant: Tenant,
  kind: CaptchaKind,
  state: string,
  { signal }: CallOptions,
): Promise<CaptchaChallenge> {
  const body = await request({
    url: `${tenant.origin}${paths[kind]}`,
    endpoint: "challenge",
    deadline: tenant.requestDeadline,
    signal,
    json: { client_id: tenant.clientId, state },
  });
  if (body["required"] === false) return { required: false };
  return readChallenge(body);
}

/** A page puts these into addresses, so each has to look like what it is. */
function readChallenge({
  required,
  provider,
  image,
  siteKey,
  clientSubdomain,
}: JsonObject): CaptchaChallenge {
  const known = providers.find((name) => name === provider);
  const isSound =
    required === true &&
    isAbsentOr(image, /^data:image\//) &&
    isAbsentOr(siteKey, /^[\w-]+$/) &&
    isAbsentOr(clientSubdomain, /^[a-z\d-]+$/i);
  if (!known || !isSound) throw authError("invalid_response");
  return {
    required: true,
    provider: known,
    ...(typeof image === "string" && { image }),
    ...(typeof siteKey === "string" && { siteKey }),
    ...(typeof clientSubdomain === "string" && { clientSubdomain }),
  };
}

function isAbsentOr(value: unknown, shape: RegExp): boolean {
  return value === undefined || value === null || (typeof value === "string" && shape.test(value));
}
