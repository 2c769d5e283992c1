import { keptByPage, openCore } from "./core-page.js";
import { passwordless, start, waiting } from "./core-passwordless-page.js";
import { expect, newEmail, test } from "./fixtures.js";

test.describe("a code", () => {
  test("survives a reload, and forget drops it", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const { otp, challenge } = await start(page, stack, { email });
    await openCore(page, stack);
    const pending = await waiting(page);
    expect(pending).toEqual(challenge);
    expect(await keptByPage(page)).not.toContain(otp);
    await page.evaluate(() => window.portico.client?.passwordless.forget());
    expect(await waiting(page)).toBeUndefined();
    const { value } = await passwordless(page, "verify", challenge, { otp });
    expect(value).toMatchObject({ session: { user: { email } } });
  });
});
