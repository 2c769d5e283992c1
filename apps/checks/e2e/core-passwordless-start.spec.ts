import { solveCaptcha } from "./captcha.js";
import { keptByPage, openCore } from "./core-page.js";
import { landBy, passwordless, start, waiting } from "./core-passwordless-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

test.describe("a start", () => {
  test("is refused by its code", async ({ page, stack }) => {
    await openCore(page, stack);
    const refusal = async (params: object) => (await passwordless(page, "start", params)).code;
    expect(await refusal({ email: "foo" })).toBe("invalid_email");
    expect(await refusal({ email: newEmail(), connection: "nowhere" })).toBe("invalid_request");
    expect(await refusal({ phoneNumber: "+1 500 555 0001" })).toBe("sms_provider_error");
    stack.tenant.clearRequests();
    expect(await refusal({ phoneNumber: "030 901820" })).toBe("invalid_phone_number");
    expect(await refusal({ email: "  " })).toBe("invalid_email");
    expect(requestsTo(stack)).toEqual([]);
  });

  test("that is limited tells the wait, and moves when it may be sent again", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    await page.clock.install();
    const { challenge } = await start(page, stack, { email: newEmail() });
    stack.tenant.clearRequests();
    const early = await passwordless(page, "resend", challenge);
    expect(early.code).toBe("rate_limited");
    const wait = (JSON.parse(early.error ?? "") as { retryAfter: number }).retryAfter;
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(30_000);
    expect(requestsTo(stack)).toEqual([]);

    await page.clock.fastForward(30_000);
    const path = "/passwordless/start";
    stack.tenant.faults.add({ match: { path }, fault: { kind: "429-global", retryAfter: 45 } });
    const limited = await passwordless(page, "resend", challenge);
    expect(JSON.parse(limited.error ?? "")).toMatchObject({
      code: "rate_limited",
      status: 429,
      retryAfter: 45_000,
    });
    expect((await waiting(page))?.resendAt).toBeGreaterThan(challenge.resendAt + 40_000);
    // The challenge of before knows of it too.
    await page.clock.fastForward(31_000);
    stack.tenant.clearRequests();
    expect((await passwordless(page, "resend", challenge)).code).toBe("rate_limited");
    expect(requestsTo(stack)).toEqual([]);

    await page.clock.fastForward(15_000);
    const again = await passwordless(page, "resend", challenge);
    expect(again.value).toMatchObject({ kind: "accepted", destination: challenge.destination });
    expect(stack.tenant.inbox.list({ to: challenge.destination })).toHaveLength(2);
  });

  test("takes the answer to the tenant's captcha, for a code and for a link", async ({
    page,
    stack: usual,
  }) => {
    const stack = await withTenant(usual, { captcha: "always" });
    await openCore(page, stack);
    for (const send of ["code", "link"]) {
      const email = newEmail();
      expect((await passwordless(page, "start", { email, send })).code).toBe("invalid_captcha");
      const solved = await solveCaptcha(page, stack, "passwordless");
      const { message } = await start(page, stack, { email, send, ...solved });
      expect(await keptByPage(page)).not.toContain(solved.captcha);
      if (send === "code") continue;
      const landed = await landBy(page, stack, () => page.goto(message.url ?? ""));
      expect(landed.value).toMatchObject({ session: { user: { email } } });
    }
    await stack.close();
  });
});
