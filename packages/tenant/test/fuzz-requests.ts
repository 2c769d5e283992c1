import * as fc from "fast-check";
import { ada, api, app, callback, clientId, realm, realmType } from "./visitor.js";

/** One request of any shape, as near to a good one as what breaks servers is. */
export interface FuzzRequest {
  readonly query: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it carries a session and an access token that are good. */
  readonly signedIn: boolean;
  /** What stands for the `:name` parts of a path. */
  readonly pathPart: string;
}

const grant = (name: string) => `http://auth0.com/oauth/grant-type/${name}`;

/** Members of good requests, of all endpoints together: each one finds the endpoint it belongs to. */
const members: Readonly<Record<string, readonly unknown[]>> = {
  client_id: [clientId, "nobody"],
  client_secret: ["secret"],
  response_type: ["code", "token id_token", "id_token"],
  response_mode: ["query", "fragment", "form_post", "web_message"],
  redirect_uri: [callback, "http://evil.example/", "javascript:alert(1)", "not a url"],
  scope: ["openid profile email offline_access", ""],
  audience: [api, "https://nobody.example"],
  state: ["s"],
  nonce: ["n"],
  prompt: ["none", "login", "consent", "select_account"],
  max_age: ["0", "-1", "1e9", "99999999999999999999"],
  code_challenge: ["x".repeat(43), "x"],
  code_challenge_method: ["S256", "plain"],
  code: ["code"],
  code_verifier: ["x".repeat(43)],
  login_ticket: ["ticket"],
  login_hint: [ada.username],
  screen_hint: ["signup"],
  acr_values: ["http://schemas.openid.net/pape/policies/2007/06/multi-factor"],
  organization: ["org_x", "nobody"],
  invitation: ["ticket"],
  connection: [realm, "email", "sms", "google-oauth2", "nobody"],
  realm: [realm, "email", "sms", "nobody"],
  credential_type: [realmType, "password", grant("passwordless/otp")],
  grant_type: [
    "authorization_code",
    "refresh_token",
    "password",
    "client_credentials",
    "urn:ietf:params:oauth:grant-type:token-exchange",
    realmType,
    grant("passwordless/otp"),
    grant("mfa-otp"),
    grant("mfa-oob"),
    grant("mfa-recovery-code"),
    "constructor",
    "__proto__",
  ],
  username: [ada.username, "nobody", "bot+x@example.com"],
  password: [ada.password, "wrong", "leaked"],
  email: [ada.username, "x", "a@b", `${"a".repeat(300)}@example.com`],
  phone_number: ["+15551234567", "+15005550001", "1"],
  send: ["code", "link", "pigeon"],
  otp: ["123456", "000000"],
  verification_code: ["123456"],
  authParams: [{ redirect_uri: callback, state: "s" }, { redirect_uri: "http://evil.example" }],
  user_metadata: [{ plan: "pro" }, { deep: { deep: {} } }],
  link_with: ["a.b.c"],
  refresh_token: ["token"],
  token: ["token"],
  subject_token: ["token"],
  subject_token_type: ["urn:ietf:params:oauth:token-type:id_token"],
  mfa_token: ["token"],
  oob_code: ["code"],
  binding_code: ["123456"],
  recovery_code: ["ABCDEFGHIJKLMNOPQRSTUVWX"],
  challenge_type: ["otp", "oob"],
  authenticator_types: [["otp"], ["oob"], ["pigeon"]],
  oob_channels: [["sms"], ["email"], ["auth0"]],
  authenticator_id: ["totp|dev_x"],
  returnTo: [app, "https://evil.example"],
  ticket: ["ticket"],
  csrf: ["token"],
  wresult: ["ticket"],
  wctx: ['{"state":"s"}', "null", "{"],
  verifier: ["verifier"],
  captcha: ["abc"],
  id_token: ["a.b.c"],
  id_token_hint: ["a.b.c"],
  owp: ["true"],
  ldaps: ["1"],
  fault: ["hang-not"],
};

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "",
    " ",
    "\0",
    "\u2028",
    "'; DROP TABLE users; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "%00%ff",
    "\uD800",
    "x".repeat(5000),
    "__proto__",
    "constructor",
    "null",
  ),
);

const hostileValue = fc.oneof(
  hostile,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, 0, -0, 1e308, [], {}, [[]], { __proto__: null }),
);

const record = fc
  .uniqueArray(fc.constantFrom(...Object.keys(members)), { maxLength: 14 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.tuple(
          fc.constant(name),
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...(members[name] ?? [""])) },
            { weight: 1, arbitrary: hostileValue },
          ),
        ),
      ),
    ),
  )
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>);

const textual = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
const texts = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textual(value)]));

const body = fc.oneof(
  record.map((values) => ({ type: "application/json", body: JSON.stringify(values) })),
  record.map((values) => ({
    type: "application/x-www-form-urlencoded",
    body: new URLSearchParams(texts(values)).toString(),
  })),
  fc.record({
    type: fc.constantFrom(
      "application/json",
      "text/plain",
      "application/x-www-form-urlencoded",
      "",
    ),
    body: fc.oneof(hostile, fc.constantFrom("{", "[]", "null", "[".repeat(20_000), '{"a":1}}')),
  }),
);

const headers = fc.record(
  {
    origin: fc.constantFrom(app, "https://evil.example", "null"),
    authorization: fc.constantFrom(
      "Bearer x",
      "Bearer a.b.c",
      "Bearer a.b.c.d.e",
      "Basic Og==",
      "Basic %%%",
      "Bearer ",
      "Negotiate x",
    ),
    cookie: fc.constantFrom("tenant_session_1=x", "=", "a=b; a=c", "tenant_csrf_1=%"),
    "x-request-language": fc.constantFrom("de-AT", "*", "x".repeat(300)),
    "accept-language": fc.constantFrom("ar", ";;", "x"),
    accept: fc.constantFrom("application/json", "text/html", "*/*"),
  },
  { requiredKeys: [] },
);

/** Requests for any endpoint; what they carry is often good and always somewhere wrong. */
export const fuzzRequest: fc.Arbitrary<FuzzRequest> = fc
  .tuple(record, body, headers, hostile, fc.boolean())
  .map(([query, { type, body: content }, head, part, signedIn]) => ({
    signedIn,
    query: texts(query),
    body: content,
    headers: { ...head, ...(type !== "" && { "content-type": type }) },
    // Half of a surrogate pair cannot stand in a URL.
    pathPart: Buffer.from(part).toString(),
  }));
