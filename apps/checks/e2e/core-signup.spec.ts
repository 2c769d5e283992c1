import { call, openCore } from "./core-page.js";
import { expect, newEmail, test } from "./fixtures.js";

test.describe("sign-up", () => {
  test("creates the user and signs in", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const outcome = await call(page, "signup", { email, password: "Long-enough-42" });
    expect(outcome.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
  });

  test("only creates the user where no sign-in is wanted", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const outcome = await call(page, "signup", {
      email,
      password: "Long-enough-42",
      signIn: false,
    });
    expect(outcome.value).toEqual({ kind: "accepted", destination: email });
    expect((await call(page, "checkSession")).code).toBe("login_required");
  });

  test("of a known address and with a weak password fail by their codes", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    const known = await call(page, "signup", { ...stack.user, password: "Long-enough-42" });
    expect(known.code).toBe("invalid_signup");
    const weak = await call(page, "signup", { email: newEmail(), password: "short" });
    expect(weak.code).toBe("invalid_password");
    expect(JSON.parse(weak.error ?? "")).toMatchObject({
      details: { policy: "strength", rules: [{ code: "lengthAtLeast", format: [8] }, {}] },
    });
    const bad = await call(page, "signup", { email: "no-address", password: "Long-enough-42" });
    expect(bad.code).toBe("invalid_email");
  });
});
