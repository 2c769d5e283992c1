import type { Exception } from "../compare.js";

/** Where our requests are meant to differ from those of auth0-spa-js. */
export const telemetryHeader: Exception = {
  reason: "we name no library to the tenant: the header costs a preflight and tells about the app",
  request: "POST /oauth/token",
  fields: ["header.auth0-client"],
  ours: undefined,
  theirs: "(telemetry)",
};

export const noPreflight: Exception = {
  reason: "without the telemetry header a form needs no preflight",
  request: "POST /oauth/token",
  fields: ["preflight"],
  ours: "false",
  theirs: "true",
};

export const telemetryParameter: Exception = {
  reason: "we name no library to the tenant",
  fields: ["query.auth0Client"],
  ours: undefined,
  theirs: "(telemetry)",
};

export const everyTokenVerified: Exception = {
  reason: "auth0-spa-js checks no signature",
  request: "GET /.well-known/jwks.json",
  fields: ["(count)"],
  ours: "1",
  theirs: "0",
};

export const usualMode: Exception = {
  reason: "a code comes back by query unless told otherwise (RFC 6749 section 4.1.2)",
  request: "GET /authorize",
  fields: ["query.response_mode"],
  ours: undefined,
  theirs: "query",
};

export const scopeOfRefresh: Exception = {
  reason: "a renewal names its scope, so that every token answers to what was asked for",
  request: "POST /oauth/token",
  fields: ["body.scope"],
  ours: "openid profile email offline_access",
  theirs: undefined,
};

export const addressOfRefresh: Exception = {
  reason: "a refresh has no redirect URI (RFC 6749 section 6)",
  request: "POST /oauth/token",
  fields: ["body.redirect_uri"],
  ours: undefined,
  theirs: "any",
};

export const revocationTelemetry: Exception = {
  ...telemetryHeader,
  request: "POST /oauth/revoke",
};

export const revocationPreflight: Exception = {
  ...noPreflight,
  request: "POST /oauth/revoke",
};

export const popupComesBack: Exception = {
  ...usualMode,
  reason: "our popup comes back to a page of the app, which can hand the answer on",
  theirs: "web_message",
};
