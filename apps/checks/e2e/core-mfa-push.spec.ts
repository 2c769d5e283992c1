import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { begin, beginAgain, factorOf, mfa, newUser, signedIn } from "./core-mfa-page.js";
import { expect, requestsTo, test } from "./fixtures.js";

test.describe("a push", () => {
  /** A user who has just enrolled a device; the question waits for its answer in the inbox. */
  async function enrollPush(page: Page, stack: Stack) {
    const email = await newUser(stack, undefined);
    await begin(page, stack, email);
    const enrolled = await mfa(page, "enroll", { factor: "push" });
    expect(enrolled.value).toMatchObject({
      factor: "push",
      needsCode: false,
      barcodeUri: expect.any(String),
    });
    return { email, question: await stack.tenant.inbox.wait({ to: email, kind: "push" }) };
  }

  test("that was approved signs in at once", async ({ page, stack }) => {
    const { question } = await enrollPush(page, stack);
    stack.tenant.inbox.approve(question.id);
    expect((await mfa(page, "verify")).value).toMatchObject(signedIn);
  });

  test("is waited for until it is approved", async ({ page, stack }) => {
    const { question } = await enrollPush(page, stack);
    stack.tenant.clearRequests();
    const verifying = mfa(page, "verify");
    await expect.poll(() => requestsTo(stack)).toContain("POST /oauth/token");
    stack.tenant.inbox.approve(question.id);
    expect((await verifying).value).toMatchObject(signedIn);
  });

  test("that was denied is access_denied, and another one may be sent", async ({ page, stack }) => {
    const { email, question } = await enrollPush(page, stack);
    stack.tenant.inbox.approve(question.id);
    await mfa(page, "verify");
    await beginAgain(page, email);
    const device = await factorOf(page, "push");
    expect((await mfa(page, "challenge", device)).value).toEqual({
      factor: "push",
      needsCode: false,
    });
    const second = await stack.tenant.inbox.wait({ to: email, kind: "push", after: question.id });
    stack.tenant.inbox.deny(second.id);
    expect((await mfa(page, "verify")).code).toBe("access_denied");
    expect((await mfa(page, "verify")).mistake).toContain("no device was asked");
    await mfa(page, "challenge", device);
    const next = await stack.tenant.inbox.wait({ to: email, kind: "push", after: second.id });
    stack.tenant.inbox.approve(next.id);
    expect((await mfa(page, "verify")).value).toMatchObject(signedIn);
  });

  test("is not waited for any more once the app gives up", async ({ page, stack }) => {
    await enrollPush(page, stack);
    stack.tenant.clearRequests();
    const verifying = page.evaluate(() => {
      const { mfa: calls } = window.portico.client ?? {};
      const controller = new AbortController();
      Object.assign(window, { giveUp: () => controller.abort() });
      const { signal } = controller;
      return window.portico.result(async () =>
        calls?.verify(Reflect.get(window, "challenge"), { signal }),
      );
    });
    await expect.poll(() => requestsTo(stack)).toContain("POST /oauth/token");
    await page.evaluate(() => (Reflect.get(window, "giveUp") as () => void)());
    expect((await verifying).code).toBe("aborted");
  });

  test("makes way for a code that is typed instead", async ({ page, stack }) => {
    const { email, question } = await enrollPush(page, stack);
    stack.tenant.inbox.approve(question.id);
    await mfa(page, "verify");
    await beginAgain(page, email);
    await mfa(page, "challenge", await factorOf(page, "push"));
    stack.tenant.clearRequests();
    const waiting = mfa(page, "verify");
    await expect.poll(() => requestsTo(stack)).toContain("POST /oauth/token");
    expect((await mfa(page, "verify", { recoveryCode: "WRONG" })).code).toBe("invalid_otp");
    expect((await waiting).code).toBe("aborted");
  });
});
