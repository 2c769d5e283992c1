import { begin, factorOf, mfa, newUser, signedIn } from "./core-mfa-page.js";
import { expect, test } from "./fixtures.js";

test("a code by text message ends the login; the latest one counts", async ({ page, stack }) => {
  const { inbox } = stack.tenant;
  const phoneNumber = "+15551230199";
  await begin(page, stack, await newUser(stack, { phoneNumber }));
  const found = await factorOf(page, "sms");
  expect(found).toMatchObject({ active: true, name: expect.any(String) });
  const first = await mfa(page, "challenge", found);
  expect(first.value).toEqual({ factor: "sms", needsCode: true });
  const { code: old = "", id: after } = await inbox.wait({ to: phoneNumber });
  await mfa(page, "challenge", found);
  const { code = "" } = await inbox.wait({ to: phoneNumber, after });
  expect((await mfa(page, "verify", {})).mistake).toContain("Nothing was sent.");
  if (old !== code) {
    expect((await mfa(page, "verify", { otp: old })).code).toBe("invalid_otp");
  }
  expect((await mfa(page, "verify", { otp: code })).value).toMatchObject(signedIn);
});
