import type { RunningTenant } from "@portico/tenant";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openClient, realm, startAuthenticationTenant } from "./authentication-tenant.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startAuthenticationTenant({ captcha: "always" });
});
afterAll(() => tenant.close());

const password = "Long-enough-42";

/** What a reader would type for the picture that was made for a state. */
async function answerFor(state: string, purpose: string): Promise<string> {
  const headers = { "x-tenant-token": tenant.adminToken };
  const response = await fetch(`${tenant.url}/_tenant/captcha?state=${state}`, { headers });
  const answers: unknown = await response.json();
  return String((answers as Record<string, unknown>)[purpose]);
}

describe("a captcha", () => {
  test.each(["login", "signup", "change-password"] as const)("is shown before %s", async (kind) => {
    const { database } = openClient(tenant);
    expect(await database.challenge({ kind, state: "seen" })).toEqual({
      required: true,
      provider: "auth0",
      image: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
    });
  });

  test("is solved before a sign-up", async () => {
    const { database } = openClient(tenant);
    const user = { email: "solved@example.com", password, connection: realm };
    await expect(database.signup(user)).rejects.toMatchObject({ code: "invalid_captcha" });
    await database.challenge({ kind: "signup", state: "s1" });
    const captcha = await answerFor("s1", "signup");
    const solved = { ...user, captcha, captchaState: "s1" };
    expect(await database.signup(solved)).toMatchObject({ email: user.email });
    const again = database.signup({ ...solved, email: "again@example.com" });
    await expect(again).rejects.toMatchObject({ code: "invalid_captcha" });
  });

  test("is solved before a link to a new password", async () => {
    const { database } = openClient(tenant);
    const params = { email: "ada@example.com", connection: realm };
    const unsolved = database.requestChangePasswordEmail(params);
    await expect(unsolved).rejects.toMatchObject({ code: "invalid_captcha" });
    await database.challenge({ kind: "change-password", state: "s2" });
    const captcha = await answerFor("s2", "change_password");
    await database.requestChangePasswordEmail({ ...params, captcha, captchaState: "s2" });
    expect(tenant.inbox.list({ to: params.email, kind: "reset" })).toHaveLength(1);
  });

  test("is solved before a code is mailed", async () => {
    const { passwordless } = openClient(tenant);
    const params = { email: "code@example.com", send: "code" } as const;
    const unsolved = passwordless.sendEmail(params);
    await expect(unsolved).rejects.toMatchObject({ code: "invalid_captcha" });
    await passwordless.challenge({ state: "s3" });
    const captcha = await answerFor("s3", "passwordless");
    await passwordless.sendEmail({ ...params, captcha, captchaState: "s3" });
    expect(tenant.inbox.list({ to: params.email, kind: "code" })).toHaveLength(1);
  });
});
