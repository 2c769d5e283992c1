import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";

const realmType = "http://auth0.com/oauth/grant-type/password-realm";
const otpType = "http://auth0.com/oauth/grant-type/passwordless/otp";

interface Named {
  readonly clientId: string;
  readonly username: string;
}

/** What `/co/authenticate` is given. */
export type Credentials = Named &
  (
    | { readonly kind: "otp"; readonly code: string; readonly realm: string }
    | {
        readonly kind: "password";
        readonly password: string;
        /** Undefined: the default directory. */
        readonly realm: string | undefined;
      }
  );

/** Throws for an unknown credential type, and for members that are missing or no texts. */
export function readCredentials(values: BodyValues): Credentials {
  const type = text(values, "credential_type");
  switch (type) {
    case otpType: {
      const { client_id, otp, ...read } = requireAll(values, [...named, "otp", "realm"]);
      return { ...read, kind: "otp", clientId: client_id, code: otp };
    }
    case realmType: {
      const { client_id, ...read } = requireAll(values, [...named, "password", "realm"]);
      return { ...read, kind: "password", clientId: client_id };
    }
    case "password":
    case undefined: {
      const { client_id, ...read } = requireAll(values, [...named, "password"]);
      return { ...read, kind: "password", clientId: client_id, realm: undefined };
    }
    default:
      throw new OAuthError(
        400,
        "unsupported_credential_type",
        "Unknown credential type parameter.",
      );
  }
}

const named = ["client_id", "credential_type", "username"] as const;

function requireAll<Name extends string>(
  values: BodyValues,
  names: readonly Name[],
): Record<Name, string> {
  const read = names.map((name) => [name, text(values, name)] as const);
  if (read.every(([, value]) => value !== undefined)) {
    return Object.fromEntries(read) as Record<Name, string>;
  }
  throw new OAuthError(
    400,
    "invalid_request",
    `Invalid request body. All and only of ${names.join(", ")} are required.`,
  );
}
