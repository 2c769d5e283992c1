import { expect } from "vitest";
import { callback } from "./client-browser.js";
import { clientId } from "./client-page.js";

const api = "https://api.portico.example";

/** What an address asks for. */
export const parametersOf = (address = "") => Object.fromEntries(new URL(address).searchParams);

/** What every one of a client that is told nothing asks for. */
export const always = {
  client_id: clientId,
  response_type: "code",
  redirect_uri: callback,
  scope: "openid profile email",
  state: expect.any(String),
  nonce: expect.any(String),
  code_challenge: expect.any(String),
  code_challenge_method: "S256",
};
/** Everything that a visit at the tenant's pages may ask for, and how it travels. */
export const everything = {
  audience: api,
  scope: "read:projects",
  organization: "analytical-society",
  connection: "google-oauth2",
  connectionScope: ["calendar", "contacts"],
  invitation: "ticket-1",
  loginHint: "ada@example.com",
  screenHint: "signup",
  prompt: "select_account",
  maxAge: 0,
  acrValues: "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
  uiLocales: "fr de",
  nonce: "own-nonce",
  extra: { ext_theme: "dark", client_id: "evil", connection: "evil", state: "evil" },
} as const;
export const everythingSent = {
  ...always,
  audience: api,
  scope: "openid read:projects",
  organization: "analytical-society",
  connection: "google-oauth2",
  connection_scope: "calendar,contacts",
  invitation: "ticket-1",
  login_hint: "ada@example.com",
  screen_hint: "signup",
  prompt: "select_account",
  max_age: "0",
  acr_values: "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
  ui_locales: "fr de",
  nonce: "own-nonce",
  ext_theme: "dark",
};
