import type { Exception } from "../compare.js";

/** Where our requests are meant to differ from those of auth0-js. */
export const telemetryHeader: Exception = {
  reason: "we name no library to the tenant: the header costs a preflight and tells about the app",
  fields: ["header.auth0-client"],
  ours: undefined,
  theirs: "(telemetry)",
};

export const telemetryParameter: Exception = {
  ...telemetryHeader,
  reason: "we name no library to the tenant",
  fields: ["query.auth0Client"],
};

export const formEncoding: Exception = {
  reason: "a form is what RFC 6749 section 4 asks for, and needs no preflight",
  request: "POST /oauth/token",
  fields: ["header.content-type"],
  ours: "application/x-www-form-urlencoded;charset=UTF-8",
  theirs: "application/json",
};

export const noPreflight: Exception = {
  ...formEncoding,
  fields: ["preflight"],
  ours: "false",
  theirs: "true",
};

/** The keys that an ID token is verified with. */
const keys = { request: "GET /.well-known/jwks.json", fields: ["(count)"] };

export const everyTokenVerified: Exception = {
  ...keys,
  reason: "auth0-js takes the token endpoint's ID token unverified",
  ours: "1",
  theirs: "0",
};

export const keysRemembered: Exception = {
  ...keys,
  reason: "auth0-js fetches the keys anew for every ID token",
  ours: "0",
  theirs: "1",
};

export const bodylessGet: Exception = {
  reason: "a request without a body needs no content type",
  fields: ["header.content-type"],
  ours: undefined,
  theirs: "application/json",
};
