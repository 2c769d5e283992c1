import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, call, openCore, sessionState } from "./core-page.js";
import { expect, test } from "./fixtures.js";

/** Defects that the tenant really signs into an ID token, and the reason each has to be refused for. */
const defects = {
  "wrong-key": "signature",
  "alg-none": "algorithm",
  hs256: "algorithm",
  "wrong-issuer": "issuer",
  "wrong-audience": "audience",
  "wrong-nonce": "nonce",
  "missing-nonce": "nonce",
  expired: "expired",
  "future-iat": "issued_in_future",
  "missing-sub": "subject",
  "wrong-at-hash": "access_token_hash",
  "unknown-kid": "key",
  "issuer-without-slash": "issuer",
  "missing-issuer": "issuer",
  "missing-audience": "audience",
  "multiple-audiences": "audience",
  "wrong-azp": "authorized_party",
  "exp-not-number": "expired",
  "missing-exp": "expired",
  "iat-not-number": "issued_in_future",
  "missing-iat": "issued_in_future",
  "not-yet-valid": "not_yet_valid",
  ps256: "algorithm",
  es256: "algorithm",
  "crit-header": "header",
  "empty-signature": "signature",
  "two-parts": "format",
  "broken-base64": "format",
  "payload-null": "format",
} as const;

/** How a token can arrive; each gives the error that the page was told, as JSON. */
const ways = {
  "in-page": async (page, stack) => (await call(page, "login", stack.user)).error,
  "password-realm": async (page, stack) =>
    (await call(page, "login", { ...stack.user, via: "password-realm" })).error,
  implicit: async (page, stack) => {
    await renewClient(page, stack, { responseType: "token id_token" });
    return (await call(page, "login", stack.user)).error;
  },
  silent: async (page) => (await call(page, "checkSession")).error,
  redirect: async (page, stack) => {
    // The address still says how the last one came back.
    await openCore(page, stack);
    const back = page.waitForURL(/code=/);
    // The page may be gone before the call has answered.
    void call(page, "login", { ...stack.user, via: "redirect" }).catch(() => {});
    await back;
    await renewClient(page, stack);
    const { value } = await call(page, "start");
    return JSON.stringify((value as { error?: unknown }).error);
  },
} satisfies Record<string, (page: Page, stack: Stack) => Promise<string | undefined>>;

/** A client that knows of nobody, in the page that is there. */
function renewClient(page: Page, stack: Stack, more: Partial<AuthConfig> = {}): Promise<void> {
  const { tenant, clientId, app } = stack;
  const redirectUri = `${app}/harness/index.html`;
  return attachClient(page, { domain: tenant.url, clientId, redirectUri, ...more });
}

for (const [way, tokenArrives] of Object.entries(ways)) {
  test(`${way}: no forged token makes a session`, async ({ page, stack }) => {
    test.setTimeout(120_000);
    await openCore(page, stack);
    // A session at the tenant, so that a silent request has something to answer.
    await call(page, "login", stack.user);
    await openCore(page, stack);
    const { faults } = stack.tenant;
    for (const defect of Object.keys(defects) as (keyof typeof defects)[]) {
      const reason = defects[defect];
      // The password-realm grant has no authorization request, hence no nonce to break.
      if (way === "password-realm" && reason === "nonce") continue;
      await test.step(defect, async () => {
        await renewClient(page, stack);
        faults.clear();
        const { id } = faults.add({ match: {}, times: "always", fault: `token:${defect}` });
        const error: unknown = JSON.parse((await tokenArrives(page, stack)) ?? "null");
        expect(error).toMatchObject({ code: "invalid_token", details: { reason } });
        expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
        expect((await call(page, "getAccessToken")).code).toBe("login_required");
        expect(faults.list().find((rule) => rule.id === id)?.hits).toBeGreaterThan(0);
      });
    }
    faults.clear();
    await openCore(page, stack);
    expect((await call(page, "login", stack.user)).value).toMatchObject({ kind: "authenticated" });
  });
}
