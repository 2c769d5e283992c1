// @vitest-environment jsdom
import type { FindingCode } from "@portico/core/diagnostics";
import { afterEach, describe, expect, test, vi } from "vitest";
import { callback, post, violate } from "./client-browser.js";
import { app, asked, openPage, requestsTo, tenantOrigin } from "./client-page.js";
import { diagnosed, expectedIn, findingsIn, named, titled, type Wrong } from "./diagnosis-page.js";

const cutOff = { code: "popups_cut_off", details: { origin: tenantOrigin } };
const withPolicy = (policy: string) => ({ headers: { "cross-origin-opener-policy": policy } });
const policies = ["same-origin", "same-origin-plus-coep", "noopener-allow-popups"];

/** What cannot be told before the tenant and the application are known to be there. */
const later: readonly FindingCode[] = [
  "unknown_client",
  "not_a_public_client",
  "origin_not_allowed",
  "callback_not_allowed",
  "frames_refused",
  "no_silent_answer",
  "cross_origin_login_off",
  "grant_off",
  "unknown_connection",
  "unknown_organization",
  "unknown_audience",
  "management_on_custom_domain",
  "different_site",
  "third_party_cookies_blocked",
  "popups_blocked",
  "popups_cut_off",
  "clock_skew",
  "unsupported_algorithm",
  "loopback_consent",
  "consent_required",
  "development_keys",
];

afterEach(() => vi.restoreAllMocks());

describe("diagnose finds what the page withholds", () => {
  test("WebCrypto, and asks nobody without it", async () => {
    const page = await openPage();
    vi.stubGlobal("crypto", {});
    const { findings, unchecked } = await diagnosed(page);
    expect(findings).toMatchObject([
      { code: "insecure_context", severity: "error", details: { origin: app } },
    ]);
    expect(unchecked.toSorted()).toEqual(later.toSorted());
    expect(requestsTo(page.tenant)).toEqual([]);
  });

  test.each(["refuses", "forgets"])("storage that %s", async (how) => {
    const page = await openPage();
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      if (how === "refuses") throw new DOMException("", "SecurityError");
    });
    expect(named(await diagnosed(page))).toEqual([{ code: "storage_blocked", details: {} }]);
  });

  const wrong: readonly Wrong[] = policies.map((policy) => ({
    title: `popups, by its Cross-Origin-Opener-Policy ${policy}`,
    browser: withPolicy(policy),
    found: { opener_policy: { policy } },
  }));
  test.each(titled(wrong))("%s", async (_, row) => {
    expect(await findingsIn(row)).toEqual(expectedIn(row));
  });

  test("popups, by a policy that also reports", async () => {
    const page = await openPage({}, {}, withPolicy('same-origin; report-to="x"'));
    const found = [{ code: "opener_policy", details: { policy: "same-origin" } }];
    expect(named(await diagnosed(page))).toEqual(found);
    // What becomes of a window is explained by it.
    page.tenant.faults.add({ fault: "coop", times: "always" });
    expect(named(await diagnosed(page, { interactive: true }))).toEqual(found);
  });

  test.each([[["frame-src"]], [["connect-src"]], [["connect-src", "frame-src"]]] as const)(
    "the tenant, by its Content-Security-Policy (%j)",
    async (stopped) => {
      const page = await openPage({}, {}, { stopped });
      const { findings, unchecked } = await diagnosed(page);
      expect(findings.map(({ code, details }) => ({ code, details }))).toEqual(
        stopped.map((directive) => ({
          code: "blocked_by_own_policy",
          details: { directive, origin: tenantOrigin },
        })),
      );
      const isCutOff = stopped[0] === "connect-src";
      expect(unchecked.includes("unknown_client")).toBe(isCutOff);
      expect(requestsTo(page.tenant).includes("POST /oauth/token")).toBe(!isCutOff);
    },
  );

  test.each([
    [tenantOrigin, "enforce", 1],
    [`${tenantOrigin}/authorize`, "enforce", 1],
    [`${tenantOrigin}/authorize`, "report", 0],
    [`${tenantOrigin}.evil.example/`, "enforce", 0],
    ["https://analytics.example/", "enforce", 0],
  ] as const)("%s stopped by a policy to %s counts %i times", async (uri, disposition, count) => {
    const page = await openPage();
    const diagnosis = diagnosed(page);
    for (const effectiveDirective of ["img-src", "img-src"]) {
      violate({ blockedURI: uri, disposition, effectiveDirective });
    }
    expect((await diagnosis).findings).toHaveLength(count);
  });

  test("nothing that a policy stops before or after it", async () => {
    const page = await openPage();
    const remove = vi.spyOn(document, "removeEventListener");
    const stop = () =>
      violate({
        blockedURI: tenantOrigin,
        disposition: "enforce",
        effectiveDirective: "connect-src",
      });
    stop();
    expect((await diagnosed(page)).findings).toEqual([]);
    stop();
    expect((await diagnosed(page)).findings).toEqual([]);
    expect(remove.mock.calls.map(([type]) => type)).toEqual([
      "securitypolicyviolation",
      "securitypolicyviolation",
    ]);
  });
});

test.each(["same-origin-allow-popups", "unsafe-none"])(
  "diagnose finds nothing wrong with a Cross-Origin-Opener-Policy %s",
  async (policy) => {
    expect(await findingsIn({ title: policy, browser: withPolicy(policy) })).toEqual([]);
  },
);

test("diagnose does without the page's own server", async () => {
  const page = await openPage({}, {}, { headers: "away" });
  expect((await diagnosed(page)).findings).toEqual([]);
});

test("diagnose asks the page's own server for the page's headers alone", async () => {
  const page = await openPage({ redirectUri: callback }, {}, { address: `${callback}?code=x#y` });
  const { mock } = vi.spyOn(globalThis, "fetch");
  await diagnosed(page);
  expect(
    mock.calls.filter(([url]) => typeof url === "string" && url.startsWith(app)),
  ).toMatchObject([[callback, { method: "HEAD" }]]);
});

describe("diagnose with a window", () => {
  test("tells that nobody is signed in from that it cannot tell", async () => {
    const page = await openPage();
    expect(await diagnosed(page, { interactive: true })).toEqual({
      findings: [],
      unchecked: ["clock_skew", "unsupported_algorithm"],
    });
    expect(page.browser.windows).toMatchObject([
      { closed: true, features: "popup,width=300,height=200" },
    ]);
    await diagnosed(page);
    expect(page.browser.windows).toHaveLength(1);
  });

  test("finds that the browser lets none open", async () => {
    const page = await openPage({}, {}, { windows: "refused" });
    const diagnosis = await diagnosed(page, { interactive: true });
    expect(diagnosis.findings).toMatchObject([
      { code: "popups_blocked", severity: "warning", details: {} },
    ]);
    expect(diagnosis.unchecked).toContain("popups_cut_off");
  });

  test("finds that the tenant's pages cut it off", async () => {
    const page = await openPage();
    page.tenant.faults.add({ match: { path: "/authorize" }, times: "always", fault: "coop" });
    const diagnosis = await diagnosed(page, { interactive: true });
    expect(named(diagnosis)).toEqual([cutOff]);
    expect(diagnosis.unchecked).not.toContain("popups_blocked");
  });

  test("waits in vain for a window that says nothing, and closes it", async () => {
    const page = await openPage();
    page.tenant.faults.add({ match: { path: "/authorize" }, times: "always", fault: "wm-silent" });
    const { findings } = await diagnosed(page, { interactive: true });
    expect(findings.map(({ code }) => code)).toEqual(["frames_refused"]);
    expect(page.browser.windows).toMatchObject([{ closed: true }]);
  });

  /** Opens a window whose answer never arrives, and gives a state and a way to answer in its place. */
  async function answered() {
    const page = await openPage();
    page.tenant.faults.add({ match: { path: "/authorize" }, times: "always", fault: "coop" });
    const diagnosis = diagnosed(page, { interactive: true });
    await asked(page, "/authorize", 2);
    const [opened] = page.browser.windows;
    const state = new URL(opened?.address ?? "").searchParams.get("state");
    return { diagnosis, state, opened };
  }

  test("takes the tenant's word from its own window alone, for its own question", async () => {
    const { diagnosis, state, opened } = await answered();
    const answer = { response: { state } };
    post(answer, "https://evil.example", opened);
    post(answer, tenantOrigin, window);
    const others = [{ response: { state: "other" } }, { response: {} }, { response: null }];
    for (const data of [...others, { response: "x" }, { state }, {}, null, "text"]) {
      post(data, tenantOrigin, opened);
    }
    expect(named(await diagnosis)).toEqual([cutOff]);
  });

  test.each([
    // A frame was told that nobody is signed in.
    [{ code: "x" }, ["third_party_cookies_blocked"]],
    [{ error: "login_required" }, []],
  ])("takes %j for an answer", async (members, codes) => {
    const { diagnosis, state, opened } = await answered();
    post({ response: { ...members, state } }, tenantOrigin, opened);
    const { findings, unchecked } = await diagnosis;
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(unchecked).toEqual(["clock_skew", "unsupported_algorithm"]);
  });
});

test("a silent answer that says nothing is as good as none", async () => {
  const page = await openPage();
  page.tenant.faults.add({ match: { path: "/authorize" }, times: "always", fault: "wm-silent" });
  const diagnosis = diagnosed(page);
  await asked(page, "/authorize");
  const [frame] = page.browser.frames;
  const state = new URL(frame?.src ?? "").searchParams.get("state");
  const data = { type: "authorization_response", response: { state } };
  post(data, tenantOrigin, frame?.contentWindow);
  expect((await diagnosis).findings.map(({ code }) => code)).toEqual(["frames_refused"]);
});
