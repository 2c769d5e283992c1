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
  ours: "application/x-www-form-urlencoded",
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

export const organizationOfReset: Exception = {
  reason: "auth0-js drops the organization, whose branding the message should have",
  request: "POST /dbconnections/change_password",
  fields: ["body.organization"],
  ours: "any",
  theirs: undefined,
};

export const codeHasNoWayBack: Exception = {
  reason: "a code that is typed into this page comes back to no address",
  request: "POST /passwordless/start",
  fields: [
    "body.authParams.redirect_uri",
    "body.authParams.response_type",
    "body.authParams.scope",
    "body.authParams.state",
    "body.authParams.nonce",
  ],
  ours: undefined,
  theirs: "any",
};

export const noPreflightForCountry: Exception = {
  reason: "a request without headers of its own needs no preflight",
  request: "GET /user/geoloc/country",
  fields: ["preflight"],
  ours: "false",
  theirs: "true",
};
