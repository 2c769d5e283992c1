import type { TokenExchangeEvent } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import { call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, requestsTo, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

const subjectTokenType = "https://app.example/former-session";
const subjectToken = "canary-subject-token";
const exchange = { subjectToken, subjectTokenType };

/** A tenant whose action knows the tokens of a former system; `events` is what it was told. */
async function withAction(usual: Stack, email = usual.user.email) {
  const events: TokenExchangeEvent[] = [];
  const stack: Stack = await withTenant(usual, {
    onTokenExchange(event) {
      events.push(event);
      if (event.subjectTokenType !== subjectTokenType) return undefined;
      if (event.subjectToken !== subjectToken) return { deny: "unknown session" };
      const user = stack.tenant.state().users.find((known) => known.email === email);
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

  test("sends further fields as they are, and none in the place of ours", async ({
    page,
    stack: usual,
  }) => {
    const { stack, events } = await withAction(usual);
    await openCore(page, stack);
    const extra = {
      device: "kiosk 7 & 8",
      client_id: "evil",
      grant_type: "evil",
      subject_token: "evil",
      subject_token_type: "evil",
      actor_token: "evil",
      scope: "evil",
      audience: "evil",
      organization: "evil",
    };
    const { value } = await call(page, "customTokenExchange", { ...exchange, extra, foo: "evil" });
    expect(value).toMatchObject({ kind: "authenticated" });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      client: { clientId: stack.clientId },
      subjectToken,
      scope: "openid profile email",
      audience: null,
      extra: { device: "kiosk 7 & 8" },
    });
    expect(JSON.stringify(events[0])).not.toContain("evil");
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
      return { code, reason: (JSON.parse(error ?? "") as { details?: object }).details };
    };
    expect(await failure({ subjectToken: "canary-other" })).toMatchObject({
      code: "access_denied",
    });
    expect(await failure({ subjectTokenType: "urn:nothing" })).toMatchObject({
      code: "invalid_request",
    });
    const faults = {
      "id-token-absent": "missing",
      "token:wrong-key": "signature",
      "token:wrong-audience": "audience",
      "token:expired": "expired",
    } as const;
    for (const [fault, reason] of Object.entries(faults)) {
      stack.tenant.faults.add({
        match: { path: "/oauth/token" },
        fault: fault as keyof typeof faults,
      });
      expect(await failure({})).toEqual({ code: "invalid_token", reason: { reason } });
    }
    await stack.close();
  });

  test("of another organization's token is refused", async ({ page, stack: usual }) => {
    const { stack } = await withAction(usual);
    await openCore(page, stack);
    const first = await call(page, "customTokenExchange", {
      ...exchange,
      organization: "analytical-society",
    });
    const { organization } = (first.value as { session: { organization: string } }).session;
    stack.tenant.faults.add({ match: { path: "/oauth/token" }, fault: "token:wrong-org-id" });
    const { error } = await call(page, "customTokenExchange", { ...exchange, organization });
    expect(JSON.parse(error ?? "")).toMatchObject({
      code: "invalid_token",
      details: { reason: "organization" },
    });
    await stack.close();
  });

  test("for who has a second factor is a challenge", async ({ page, stack: usual }) => {
    const { stack } = await withAction(usual, "hedy@example.com");
    await openCore(page, stack);
    const { value } = await call(page, "customTokenExchange", exchange);
    expect(value).toMatchObject({ kind: "challenge", challenge: { type: "mfa" } });
    expect(JSON.stringify(value)).not.toContain("mfa_token");
    expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
    await stack.close();
  });

  test("without a token is the developer's mistake, and sends nothing", async ({ page, stack }) => {
    await openCore(page, stack);
    stack.tenant.clearRequests();
    for (const missing of [{ subjectToken: "" }, { subjectTokenType: undefined }]) {
      const { mistake } = await call(page, "customTokenExchange", { ...exchange, ...missing });
      expect(mistake).toContain("Nothing was sent.");
    }
    expect(requestsTo(stack)).toEqual([]);
  });
});
