import { attachClient, call, openCore, sessionState } from "./core-page.js";
import { expect, test } from "./fixtures.js";

/** Every defect that the tenant can really sign into an ID token, and the reason it has to be refused for. */
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
} as const;

const ways = ["in-page", "password-realm", "redirect", "silent", "implicit"] as const;

for (const way of ways) {
  for (const [defect, reason] of Object.entries(defects)) {
    // The password-realm grant has no authorization request, hence no nonce to break.
    if (way === "password-realm" && reason === "nonce") continue;
    test(`${way}: a token with ${defect} makes no session`, async ({ page, stack }) => {
      const implicit = way === "implicit" ? { responseType: "token id_token" as const } : {};
      await openCore(page, stack, implicit);
      if (way === "silent") {
        await call(page, "login", stack.user);
        await openCore(page, stack);
      }
      const rule = stack.tenant.faults.add({
        match: {},
        times: "always",
        fault: `token:${defect}`,
      });

      let error: string | undefined;
      if (way === "silent") {
        error = (await call(page, "checkSession")).error;
      } else if (way === "redirect") {
        const back = page.waitForURL(/code=/);
        await call(page, "login", { ...stack.user, via: "redirect" });
        await back;
        await attachClient(page, {
          domain: stack.tenant.url,
          clientId: stack.clientId,
          redirectUri: `${stack.app}/harness/index.html`,
        });
        const { value } = await call(page, "start");
        error = JSON.stringify((value as { error?: unknown }).error);
      } else {
        const via = way === "implicit" ? "in-page" : way;
        error = (await call(page, "login", { ...stack.user, via })).error;
      }

      expect(JSON.parse(error ?? "{}")).toMatchObject({
        code: "invalid_token",
        details: { reason },
      });
      expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
      expect((await call(page, "getAccessToken")).code).toBe("login_required");
      expect(stack.tenant.faults.list().find(({ id }) => id === rule.id)?.hits).toBeGreaterThan(0);
    });
  }
}
