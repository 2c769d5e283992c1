import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { otpType, startPasswordlessTenant } from "../../test/passwordless.js";
import { app, realm, visit } from "../../test/visitor.js";
import type { RunningTenant } from "../index.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startPasswordlessTenant();
  const lists = { callbacks: [], webOrigins: [app], logoutUrls: [] };
  const aloof = { ...lists, clientId: "aloof", name: "Aloof", crossOriginLogin: false };
  await tenant.seed({ clients: [aloof] });
});
afterAll(() => tenant.close());

describe("POST /co/authenticate", () => {
  const leaked =
    "This login attempt has been blocked because the password you're using was previously " +
    "disclosed through a data breach (not in this application).";
  const required = (...names: string[]) =>
    `Invalid request body. All and only of client_id, credential_type, ${names.join(", ")} are required.`;
  const byCode = { credential_type: otpType, realm: "email", password: undefined };
  const code = { ...byCode, username: "ann@example.com", otp: "123456" };
  const phone = { ...code, realm: "sms", username: "+15551230001" };

  it.each([
    [{ password: "" }, 400, "invalid_request", required("username", "password", "realm")],
    [{ password: 1 }, 400, "invalid_request", required("username", "password", "realm")],
    [{ realm: undefined }, 400, "invalid_request", required("username", "password", "realm")],
    [
      { credential_type: "password", realm: undefined, password: "" },
      400,
      "invalid_request",
      required("username", "password"),
    ],
    [{ credential_type: undefined }, 400, "invalid_request", required("username", "password")],
    [{ client_id: undefined }, 400, "invalid_request", required("username", "password", "realm")],
    [byCode, 400, "invalid_request", required("username", "otp", "realm")],
    [{ ...code, otp: 123456 }, 400, "invalid_request", required("username", "otp", "realm")],
    [{ ...code, realm: undefined }, 400, "invalid_request", required("username", "otp", "realm")],
    [
      { realm: "non-existent-connection" },
      400,
      "invalid_request",
      "Unknown realm non-existent-connection.",
    ],
    [{ ...code, realm: "nowhere" }, 400, "invalid_request", "Unknown realm nowhere."],
    [
      { client_id: "guarded" },
      400,
      "invalid_request",
      "The connection is not enabled for this client.",
    ],
    [
      { credential_type: "fingerprint" },
      400,
      "unsupported_credential_type",
      "Unknown credential type parameter.",
    ],
    [{ client_id: "nobody" }, 401, "unauthorized_client", "Cross origin login not allowed."],
    [{ client_id: "aloof" }, 401, "unauthorized_client", "Cross origin login not allowed."],
    [{ password: "a leaked one" }, 401, "password_leaked", leaked],
    [
      { username: "bot+ann@example.com" },
      401,
      "requires_verification",
      "Suspicious request requires verification",
    ],
    [{ password: "wrong" }, 403, "access_denied", "Wrong email or password."],
    [code, 403, "access_denied", "Wrong email or verification code."],
    [phone, 403, "access_denied", "Wrong phone number or verification code."],
    [{ realm: "email" }, 403, "access_denied", "Authentication error"],
    [{ ...code, realm }, 403, "access_denied", "Authentication error"],
    [{ username: "blocked@example.com" }, 403, "blocked_user", "Blocked user"],
  ])("refuses %j with %i %s: %s", async (changes, status, error, error_description) => {
    const response = await visit(tenant).coAuthenticate(changes);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error, error_description });
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  it("refuses pages of other origins in plain text", async () => {
    const response = await visit(tenant).coAuthenticate({}, { origin: "https://test.app" });
    expect(response.status).toBe(403);
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(await response.text()).toBe("Origin https://test.app is not allowed.");
  });

  it("blocks an address from which too many sign-ins failed, for passwords and codes", async () => {
    const wary = await startPasswordlessTenant({ suspiciousIpLimit: 2 });
    const attempt = (changes: Record<string, unknown>) => visit(wary).coAuthenticate(changes);
    await attempt({ password: "wrong" });
    await attempt(code);
    for (const changes of [{}, code]) {
      const refused = await attempt(changes);
      expect(refused.status).toBe(429);
      expect(await refused.json()).toEqual({
        error: "too_many_attempts",
        error_description:
          "We have detected suspicious login behavior and further attempts will be blocked. " +
          "Please contact the administrator.",
      });
    }
    await wary.close();
  });
});
