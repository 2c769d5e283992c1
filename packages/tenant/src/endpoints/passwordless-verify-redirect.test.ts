import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  codeFor,
  otherThan,
  startPasswordlessTenant,
  startSignIn,
} from "../../test/passwordless.js";
import {
  callback,
  clientId,
  fragmentOf,
  jsonOf,
  locationOf,
  newPkce,
  queryOf,
  visit,
  type TokenBody,
  type Visitor,
} from "../../test/visitor.js";
import type { RunningTenant } from "../index.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startPasswordlessTenant();
});
afterAll(() => tenant.close());

const authParams = {
  redirect_uri: callback,
  response_type: "token id_token",
  scope: "openid profile email",
  state: "s-1",
  nonce: "n-1",
};

async function linkFor(email: string, changes: Record<string, string> = {}): Promise<string> {
  const body = { email, send: "link", authParams: { ...authParams, ...changes } };
  const response = await startSignIn(tenant, body);
  expect(response.status).toBe(200);
  return tenant.inbox.list({ to: email, kind: "link" })[0]?.url ?? "";
}

/** What auth0-js sends after `/passwordless/verify`. */
function redirectWith(visitor: Visitor, changes: Record<string, string>) {
  const parameters = { ...authParams, client_id: clientId, connection: "email", ...changes };
  return visitor.request(`/passwordless/verify_redirect?${new URLSearchParams(parameters)}`);
}

describe("GET /passwordless/verify_redirect", () => {
  it("signs a new user in by a link, with a verified address and a session", async () => {
    const email = "new@example.com";
    const visitor = visit(tenant);
    const started = await startSignIn(tenant, { email });
    const { _id } = await jsonOf<{ _id: string }>(started);
    const response = fragmentOf(await visitor.request(await linkFor(email)));
    expect(response.get("state")).toBe("s-1");
    expect(decodeJwt(response.get("id_token") ?? "")).toMatchObject({
      sub: `email|${_id}`,
      email,
      email_verified: true,
      nonce: "n-1",
      sid: expect.any(String) as string,
    });
    const silent = await visitor.authorize({ prompt: "none" });
    expect(queryOf(silent).get("code")).toBeTruthy();
  });

  it("signs a known user in by a code from a text message", async () => {
    const phone_number = "+15551230001";
    await startSignIn(tenant, { connection: "sms", phone_number });
    const verification_code = tenant.inbox.list({ to: phone_number })[0]?.code ?? "";
    const changes = { connection: "sms", phone_number, verification_code };
    const response = fragmentOf(await redirectWith(visit(tenant), changes));
    expect(decodeJwt(response.get("id_token") ?? "").sub).toBe("sms|grace");
  });

  it("verifies the address of a user who had not", async () => {
    const response = fragmentOf(await visit(tenant).request(await linkFor("known@example.com")));
    expect(decodeJwt(response.get("id_token") ?? "")).toMatchObject({
      sub: "email|known",
      email_verified: true,
    });
  });

  it("answers with a code that PKCE binds", async () => {
    const { verifier, challenge } = newPkce();
    const visitor = visit(tenant);
    const changes = {
      response_type: "code",
      code_challenge: challenge,
      code_challenge_method: "S256",
    };
    const response = queryOf(await visitor.request(await linkFor("pkce@example.com", changes)));
    const tokens = await jsonOf<TokenBody>(
      await visitor.exchangeCode(response.get("code") ?? "", verifier),
    );
    expect(decodeJwt(tokens.id_token ?? "")).toMatchObject({ email: "pkce@example.com" });
  });

  it("says of a link that was opened before that it is over", async () => {
    const link = await linkFor("twice@example.com");
    expect(fragmentOf(await visit(tenant).request(link)).get("error")).toBeNull();
    expect(Object.fromEntries(fragmentOf(await visit(tenant).request(link)))).toEqual({
      error: "unauthorized",
      error_description: "The verification code has expired. Please try to login again.",
      state: "s-1",
    });
  });

  it("leaves the link to its reader when a program only looks at it", async () => {
    const link = await linkFor("scanned@example.com");
    const looked = await visit(tenant).request(link, { method: "HEAD" });
    expect([looked.status, looked.headers.get("location")]).toEqual([200, null]);
    expect(fragmentOf(await visit(tenant).request(link)).get("id_token")).toBeTruthy();
  });

  it("answers a wrong code at the callback, and starts no session", async () => {
    const email = "guess@example.com";
    const code = await codeFor(tenant, email);
    const visitor = visit(tenant);
    const response = await redirectWith(visitor, { email, verification_code: otherThan(code) });
    expect(locationOf(response)).toMatch(`${callback}#`);
    expect(Object.fromEntries(fragmentOf(response))).toMatchObject({
      error: "unauthorized",
      error_description: "Wrong email or verification code.",
    });
    expect(visitor.cookies.size).toBe(0);
  });

  it("answers a user who was blocked in the meantime at the callback", async () => {
    const email = "late-block@example.com";
    await tenant.seed({ clients: [], users: [{ connection: "email", email }] });
    const link = await linkFor(email);
    tenant.updateUser(email, { blocked: true });
    expect(Object.fromEntries(fragmentOf(await visit(tenant).request(link)))).toMatchObject({
      error: "unauthorized",
      error_description: "user is blocked",
    });
  });

  it("shows its error page where the address to return to is not allowed, and keeps the code", async () => {
    const email = "open@example.com";
    const verification_code = await codeFor(tenant, email);
    const evil = { email, verification_code, redirect_uri: "https://evil.example/" };
    const refused = await redirectWith(visit(tenant), evil);
    expect([refused.status, refused.headers.get("location")]).toEqual([403, null]);
    expect(await refused.text()).toContain('data-error="unauthorized_client"');
    const good = await redirectWith(visit(tenant), { email, verification_code });
    expect(fragmentOf(good).get("id_token")).toBeTruthy();
  });

  it.each([
    [{ connection: "nowhere" }, "invalid_request"],
    [{ connection: "" }, "bad.connection"],
    [{ organization: "nobody" }, "invalid_request"],
    [{ client_id: "guarded" }, "invalid_request"],
    [{ email: "" }, "bad.email"],
    [{ verification_code: "" }, "bad.verification_code"],
    [{ response_type: "pigeon" }, "unsupported_response_type"],
    [{ audience: "https://nobody.example" }, "access_denied"],
  ])("answers %j at the callback with %s", async (changes, error) => {
    const base = { email: "ann@example.com", verification_code: "123456" };
    const response = await redirectWith(visit(tenant), { ...base, ...changes });
    expect(fragmentOf(response).get("error")).toBe(error);
  });

  it("asks for the second factor that is due before it answers", async () => {
    const email = "mfa+ann@example.com";
    const response = await visit(tenant).request(await linkFor(email));
    expect(response.status).toBe(303);
    expect(locationOf(response)).toMatch(/^\/u\/mfa\?state=[\w-]+$/);
  });
});
