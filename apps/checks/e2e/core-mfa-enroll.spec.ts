import { appCode } from "../harness/authenticator-app.js";
import { begin, mfa, newUser, signedIn } from "./core-mfa-page.js";
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
});
