import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  codeFor,
  confidential,
  startPasswordlessTenant,
  startSignIn,
} from "../../test/passwordless.js";
import { app, ascending, callback, clientId, jsonOf, realm, visit } from "../../test/visitor.js";
import type { RunningTenant } from "../index.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startPasswordlessTenant();
});
afterAll(() => tenant.close());

const email = "ann@example.com";
const phone = { connection: "sms", phone_number: "+15551230001" };

describe("POST /passwordless/start", () => {
  it("sends a code of six digits by mail", async () => {
    const response = await startSignIn(tenant, { email: " Ann@Example.com " });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      _id: expect.stringMatching(/^[0-9a-f]{24}$/) as string,
      email,
      email_verified: false,
    });
    expect(tenant.inbox.list({ to: email })[0]).toMatchObject({
      kind: "code",
      code: expect.stringMatching(/^\d{6}$/) as string,
      clientId,
    });
  });

  it("sends a code by text message, whatever is asked for", async () => {
    for (const send of ["code", "link", null]) {
      const response = await startSignIn(tenant, { ...phone, send });
      expect(await response.json()).toEqual({
        _id: "grace",
        phone_number: phone.phone_number,
        phone_verified: true,
      });
      const [message] = tenant.inbox.list({ to: phone.phone_number });
      expect(message).toMatchObject({
        kind: "sms",
        code: expect.stringMatching(/^\d{6}$/) as string,
      });
    }
  });

  it.each([undefined, null, "link"])("sends a link by mail where send is %s", async (send) => {
    await startSignIn(tenant, { email, send });
    const [message] = tenant.inbox.list({ to: email });
    expect(message).toMatchObject({ kind: "link" });
    expect(message).not.toHaveProperty("code");
  });

  it("builds the link from the tenant's address and what the client asked for", async () => {
    const authParams = {
      scope: "openid",
      state: "s-1",
      nonce: "n-1",
      redirect_uri: callback,
      response_type: "token id_token",
      email: "somebody-else@example.com",
      client_id: "other",
      nested: { a: 1 },
    };
    await startSignIn(tenant, { email, send: "link", authParams }, { origin: app, host: "evil" });
    const url = new URL(tenant.inbox.list({ to: email })[0]?.url ?? "");
    expect(url.origin + url.pathname).toBe(`${tenant.url}/passwordless/verify_redirect`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      scope: "openid",
      state: "s-1",
      nonce: "n-1",
      redirect_uri: callback,
      response_type: "token id_token",
      email,
      client_id: clientId,
      connection: "email",
      verification_code: expect.stringMatching(/^\d{6}$/) as string,
    });
  });

  it("leads a link without authParams to the client's first callback, with a code", async () => {
    await startSignIn(tenant, { email, send: "link" });
    const { searchParams } = new URL(tenant.inbox.list({ to: email })[0]?.url ?? "");
    expect(searchParams.get("redirect_uri")).toBe(app);
    expect(searchParams.get("response_type")).toBe("code");
  });

  it("notes the language that was asked for", async () => {
    await startSignIn(tenant, { email }, { origin: app, "x-request-language": "de-AT" });
    expect(tenant.inbox.list({ to: email })[0]?.locale).toBe("de-AT");
  });

  it("names the user that the address belongs to", async () => {
    const response = await startSignIn(tenant, { email: "known@example.com" });
    expect(await response.json()).toMatchObject({ _id: "known", email_verified: false });
  });

  it("takes a confidential client with its secret", async () => {
    expect((await startSignIn(tenant, { ...confidential, email })).status).toBe(200);
    const wrong = { ...confidential, client_secret: "wrong" };
    expect((await startSignIn(tenant, { ...wrong, email })).status).toBe(401);
  });

  const target = { redirect_uri: "https://evil.example/" };
  it.each([
    [{ client_id: undefined }, 400, "bad.client_id", "Missing required property: client_id"],
    [{ client_id: "nobody" }, 400, "bad.client_id", "The client does not exist"],
    [
      { client_id: 1 },
      400,
      "bad.client_id",
      "error in client_id - invalid type: number (expected string)",
    ],
    [{ client_id: "server" }, 403, "unauthorized_client", "Client authentication is required"],
    [
      { foo: 1, __proto: 2 },
      400,
      "bad.request",
      "the following properties are not allowed: foo, __proto",
    ],
    [{ connection: undefined }, 400, "bad.connection", "Missing required property: connection"],
    [{ connection: "nowhere" }, 400, "bad.connection", "Connection does not exist"],
    [{ client_id: "guarded" }, 400, "bad.connection", "Connection is disabled"],
    [
      { connection: realm },
      400,
      "bad.connection",
      "Invalid connection strategy. It must either be a passwordless connection",
    ],
    [
      { connection: "sms", phone_number: "+15559990000" },
      400,
      "bad.connection",
      "Public signup is disabled",
    ],
    [{ email: undefined }, 400, "bad.email", "Missing required property: email"],
    [{ email: "foo" }, 400, "bad.email", "error in email - email format validation failed: foo"],
    [
      { email: [email] },
      400,
      "bad.email",
      "error in email - invalid type: array (expected string)",
    ],
    [{ connection: "sms" }, 400, "bad.phone_number", "Missing required property: phone_number"],
    [
      { connection: "sms", phone_number: "5551230001" },
      400,
      "bad.phone_number",
      "String does not match pattern: ^\\+[0-9]{1,15}$",
    ],
    [{ send: "pigeon" }, 400, "bad.send", "error in send - No enum match for: pigeon"],
    [
      { authParams: "scope=openid" },
      400,
      "bad.authParams",
      "error in authParams - invalid type: string (expected object)",
    ],
    [
      { send: "link", authParams: target },
      400,
      "bad.authParams",
      "error in authParams - redirect_uri: https://evil.example/ is not in the list of allowed callback URLs",
    ],
    [
      { connection: "sms", phone_number: "+15005550001" },
      400,
      "sms_provider_error",
      "The 'To' number +15005550001 is not a valid phone number. (Code: 21211)",
    ],
    [{ email: "barred@example.com" }, 401, "server_error", "user is blocked"],
    [{ email: "blocked+ann@example.com" }, 401, "server_error", "user is blocked"],
  ])("answers %j with %i %s: %s", async (changes, status, error, error_description) => {
    const sent = tenant.inbox.list().length;
    const response = await startSignIn(tenant, { email, ...changes });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error, error_description });
    expect(tenant.inbox.list()).toHaveLength(sent);
  });

  it("minds no redirect_uri where a code is sent: nothing leads there", async () => {
    expect((await startSignIn(tenant, { email, authParams: target })).status).toBe(200);
  });

  it("answers a body that is no JSON object with 400", async () => {
    const visitor = visit(tenant);
    expect((await visitor.postJson("/passwordless/start", [])).status).toBe(400);
    expect((await visitor.postForm("/passwordless/start", { email })).status).toBe(400);
  });

  it("refuses pages of other origins before it sends anything", async () => {
    const to = "foreign@example.com";
    const response = await startSignIn(tenant, { email: to }, { origin: "https://evil.example" });
    expect(response.status).toBe(403);
    expect(tenant.inbox.list({ to })).toEqual([]);
  });

  it("sends to addresses with a trigger word like to any other while triggers are off", async () => {
    const strict = await startPasswordlessTenant({ triggers: false });
    expect((await startSignIn(strict, { email: "blocked+ann@example.com" })).status).toBe(200);
    await strict.close();
  });
});

describe("the limit of /passwordless/start", () => {
  it("is counted for each address, and for a minute", async () => {
    const limited = await startPasswordlessTenant({ passwordlessStartLimit: 2 });
    const statuses = async (to: string, times: number) => {
      const responses = Array.from({ length: times }, () => startSignIn(limited, { email: to }));
      return (await Promise.all(responses)).map((response) => response.status).toSorted(ascending);
    };
    expect(await statuses(email, 3)).toEqual([200, 200, 429]);
    const response = await startSignIn(limited, { email });
    expect(await jsonOf<{ error: string }>(response)).toMatchObject({ error: "too_many_requests" });
    expect(await statuses("bob@example.com", 1)).toEqual([200]);
    limited.clock.offset(60_000);
    expect(await statuses(email, 1)).toEqual([200]);
    await limited.close();
  });
});

describe("a new code", () => {
  it("ends the one before it", async () => {
    const first = await codeFor(tenant, "twice@example.com");
    const second = await codeFor(tenant, "twice@example.com");
    const verify = (code: string) =>
      visit(tenant).postJson("/passwordless/verify", {
        connection: "email",
        email: "twice@example.com",
        verification_code: code,
      });
    // One in a million is sent twice.
    expect((await verify(first)).status).toBe(first === second ? 200 : 401);
    expect((await verify(second)).status).toBe(200);
  });
});
