import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  codeFor,
  otherThan,
  otpType,
  startPasswordlessTenant,
  startSignIn,
} from "../../test/passwordless.js";
import { queryOf, visit } from "../../test/visitor.js";
import type { RunningTenant } from "../index.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startPasswordlessTenant();
});
afterAll(() => tenant.close());

describe("POST /co/authenticate with a code", () => {
  const attempt = (username: string, otp: string, connection = "email") =>
    visit(tenant).coAuthenticate({
      credential_type: otpType,
      realm: connection,
      username,
      otp,
      password: undefined,
    });

  it("answers a right one with a ticket that signs in by that connection, once", async () => {
    const visitor = visit(tenant);
    const username = "Ann@example.com";
    const otp = await codeFor(tenant, username);
    const changes = { credential_type: otpType, realm: "email", password: undefined };
    await visitor.signIn({ ...changes, username, otp });
    expect(queryOf(await visitor.authorize({ prompt: "none" })).get("code")).toBeTruthy();
    const again = await attempt(username, otp);
    expect(again.status).toBe(403);
    expect(await again.json()).toEqual({
      error: "access_denied",
      error_description: "The verification code has expired. Please try to login again.",
    });
  });

  it("takes one from a text message", async () => {
    const phone_number = "+15551230001";
    await startSignIn(tenant, { connection: "sms", phone_number });
    const code = tenant.inbox.list({ to: phone_number })[0]?.code ?? "";
    expect((await attempt(phone_number, code, "sms")).status).toBe(200);
  });

  it("takes the one out of a link as well", async () => {
    await startSignIn(tenant, { email: "link@example.com", send: "link" });
    const [message] = tenant.inbox.list({ to: "link@example.com" });
    const code = new URL(message?.url ?? "").searchParams.get("verification_code") ?? "";
    expect((await attempt("link@example.com", code)).status).toBe(200);
  });

  it("says when the last try is gone", async () => {
    const username = "guess@example.com";
    const patient = await startPasswordlessTenant({ otpTries: 2 });
    const wrong = otherThan(await codeFor(patient, username));
    const changes = { credential_type: otpType, realm: "email", username, otp: wrong };
    await visit(patient).coAuthenticate(changes);
    const last = await visit(patient).coAuthenticate(changes);
    expect(await last.json()).toEqual({
      error: "access_denied",
      error_description:
        "You've reached the maximum number of attempts. Please try to login again.",
    });
    await patient.close();
  });
});
