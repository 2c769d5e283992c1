import type { Page } from "@playwright/test";
import type { PasswordlessStarted } from "@portico/core";
import type { Stack } from "../stack/start-stack.js";
import { call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";

const password = "Long-enough-42";

/** A user who is signed in at the page. */
async function signedIn(page: Page, stack: Stack): Promise<string> {
  const email = newEmail();
  await stack.tenant.seed({ clients: [], users: [{ email, password }] });
  await openCore(page, stack);
  await call(page, "login", { email, password });
  return email;
}

/** Sends a code for a proof; resolves what the message says. */
async function send(page: Page, stack: Stack, email: string) {
  const started = await page.evaluate(
    (to) => window.portico.client?.passwordless.start({ email: to, remember: false }),
    email,
  );
  const { code: otp = "" } = await stack.tenant.inbox.wait({ to: email });
  return { ...(started as PasswordlessStarted), otp };
}

/** Gives a code; the proof stays in the page. */
function prove(page: Page, challenge: PasswordlessStarted["challenge"], otp: string) {
  return page.evaluate(
    ([about, code]) =>
      window.portico.result(async () => {
        const proven = await window.portico.client?.passwordless.prove(about, { otp: code });
        Object.assign(window, { proven });
        return proven;
      }),
    [challenge, otp] as const,
  );
}

function link(page: Page) {
  return page.evaluate(() =>
    window.portico.result(async () =>
      window.portico.client?.linkIdentity(Reflect.get(window, "proven")),
    ),
  );
}

test("a code proves another account in the page, which leaves every session as it is", async ({
  page,
  stack,
}) => {
  const primary = await signedIn(page, stack);
  const other = newEmail();
  const before = await sessionState(page);
  const { challenge, otp } = await send(page, stack, other);
  stack.tenant.clearRequests();
  const proof = await prove(page, challenge, otp);
  expect(proof.value).toMatchObject({ user: { email: other } });
  expect(JSON.stringify(proof)).not.toContain("eyJ");
  expect(requestsTo(stack).filter((line) => line.includes("/authorize"))).toEqual([]);
  expect(await sessionState(page)).toEqual(before);
  const pending = await page.evaluate(() => window.portico.client?.passwordless.pending() ?? null);
  expect(pending).toBeNull();
  const kept = await keptByPage(page);
  for (const secret of ["eyJ", otp]) expect(kept).not.toContain(secret);

  const { value } = await link(page);
  expect(value).toEqual([
    expect.objectContaining({ provider: "auth0" }),
    expect.objectContaining({ provider: "email", connection: "email" }),
  ]);
  // The tenant's own session is the user's still.
  const seen = await call(page, "checkSession");
  expect(seen.value).toMatchObject({ session: { user: { email: primary } } });
});
