import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeFor, otpType, startPasswordlessTenant } from "../../test/passwordless.js";
import { clientId, jsonOf, queryOf, realm, visit, type TokenBody } from "../../test/visitor.js";
import type { RunningTenant } from "../index.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startPasswordlessTenant();
});
afterAll(() => tenant.close());

function exchange(changes: Record<string, string>, visitor = visit(tenant)) {
  return visitor.postForm("/oauth/token", {
    grant_type: otpType,
    client_id: clientId,
    realm: "email",
    scope: "openid email offline_access",
    ...changes,
  });
}

describe("the grant passwordless/otp", () => {
  it("exchanges a code for tokens, once, and starts no session", async () => {
    const username = "ann@example.com";
    const otp = await codeFor(tenant, username);
    const visitor = visit(tenant);
    const tokens = await jsonOf<TokenBody>(await exchange({ username, otp }, visitor));
    expect(tokens.refresh_token).toBeTruthy();
    expect(decodeJwt(tokens.id_token ?? "")).toMatchObject({
      sub: expect.stringMatching(/^email\|[0-9a-f]{24}$/) as string,
      email: username,
      email_verified: true,
    });
    expect(queryOf(await visitor.authorize({ prompt: "none" })).get("error")).toBe(
      "login_required",
    );
    const again = await exchange({ username, otp });
    expect(again.status).toBe(403);
    expect(await again.json()).toEqual({
      error: "invalid_grant",
      error_description: "The verification code has expired. Please try to login again.",
    });
  });

  it("finds the same user again", async () => {
    const username = "bea@example.com";
    const subjects = [];
    for (let round = 0; round < 2; round += 1) {
      const otp = await codeFor(tenant, username);
      const tokens = await jsonOf<TokenBody>(await exchange({ username, otp }));
      subjects.push(decodeJwt(tokens.id_token ?? "").sub);
    }
    expect(subjects[0]).toBe(subjects[1]);
  });

  it("asks for the second factor that is due", async () => {
    const username = "mfa+ann@example.com";
    const otp = await codeFor(tenant, username);
    const response = await exchange({ username, otp });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      error: "mfa_required",
      mfa_token: expect.any(String) as string,
    });
  });

  it.each([
    [{ otp: "" }, 400, "invalid_request", "Missing required parameter: otp"],
    [{ username: "" }, 400, "invalid_request", "Missing required parameter: username"],
    [{ realm: "" }, 400, "invalid_request", "Missing required parameter: realm"],
    [{ realm: "nowhere" }, 400, "invalid_request", "Unknown realm nowhere."],
    [{ realm }, 400, "invalid_request", "The realm does not sign in by a code."],
    [
      { client_id: "guarded" },
      400,
      "invalid_request",
      "The connection is not enabled for this client.",
    ],
    [{ client_id: "server" }, 401, "access_denied", "Unauthorized"],
    [{}, 403, "invalid_grant", "Wrong email or verification code."],
    [{ realm: "sms" }, 403, "invalid_grant", "Wrong phone number or verification code."],
    [
      { username: "bot+ann@example.com" },
      401,
      "requires_verification",
      "Suspicious request requires verification",
    ],
    [
      { audience: "https://nobody.example" },
      403,
      "access_denied",
      "Service not found: https://nobody.example",
    ],
  ])("answers %j with %i %s: %s", async (changes, status, error, error_description) => {
    const response = await exchange({ username: "nobody@example.com", otp: "123456", ...changes });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error, error_description });
  });
});
