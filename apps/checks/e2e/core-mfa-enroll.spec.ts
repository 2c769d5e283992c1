import { appCode } from "../harness/authenticator-app.js";
import { begin, mfa, newUser, signedIn, totpSecret } from "./core-mfa-page.js";
import { keptByPage } from "./core-page.js";
import { expect, test } from "./fixtures.js";

test.describe("enrolling", () => {
  test("an app shows its secret and the recovery codes once, and its first code signs in", async ({
    page,
    stack,
  }) => {
    const outcome = await begin(page, stack, await newUser(stack, undefined));
    expect(outcome.value).toMatchObject({
      challenge: { enroll: expect.arrayContaining(["otp", "sms", "push", "email"]) },
    });
    const enrolled = await mfa(page, "enroll", { factor: "otp" });
    expect(enrolled.value).toEqual({
      factor: "otp",
      needsCode: true,
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      barcodeUri: expect.stringMatching(/^otpauth:\/\/totp\//),
      recoveryCodes: [expect.any(String)],
    });
    const { secret } = enrolled.value as { secret: string };
    const otp = appCode(secret, stack.tenant.clock.now());
    expect((await mfa(page, "verify", { otp })).value).toMatchObject(signedIn);
    expect(await keptByPage(page)).not.toContain(secret);
  });

  for (const factor of ["sms", "voice"] as const) {
    test(`a phone by ${factor} is confirmed by the code`, async ({ page, stack }) => {
      await begin(page, stack, await newUser(stack, undefined));
      const wrong = await mfa(page, "enroll", { factor, phoneNumber: "not a number" });
      expect(wrong.code).toBe("invalid_phone_number");
      const phoneNumber = `+1555${Math.floor(1_000_000 + Math.random() * 8_999_999)}`;
      const enrolled = await mfa(page, "enroll", { factor, phoneNumber });
      expect(enrolled.value).toMatchObject({ factor, needsCode: true });
      expect(JSON.stringify(enrolled.value)).not.toMatch(/oob/i);
      const { code } = await stack.tenant.inbox.wait({ to: phoneNumber });
      expect((await mfa(page, "verify", { otp: code })).value).toMatchObject(signedIn);
    });
  }

  test("an e-mail address takes the user's own if none is given", async ({ page, stack }) => {
    const email = await newUser(stack, undefined);
    await begin(page, stack, email);
    expect((await mfa(page, "enroll", { factor: "email" })).value).toMatchObject({
      factor: "email",
      needsCode: true,
    });
    const { code } = await stack.tenant.inbox.wait({ to: email });
    expect((await mfa(page, "verify", { otp: code })).value).toMatchObject(signedIn);
  });

  test("is refused for whoever has a factor already", async ({ page, stack }) => {
    await begin(page, stack, await newUser(stack, { totpSecret }));
    expect((await mfa(page, "enroll", { factor: "otp" })).code).toBe("access_denied");
  });
});
