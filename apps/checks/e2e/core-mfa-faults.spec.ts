import { appCode } from "../harness/authenticator-app.js";
import { asked, begin, factorOf, mfa, newUser, signedIn, totpSecret } from "./core-mfa-page.js";
import { expect, test } from "./fixtures.js";

test.describe("when the tenant fails", () => {
  for (const [fault, code] of [
    ["network", "network"],
    ["html500", "server"],
    ["429-global", "rate_limited"],
    ["html200", "invalid_response"],
    ["object200", "invalid_response"],
    ["null200", "invalid_response"],
  ] as const) {
    test(`with ${fault}, each call is ${code}, is sent once, and the challenge is still good`, async ({
      page,
      stack,
    }) => {
      await begin(page, stack, await newUser(stack, { totpSecret, phoneNumber: "+15551230188" }));
      const phone = await factorOf(page, "sms");
      const otp = appCode(totpSecret, stack.tenant.clock.now());
      for (const path of [
        "/mfa/authenticators",
        "/mfa/associate",
        "/mfa/challenge",
        "/oauth/token",
      ]) {
        stack.tenant.faults.add({ match: { path }, fault });
      }
      stack.tenant.clearRequests();
      expect((await mfa(page, "authenticators")).code).toBe(code);
      expect((await mfa(page, "enroll", { factor: "otp" })).code).toBe(code);
      expect((await mfa(page, "challenge", phone)).code).toBe(code);
      const refused = await mfa(page, "verify", { otp });
      expect(refused.code).toBe(code);
      expect(refused.error).not.toContain(otp);
      expect(asked(stack)).toHaveLength(4);
      expect((await mfa(page, "verify", { otp })).value).toMatchObject(signedIn);
    });
  }
});
