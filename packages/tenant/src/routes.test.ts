import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startTenant, type RunningTenant } from "./index.js";
import { routes } from "./routes.js";
import type { Route } from "./routes/route.js";
import {
  ada,
  api,
  callback,
  clientId,
  realm,
  realmType,
  testSeed,
  visit,
} from "../test/visitor.js";

let tenant: RunningTenant;
let cookie = "";
let accessToken = "";
let complaints: string[] = [];
beforeAll(async () => {
  const users = [{ email: ada.username, password: ada.password, userId: "auth0|ada" }];
  const seed = { ...testSeed(), users };
  tenant = await startTenant({ port: 0, scryptCost: 2, seed, legacyEndpoints: true });
  const visitor = visit(tenant);
  const audience = `${tenant.url}/api/v2/`;
  const scope = "openid read:current_user update:current_user_metadata";
  await visitor.signIn();
  accessToken = (await visitor.exchange({ audience, scope })).access_token;
  cookie = [...visitor.cookies].map((pair) => pair.join("=")).join("; ");
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    complaints.push(String(text));
    return true;
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await tenant.close();
});

/** What makes most endpoints go on; a request changes a few of them, or adds others. */
const usual = {
  client_id: clientId,
  redirect_uri: callback,
  response_type: "code",
  connection: realm,
  realm,
  credential_type: realmType,
  grant_type: realmType,
  email: "eve@example.com",
  ...ada,
};

const names = [
  ...Object.keys(usual),
  ...wordsOf(`client_secret code code_verifier refresh_token response_mode prompt max_age scope
    audience nonce state code_challenge code_challenge_method login_ticket login_hint screen_hint
    user_metadata app_metadata phone_number send authParams token mfa_token oob_code binding_code
    recovery_code authenticator_types oob_channels otp csrf organization returnTo id_token_hint
    ticket link_with tenant provider subject_token subject_token_type challenge_type kind to after
    authenticator_id user_id ui_locales blocked offset set clients users fault match times`),
];

const likely = fc.constantFrom(
  ...Object.values(usual),
  ...wordsOf(`code token id_token none login web_message form_post openid S256 email sms link
    auth0|ada +15005550006 +15005550001 https:// -1 1e400 NaN __proto__ %ff {} null html500
    password refresh_token authorization_code client_credentials bot+x@example.com
    urn:ietf:params:oauth:grant-type:token-exchange http://auth0.com/oauth/grant-type/mfa-otp
    http://auth0.com/oauth/grant-type/passwordless/otp`),
  api,
  "leaked password",
  "a".repeat(5000),
  "\uD800",
);
const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(0.5, 2 ** 60, "", null, true));
const name = fc.constantFrom(...names);
const changed = (value: fc.Arbitrary<unknown>) => fc.dictionary(name, value, { maxKeys: 4 });
// Half a surrogate pair has no percent-encoding.
const segment = fc.oneof(likely, fc.string({ minLength: 1 })).filter((text) => text !== "\uD800");

const sent = fc.record({
  query: changed(fc.oneof(likely, fc.string())),
  body: changed(fc.oneof(likely, odd)),
  form: fc.boolean(),
  segments: fc.array(segment, { minLength: 3, maxLength: 3 }),
  known: fc.boolean(),
});

type Sent = typeof sent extends fc.Arbitrary<infer Value> ? Value : never;

function requestOf({ method, path }: Route, input: Sent): Request {
  const rest = [...input.segments];
  const place = path.replace(/:\w+(\{.*?\})?/g, () => encodeURIComponent(rest.pop() ?? "x"));
  const body = { ...usual, ...input.body };
  const headers = {
    "content-type": input.form ? "application/x-www-form-urlencoded" : "application/json",
    "x-tenant-token": tenant.adminToken,
    authorization: `Bearer ${input.known ? accessToken : "a.b.c"}`,
    ...(input.known && { cookie }),
  };
  return new Request(`${tenant.url}${place}?${formOf({ ...usual, ...input.query })}`, {
    method,
    headers,
    ...(method !== "GET" && { body: input.form ? formOf(body) : JSON.stringify(body) }),
  });
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/);
}

function formOf(values: Record<string, unknown>): string {
  const pairs = Object.entries(values).map(([key, value]) => [key, String(value)]);
  return new URLSearchParams(pairs).toString();
}

// The inbox answers a waiting call when the time that it is given is over.
const tested = routes.filter(({ path }) => path !== "/_tenant/inbox/wait");

describe("whatever is sent to it", () => {
  it.each(tested.map((route) => [route.method, route.path, route] as const))(
    "%s %s has an answer other than a failure",
    async (_method, _path, route) => {
      const answers = async (input: Sent) => {
        complaints = [];
        const { status } = await tenant.fetch(requestOf(route, input));
        tenant.faults.clear();
        expect({ failed: status >= 500, complaints }).toEqual({ failed: false, complaints: [] });
      };
      await fc.assert(fc.asyncProperty(sent, answers), { numRuns: 150, seed: 1815 });
    },
  );
});
