import type { TokenExchangeEvent } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import { call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, requestsTo, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

const subjectTokenType = "https://app.example/former-session";
const subjectToken = "canary-subject-token";
const exchange = { subjectToken, subjectTokenType };

/** A tenant whose action knows the tokens of a former system; `events` is what it was told. */
async function withAction(usual: Stack) {
  const events: TokenExchangeEvent[] = [];
  const stack: Stack = await withTenant(usual, {
    onTokenExchange(event) {
      events.push(event);
      if (event.subjectTokenType !== subjectTokenType) return undefined;
      if (event.subjectToken !== subjectToken) return { deny: "unknown session" };
      const user = stack.tenant.state().users.find((known) => known.email === usual.user.email);
      return { userId: user?.userId ?? "" };
    },
  });
  return { stack, events };
}

test.describe("a token exchange", () => {
  test("begins the session of whom the token stands for", async ({ page, stack: usual }) => {
    const { stack, events } = await withAction(usual);
    await openCore(page, stack, { scope: "openid profile email offline_access" });
    const audience = "https://api.portico.example";
    const asked = {
      audience,
      scope: "openid email read:projects",
      organization: "analytical-society",
    };
    const { value } = await call(page, "customTokenExchange", {
      ...exchange,
      ...asked,
      actorToken: "an actor",
      actorTokenType: "https://app.example/actor",
    });
    expect(value).toMatchObject({
      kind: "authenticated",
      session: {
        user: { email: stack.user.email },
        audience,
        scope: ["openid", "email", "read:projects"],
        organization: expect.stringMatching(/^org_/),
      },
    });
    expect(events[0]).toMatchObject({ actorToken: "an actor", audience });
    expect((await call(page, "getAccessToken", asked)).code).toBeUndefined();
    // A grant leaves no session at the tenant.
    expect((await call(page, "checkSession")).code).toBe("login_required");
    expect(await keptByPage(page)).not.toContain(subjectToken);
    await stack.close();
  });

  test("fails by its code, tells nothing of the token, and is sent once", async ({
    page,
    stack: usual,
  }) => {
    const { stack } = await withAction(usual);
    await openCore(page, stack);
    const failure = async (params: object) => {
      stack.tenant.clearRequests();
      const { code, error } = await call(page, "customTokenExchange", { ...exchange, ...params });
      expect(error).not.toContain("canary");
      expect(requestsTo(stack).filter((asked) => asked === "POST /oauth/token")).toHaveLength(1);
      expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
      return code;
    };
    expect(await failure({ subjectToken: "canary-other" })).toBe("access_denied");
    expect(await failure({ subjectTokenType: "urn:nothing" })).toBe("invalid_request");
    await stack.close();
  });
});
