import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Fault, RunningTenant } from "../index.js";
import { ada, clientId, realm, startTestTenant, visit, type Visitor } from "../../test/visitor.js";

let tenant: RunningTenant;
let visitor: Visitor;
beforeAll(async () => {
  tenant = await startTestTenant();
  visitor = visit(tenant);
});
afterEach(() => tenant.faults.clear());
afterAll(() => tenant.close());

const path = "/co/authenticate";
const lastFaults = () => tenant.requests().at(-1)?.faults;

describe("refused sign-ins", () => {
  const tokenRequest = {
    grant_type: "http://auth0.com/oauth/grant-type/password-realm",
    client_id: clientId,
    realm,
    ...ada,
  };
  const signup = { client_id: clientId, connection: realm, email: "b@example.com", password: "x" };
  const start = { client_id: clientId, connection: "email", send: "code", email: "b@example.com" };
  const classic = { client_id: clientId, connection: realm, ...ada };

  it.each<[string, object, Fault, number, object]>([
    [path, {}, "requires_verification", 401, { error: "requires_verification" }],
    [path, {}, "requires_validation", 401, { error: "requires_validation" }],
    [path, {}, "password_leaked", 401, { error: "password_leaked" }],
    [path, {}, "blocked", 403, { error: "blocked_user", error_description: "Blocked user" }],
    [path, {}, "mfa_required", 403, { error: "mfa_required" }],
    ["/oauth/token", tokenRequest, "password_leaked", 401, { error: "password_leaked" }],
    [
      "/oauth/token",
      tokenRequest,
      "requires_verification",
      401,
      {
        error: "requires_verification",
        error_description: "Suspicious request requires verification",
      },
    ],
    [
      "/oauth/token",
      tokenRequest,
      "blocked",
      401,
      { error: "unauthorized", error_description: "user is blocked" },
    ],
    [
      "/oauth/token",
      tokenRequest,
      "mfa_required",
      403,
      {
        error: "mfa_required",
        error_description: "Multifactor authentication required",
        mfa_token: expect.any(String) as string,
      },
    ],
    [
      "/dbconnections/signup",
      signup,
      "password_leaked",
      400,
      { name: "AnomalyDetected", code: "password_leaked" },
    ],
    ["/passwordless/start", start, "blocked", 401, { error: "server_error" }],
    ["/usernamepassword/login", classic, "blocked", 403, { code: "blocked_user", statusCode: 403 }],
  ])("%s answers %j to %s in its own shape", async (endpoint, body, fault, status, members) => {
    tenant.faults.add({ fault });
    const response =
      endpoint === path ? await visitor.coAuthenticate() : await visitor.postJson(endpoint, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(members);
    expect(lastFaults()).toEqual([fault]);
    expect((await visitor.coAuthenticate()).status).toBe(200);
  });

  it("look like those that have a reason", async () => {
    const leaked = "leaked-Password-1";
    const account = { ...signup, email: "c@example.com" };
    const requests: [Fault, (real: boolean) => Promise<Response>][] = [
      [
        "blocked",
        (real) => visitor.coAuthenticate(real ? { username: "blocked@example.com" } : {}),
      ],
      [
        "blocked",
        (real) =>
          visitor.postJson("/oauth/token", {
            ...tokenRequest,
            ...(real && { username: "blocked@example.com" }),
          }),
      ],
      ["password_leaked", (real) => visitor.coAuthenticate(real ? { password: leaked } : {})],
      [
        "password_leaked",
        () => visitor.postJson("/dbconnections/signup", { ...account, password: leaked }),
      ],
    ];
    for (const [fault, send] of requests) {
      const real = await send(true);
      tenant.faults.add({ fault });
      const played = await send(false);
      expect(lastFaults()).toEqual([fault]);
      expect([played.status, await played.json()]).toEqual([real.status, await real.json()]);
    }
  });

  it("stay for a request that can be refused like that", async () => {
    tenant.faults.add({ fault: "mfa_required" });
    expect((await visitor.request("/.well-known/jwks.json")).status).toBe(200);
    expect((await visitor.request("/authorize?client_id=x")).status).toBe(400);
    expect((await visitor.coAuthenticate()).status).toBe(403);
  });
});
