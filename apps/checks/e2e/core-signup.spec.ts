import { solveCaptcha } from "./captcha.js";
import { call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

const password = "Long-enough-42";

test.describe("sign-up", () => {
  test("tells of a sign-in that failed afterwards, and the account is there", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack, {}, stack.appElsewhere);
    const email = newEmail();
    const { value } = await call(page, "signup", { email, password });
    expect(value).toMatchObject({
      kind: "accepted",
      destination: email,
      signInError: { code: "third_party_cookies_blocked" },
    });
    expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
    const login = await call(page, "login", { email, password, via: "password-realm" });
    expect(login.value).toMatchObject({ kind: "authenticated" });
  });

  test("takes the answer to the tenant's captcha, and its login needs none", async ({
    page,
    stack: usual,
  }) => {
    const stack = await withTenant(usual, { captcha: "always" });
    await openCore(page, stack);
    const email = newEmail();
    expect((await call(page, "signup", { email, password })).code).toBe("invalid_captcha");
    const wrong = await solveCaptcha(page, stack);
    const refused = await call(page, "signup", { email, password, ...wrong, captcha: "canary" });
    expect(refused.code).toBe("invalid_captcha");
    expect(refused.error).not.toContain("canary");
    const solved = await solveCaptcha(page, stack);
    stack.tenant.clearRequests();
    const { value } = await call(page, "signup", { email, password, ...solved });
    expect(value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
    expect(await keptByPage(page)).not.toContain(solved.captcha);
    expect(requestsTo(stack).filter((asked) => asked.endsWith("/signup"))).toHaveLength(1);
    await stack.close();
  });
});
