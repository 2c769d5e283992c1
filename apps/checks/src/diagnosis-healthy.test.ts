// @vitest-environment jsdom
import { diagnose } from "@portico/core/diagnostics";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  ada,
  asked,
  clientId,
  mfaOtp,
  openPage,
  passwordRealm,
  requestsTo,
  tenantOrigin,
} from "./client-page.js";
import { diagnosed } from "./diagnosis-page.js";

afterEach(() => vi.restoreAllMocks());

describe("diagnose of a healthy tenant", () => {
  const unchecked = ["clock_skew", "unsupported_algorithm", "popups_blocked", "popups_cut_off"];

  test("finds nothing, and changes nothing", async () => {
    const page = await openPage({ loginVia: "password-realm" });
    const { tenant } = page;
    const before = tenant.state();
    expect(await diagnosed(page)).toEqual({ findings: [], unchecked });
    expect(requestsTo(tenant)).toEqual([
      "GET /.well-known/openid-configuration",
      "GET /authorize",
      "GET /authorize",
      "POST /co/authenticate",
      "POST /oauth/token",
      "POST /oauth/token",
      "POST /oauth/token",
    ]);
    expect(tenant.state()).toEqual(before);
    expect(tenant.inbox.list()).toEqual([]);
    expect([document.cookie, sessionStorage.length, localStorage.length]).toEqual(["", 0, 0]);
    expect(document.querySelectorAll("iframe")).toHaveLength(0);
  });

  test("asks for nothing that lasts", async () => {
    const page = await openPage({ scope: "openid offline_access email" });
    await diagnosed(page);
    const { frames } = page.browser;
    expect(frames.map(({ hidden }) => hidden)).toEqual([true, true]);
    for (const { src } of frames) {
      expect(Object.fromEntries(new URL(src).searchParams)).toMatchObject({
        client_id: clientId,
        prompt: "none",
        response_mode: "web_message",
        response_type: "code",
        scope: "openid email",
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        state: expect.any(String),
        nonce: expect.any(String),
      });
    }
  });

  test("names itself in whatever it makes up", async () => {
    const page = await openPage({ loginVia: "password-realm", scope: "openid offline_access" });
    const { mock } = vi.spyOn(globalThis, "fetch");
    await diagnosed(page);
    const sent = mock.calls.flatMap(([, { body } = {}]) =>
      body instanceof URLSearchParams ? [Object.fromEntries(body)] : [],
    );
    const nobody = "portico-diagnose";
    expect(sent).toMatchObject([
      {
        grant_type: "authorization_code",
        code: nobody,
        code_verifier: expect.stringMatching(/^[\w-]{43,}$/),
      },
      { grant_type: "refresh_token", refresh_token: nobody },
      { grant_type: passwordRealm, realm: "Username-Password-Authentication" },
      { grant_type: mfaOtp, mfa_token: nobody },
    ]);
    expect(JSON.stringify(sent)).not.toContain('"password"');
  });

  test.each([
    ["code", "query"],
    ["token id_token", "fragment"],
  ] as const)(
    "looks where an answer of %s comes back to by %s, in a frame where nothing runs",
    async (responseType, mode) => {
      const page = await openPage({ responseType });
      page.tenant.faults.add({ match: { path: "/authorize" }, times: "always", fault: "xfo" });
      await diagnosed(page);
      const [, frame] = page.browser.frames;
      expect(frame?.hidden).toBe(true);
      expect(frame?.getAttribute("sandbox")).toBe("allow-same-origin");
      const { searchParams } = new URL(frame?.src ?? "");
      expect(searchParams.get("response_mode")).toBe(mode);
    },
  );

  test("may be asked as often as one likes: nobody is locked out", async () => {
    const page = await openPage({}, { bruteForceLimit: 2, suspiciousIpLimit: 2 });
    for (const _ of [1, 2, 3]) expect((await diagnosed(page)).findings).toEqual([]);
    expect(await page.client.login(ada)).toMatchObject({ kind: "authenticated" });
  });

  test("puts the most serious first", async () => {
    const tenant = { client: { connections: ["email"] } };
    const config = { managementDomain: "login.portico.example" };
    const headers = { "cross-origin-opener-policy": "same-origin" };
    const { findings } = await diagnosed(await openPage(config, tenant, { headers }));
    expect(findings.map(({ severity, code }) => [severity, code])).toEqual([
      ["error", "unknown_connection"],
      ["warning", "opener_policy"],
      ["hint", "management_on_custom_domain"],
    ]);
  });
});

describe("diagnose ends as aborted", () => {
  test("before it has begun", async () => {
    const { tenant, client, browser } = await openPage();
    const options = { signal: AbortSignal.abort(), interactive: true };
    await expect(diagnose(client, options)).rejects.toMatchObject({ code: "aborted" });
    expect(requestsTo(tenant)).toEqual([]);
    expect(browser.windows).toEqual([]);
  });

  test.each([
    "/.well-known/openid-configuration",
    "/oauth/token",
    "/co/authenticate",
    "/authorize",
  ])("at once while %s does not answer", async (path) => {
    const page = await openPage();
    page.tenant.faults.add({ match: { path }, times: "always", fault: "hang" });
    const stopped = vi.spyOn(document, "removeEventListener");
    const controller = new AbortController();
    const { signal } = controller;
    const diagnosis = diagnose(page.client, { signal, interactive: true });
    await asked(page, path);
    controller.abort(new Error("reason"));
    await expect(diagnosis).rejects.toMatchObject({ name: "AuthError", code: "aborted" });
    expect(document.querySelectorAll("iframe")).toHaveLength(0);
    expect(page.browser.windows).toMatchObject([{ closed: true }]);
    expect(stopped.mock.calls.map(([type]) => type)).toContain("securitypolicyviolation");
  });

  test("at once while it looks where the tenant sends people", async () => {
    const page = await openPage();
    const match = { path: "/authorize" };
    page.tenant.faults.add({ match, times: 1, fault: "wm-silent" });
    page.tenant.faults.add({ match, times: "always", after: 1, fault: "hang" });
    const controller = new AbortController();
    const diagnosis = diagnosed(page, { signal: controller.signal });
    await asked(page, "/authorize", 2);
    controller.abort();
    await expect(diagnosis).rejects.toMatchObject({ code: "aborted" });
    expect(document.querySelectorAll("iframe")).toHaveLength(0);
  });

  test("at once while the page's own server does not answer", async () => {
    const { client, tenant } = await openPage();
    const answer = globalThis.fetch;
    vi.stubGlobal("fetch", (url: string, init: RequestInit) =>
      url.startsWith(tenantOrigin)
        ? answer(url, init)
        : new Promise((_, reject) => {
            init.signal?.addEventListener("abort", () =>
              reject(new DOMException("", "AbortError")),
            );
          }),
    );
    const controller = new AbortController();
    const diagnosis = diagnose(client, { signal: controller.signal });
    controller.abort();
    await expect(diagnosis).rejects.toMatchObject({ code: "aborted" });
    expect(requestsTo(tenant)).not.toContain("POST /oauth/token");
  });
});

describe("diagnose keeps to the client's deadlines", () => {
  const deadlines = { request: 50, silent: 50 };

  test("where a tenant does not answer at all", async () => {
    const page = await openPage({ deadlines });
    page.tenant.faults.add({ times: "always", fault: "hang" });
    const { findings } = await diagnose(page.client);
    expect(findings).toMatchObject([
      { code: "tenant_unreachable", severity: "error", details: { origin: tenantOrigin } },
    ]);
  });

  test("where none of its frames comes to an end", async () => {
    const page = await openPage({ deadlines: { silent: 50 } });
    const match = { path: "/authorize" };
    page.tenant.faults.add({ match, times: "always", fault: "hang" });
    const { findings } = await diagnose(page.client, { interactive: true });
    expect(findings.map(({ code }) => code)).toEqual(["callback_not_allowed"]);
    expect(document.querySelectorAll("iframe")).toHaveLength(0);
  });
});
