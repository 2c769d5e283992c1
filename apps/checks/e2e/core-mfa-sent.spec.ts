import { begin, factorOf, mfa, newUser, signedIn } from "./core-mfa-page.js";
import { expect, newEmail, test } from "./fixtures.js";

test.describe("codes that are sent", () => {
  for (const [factor, mfaOf, to] of [
    ["email", (email: string) => ({ email }), (email: string) => email],
    ["sms", () => ({ phoneNumber: "+15551230199" }), () => "+15551230199"],
  ] as const) {
    test(`by ${factor} end the login; the latest one counts`, async ({ page, stack }) => {
      const { inbox } = stack.tenant;
      const mailbox = newEmail();
      const email = await newUser(stack, mfaOf(mailbox));
      await begin(page, stack, email);
      const found = await factorOf(page, factor);
      expect(found).toMatchObject({ active: true, name: expect.any(String) });
      const first = await mfa(page, "challenge", found);
      expect(first.value).toEqual({ factor, needsCode: true });
      const { code: old = "", id: after } = await inbox.wait({ to: to(mailbox) });
      await mfa(page, "challenge", found);
      const { code = "" } = await inbox.wait({ to: to(mailbox), after });
      expect((await mfa(page, "verify", {})).mistake).toContain("Nothing was sent.");
      if (old !== code) {
        expect((await mfa(page, "verify", { otp: old })).code).toBe("invalid_otp");
      }
      expect((await mfa(page, "verify", { otp: code })).value).toMatchObject(signedIn);
    });
  }

  test("to nobody, because the user has no factor, say so", async ({ page, stack }) => {
    await begin(page, stack, await newUser(stack, undefined));
    const none = { id: "sms|none", factor: "sms" };
    expect((await mfa(page, "challenge", none)).code).toBe("association_required");
  });
});
