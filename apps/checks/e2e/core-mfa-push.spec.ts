import { begin, mfa, newUser, signedIn } from "./core-mfa-page.js";
import { expect, requestsTo, test } from "./fixtures.js";

test("a push is waited for until it is approved", async ({ page, stack }) => {
  const email = await newUser(stack, undefined);
  await begin(page, stack, email);
  const enrolled = await mfa(page, "enroll", { factor: "push" });
  expect(enrolled.value).toMatchObject({
    factor: "push",
    needsCode: false,
    barcodeUri: expect.any(String),
  });
  const question = await stack.tenant.inbox.wait({ to: email, kind: "push" });
  stack.tenant.clearRequests();
  const verifying = mfa(page, "verify");
  await expect.poll(() => requestsTo(stack)).toContain("POST /oauth/token");
  stack.tenant.inbox.approve(question.id);
  expect((await verifying).value).toMatchObject(signedIn);
});
