import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTenant, type RunningTenant } from "../index.js";
import { app, callback, clientId, startTestTenant, testSeed, visit } from "../../test/visitor.js";

const office = { name: "office", strategy: "ad", kind: "enterprise" } as const;

/** Elsewhere is no range that a test could come from. */
function seedOf(ipRanges: string[]) {
  const seed = testSeed();
  seed.connections?.push(
    { ...office, name: "elsewhere", ipRanges: ["203.0.113.0/24", "2001:db8::/32"] },
    { ...office, name: "nowhere" },
    { ...office, ipRanges },
  );
  seed.clients.push({
    clientId: "narrow",
    name: "Narrow",
    callbacks: [callback],
    webOrigins: [app],
    logoutUrls: [],
    connections: ["elsewhere"],
  });
  return seed;
}

const ldaps = (client = clientId) => `/user/ssodata?ldaps=1&client_id=${client}`;

let inside: RunningTenant;
let outside: RunningTenant;
let modern: RunningTenant;
beforeAll(async () => {
  const legacyEndpoints = true;
  inside = await startTestTenant({ seed: seedOf(["127.0.0.0/8"]), legacyEndpoints });
  outside = await startTestTenant({ seed: seedOf(["10.0.0.0/8"]), legacyEndpoints });
  modern = await startTestTenant({ seed: seedOf(["127.0.0.0/8"]) });
});
afterAll(() => Promise.all([inside.close(), outside.close(), modern.close()]));

const ask = async (tenant: RunningTenant, path = ldaps(), visitor = visit(tenant)) =>
  (await visitor.request(path, { headers: { origin: app } })).json();

describe("GET /user/ssodata?ldaps=1", () => {
  it("names the connection of the network that the caller is in", async () => {
    const network = { connection: "office", strategy: "ad" };
    expect(await ask(inside)).toEqual({ sso: false, ...network });
    const visitor = visit(inside);
    await visitor.signIn();
    expect(await ask(inside, ldaps(), visitor)).toMatchObject({
      sso: true,
      lastUsedClientID: clientId,
      ...network,
    });
  });

  it("counts a request without a socket as one of this computer", async () => {
    for (const [range, connection] of [
      ["::1", "office"],
      ["10.0.0.0/8", undefined],
    ] as const) {
      const tenant = await createTenant({
        scryptCost: 2,
        seed: seedOf([range]),
        legacyEndpoints: true,
      });
      const response = await tenant.fetch(new Request(`${tenant.url}${ldaps()}`));
      expect((await response.json()).connection).toBe(connection);
      await tenant.close();
    }
  });

  it.each([
    ["in another network", () => outside, ldaps()],
    ["unless it is asked", () => inside, "/user/ssodata"],
    ["for a client that may not use it", () => inside, ldaps("narrow")],
    ["for an unknown client", () => inside, ldaps("nobody")],
    ["for no client", () => inside, "/user/ssodata?ldaps=1"],
    ["where retired endpoints are off", () => modern, ldaps()],
  ] as const)("names none %s", async (_, tenant, path) => {
    expect(await ask(tenant(), path)).toEqual({ sso: false });
  });
});
