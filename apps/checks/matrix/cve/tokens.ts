import { startTenant, sampleSeed, type NewFaultRule } from "@portico/tenant";
import { expect } from "../../e2e/fixtures.js";
import { foreignToken } from "../../wire/foreign-token.js";
import { arriveBy, pathsAsked, type Given, type Proof, type Way } from "./given.js";
import type { ClientCve } from "./pack.js";
import { withSignedPayload } from "./signed-payload.js";

type TokenCve = Extract<
  ClientCve,
  "CVE-2018-6873" | "CVE-2026-42280" | "CVE-2026-107371" | "CVE-2026-28498" | "CVE-2026-44459"
>;

const refused = { code: "invalid_token" };

/** What is wrong in tokens that are really signed. */
export const tokenProofs: Readonly<Record<TokenCve, Proof>> = {
  async "CVE-2018-6873"(given) {
    const { lab, stack } = given;
    await lab.signIn();
    for (const way of ["in-page", "password-realm", "implicit", "silent", "popup", "redirect"]) {
      for (const fault of ["token:wrong-audience", "token:wrong-issuer"] as const) {
        expectRefused(await underFault(given, fault, way as Way));
      }
    }
    await tokenOfAnotherTenant(given);
    // Nor as the other account that is to be linked.
    await lab.open();
    await lab.signIn();
    const proof = await lab.popup("proveIdentity", {}, async (popup) => {
      await popup.locator("#username").waitFor();
      stack.tenant.faults.add({ match: {}, fault: "token:wrong-audience" });
      await lab.typeCredentials(popup);
    });
    expect(proof).toMatchObject(refused);
    expect(pathsAsked(given).filter((path) => path.endsWith("/identities"))).toEqual([]);
  },

  async "CVE-2026-42280"(given) {
    const { lab, stack } = given;
    await lab.signIn();
    for (const way of ["in-page", "password-realm", "implicit", "silent", "popup", "redirect"]) {
      for (const fault of ["token:hs256", "token:alg-none", "token:wrong-key"] as const) {
        expectRefused(await underFault(given, fault, way as Way));
        const asked = pathsAsked(given);
        expect(asked).not.toContain("/userinfo");
        const issued = asked.findLastIndex((path) => ["/oauth/token", "/authorize"].includes(path));
        const later = asked.slice(issued + 1).filter((path) => path !== "/.well-known/jwks.json");
        expect(later, "what was asked for after the token had come").toEqual([]);
        stack.tenant.clearRequests();
        expect((await lab.call("getAccessToken")).code).toBe("login_required");
        expect((await lab.call("userInfo")).code).toBe("login_required");
        expect(pathsAsked(given)).toEqual([]);
      }
    }
  },

  async "CVE-2026-107371"(given) {
    const { lab } = given;
    await lab.signIn();
    const asked = { prompt: "login" } as const;
    const rows = [
      ["redirect", { maxAge: 0, ...asked }],
      ["redirect", { maxAge: 60, ...asked }],
      ["popup", { maxAge: 0, ...asked }],
      ["popup", { maxAge: 60, ...asked }],
      // The tenant itself refuses a silent request where the last sign-in is too long ago.
      ["silent", { maxAge: 900 }],
    ] as const;
    for (const [way, params] of rows) {
      for (const fault of ["token:missing-auth-time", "token:old-auth-time"] as const) {
        expectRefused(await underFault(given, fault, way, params));
      }
    }
    const old = await underFault(given, "token:old-auth-time", "silent");
    expect(old.code, "nobody asked for a fresh one").toBeUndefined();
    given.stack.tenant.faults.clear();
    const fresh = await arriveBy(lab, "silent", { maxAge: 3600 });
    expect(fresh.value).toMatchObject({ kind: "authenticated" });
  },

  async "CVE-2026-28498"(given) {
    const { lab } = given;
    await lab.signIn();
    for (const way of ["in-page", "password-realm", "implicit", "silent", "popup"] as const) {
      expectRefused(await underFault(given, "token:wrong-at-hash", way));
      const missing = await underFault(given, "token:missing-at-hash", way);
      // Only what came by the address has no other tie to the access token (OpenID Connect Core 3.2.2.9).
      if (way === "implicit") expectRefused(missing);
      else expect(missing.code).toBeUndefined();
    }
  },

  async "CVE-2026-44459"(given) {
    const { lab, page } = given;
    const payload = await withSignedPayload(page, given.stack.tenant.url);
    const strange = ["1e999", "-1e999", "1e300", "null", '"never"', "true", "[]", "{}", "0.5"];
    for (const claim of ["exp", "iat", "nbf", "auth_time"]) {
      for (const value of strange) {
        await lab.attach();
        payload.change = (text) => replaced(text, claim, value);
        const ended = await lab.call("login", { ...lab.user, via: "password-realm" });
        expect(ended, `${claim}: ${value}`).toMatchObject(refused);
        expect(await lab.session()).not.toMatchObject({ status: "authenticated" });
      }
    }
    payload.change = (text) => text;
    await lab.attach();
    await lab.signIn({ ...lab.user, via: "password-realm" });
  },
};

/** The claim with this value as JSON writes it; what it was before is gone. */
function replaced(payload: string, claim: string, value: string): string {
  const { [claim]: _former, ...others } = JSON.parse(payload) as Record<string, unknown>;
  return `${JSON.stringify(others).slice(0, -1)},${JSON.stringify(claim)}:${value}}`;
}

async function underFault(
  { lab, stack }: Given,
  fault: NewFaultRule["fault"],
  way: Way,
  params: Parameters<typeof arriveBy>[2] = {},
) {
  const { faults } = stack.tenant;
  faults.clear();
  stack.tenant.clearRequests();
  const { id } = faults.add({ match: {}, times: "always", fault });
  const ended = await arriveBy(lab, way, params);
  expect(
    faults.list().find((rule) => rule.id === id)?.hits,
    `${way}: ${JSON.stringify(fault)}`,
  ).toBe(1);
  const session = await lab.session();
  return { ...ended, session, way, fault };
}

function expectRefused(ended: Awaited<ReturnType<typeof underFault>>): void {
  const { way, fault, session, code } = ended;
  expect(code, `${way}: ${JSON.stringify(fault)}`).toBe(refused.code);
  expect(session).not.toMatchObject({ status: "authenticated" });
}

/** What another tenant has signed for an application of the same name comes in the answer of this one. */
async function tokenOfAnotherTenant({ lab, stack, page }: Given): Promise<void> {
  stack.tenant.faults.clear();
  const seed = sampleSeed([stack.app]);
  const other = await startTenant({ port: 0, scryptCost: 1024, seed });
  try {
    const idToken = await foreignToken({ ...stack, tenant: other }, stack.user);
    await page.route("**/oauth/token", async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as Record<string, unknown>;
      await route.fulfill({ response, json: { ...answer, id_token: idToken } });
    });
    await lab.attach();
    const ended = await lab.call("login", { ...stack.user, via: "password-realm" });
    expect(ended).toMatchObject(refused);
    await page.unroute("**/oauth/token");
  } finally {
    await other.close();
  }
}
