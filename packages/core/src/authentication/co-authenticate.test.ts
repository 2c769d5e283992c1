import { afterEach, expect, test, vi } from "vitest";
import { answering, type Answer } from "../../test/answering.js";
import { coAuthenticate, type Credentials, type LoginTicket } from "./co-authenticate.js";

const tenant = { origin: "https://tenant.example", clientId: "app", requestDeadline: 15_000 };
const byPassword = { username: "ada", password: "p", realm: "users" };
const byCode = { username: "+15550123", otp: "123456", realm: "sms" };

afterEach(() => vi.unstubAllGlobals());

test.each<[string, Credentials, string]>([
  ["a password", byPassword, "password-realm"],
  ["a code", byCode, "passwordless/otp"],
])("trades %s for a ticket, and takes the tenant's cookie", async (_, credentials, kind) => {
  const sent = answering([200, { login_ticket: "t" }]);
  expect(await coAuthenticate(tenant, credentials, {})).toEqual({ ticket: "t" });
  expect(sent).toMatchObject([
    {
      url: "https://tenant.example/co/authenticate",
      init: { method: "POST", credentials: "include" },
    },
  ]);
  expect(sent[0]?.fields).toEqual({
    client_id: "app",
    credential_type: `http://auth0.com/oauth/grant-type/${kind}`,
    ...credentials,
  });
});

test.each<[object, LoginTicket]>([
  [
    { co_id: "i", co_verifier: "v" },
    { ticket: "t", id: "i", verifier: "v" },
  ],
  // One is worth nothing without the other.
  [{ co_id: "i" }, { ticket: "t" }],
  [{ co_verifier: "v" }, { ticket: "t" }],
  [{ co_id: "i", co_verifier: 1 }, { ticket: "t" }],
  [{ co_id: 1, co_verifier: "v" }, { ticket: "t" }],
  [{ access_token: "at" }, { ticket: "t" }],
])("reads what comes beside a ticket: %j", async (beside, ticket) => {
  answering([200, { login_ticket: "t", ...beside }]);
  expect(await coAuthenticate(tenant, byPassword, {})).toStrictEqual(ticket);
});

test.each([{}, { login_ticket: "" }, { login_ticket: 1 }, { login_ticket: null }])(
  "%j is no ticket",
  async (body) => {
    answering([200, body]);
    await expect(coAuthenticate(tenant, byPassword, {})).rejects.toMatchObject({
      code: "invalid_response",
    });
  },
);

const refused: Answer = [403, { code: "access_denied" }];
test.each<[Credentials, Answer, string]>([
  [byPassword, refused, "invalid_credentials"],
  [byCode, refused, "invalid_otp"],
  [byPassword, [401, { code: "unauthorized_client" }], "unauthorized_client"],
])("for %j, %j is %s", async (credentials, answer, code) => {
  answering(answer);
  await expect(coAuthenticate(tenant, credentials, {})).rejects.toMatchObject({ code });
});

test("ends at the caller's wish", async () => {
  const sent = answering([200, { login_ticket: "t" }]);
  const call = coAuthenticate(tenant, byPassword, { signal: AbortSignal.abort() });
  await expect(call).rejects.toMatchObject({ code: "aborted" });
  expect(sent).toEqual([]);
});
