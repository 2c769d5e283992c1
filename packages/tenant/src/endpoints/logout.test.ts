import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  app,
  clientId,
  locationOf,
  queryOf,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = { ...testSeed(), logoutUrls: ["http://localhost:3000/tenant-wide"] };
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

async function signedIn() {
  const visitor = visit(tenant);
  await visitor.signIn();
  const isSignedIn = async () => queryOf(await visitor.authorize({ prompt: "none" })).has("code");
  const logOut = (parameters: Record<string, string>) =>
    visitor.request(`/v2/logout?${new URLSearchParams(parameters)}`);
  return { isSignedIn, logOut };
}

describe("GET /v2/logout", () => {
  it("ends the session and returns to the client's address", async () => {
    const visitor = await signedIn();
    const response = await visitor.logOut({ client_id: clientId, returnTo: app, federated: "" });
    expect(response.status).toBe(302);
    expect(locationOf(response)).toBe(app);
    expect(await visitor.isSignedIn()).toBe(false);
  });

  it("says OK without an address", async () => {
    const visitor = await signedIn();
    expect(await (await visitor.logOut({})).text()).toBe("OK");
    expect(await visitor.isSignedIn()).toBe(false);
  });

  it("holds the tenant's list against a request that names no client", async () => {
    const visitor = await signedIn();
    const returnTo = `${app}/tenant-wide`;
    expect((await visitor.logOut({ returnTo })).status).toBe(302);
    expect((await visitor.logOut({ returnTo, client_id: clientId })).status).toBe(400);
    expect((await visitor.logOut({ returnTo: app })).status).toBe(400);
  });

  it("never redirects elsewhere and then leaves the session alone", async () => {
    const visitor = await signedIn();
    for (const returnTo of ["https://evil.example", `${app}/other`, "javascript:alert(1)"]) {
      const response = await visitor.logOut({ client_id: clientId, returnTo });
      expect(response.status).toBe(400);
      expect(response.headers.get("location")).toBeNull();
      expect(response.headers.get("content-type")).toContain("text/html");
    }
    expect(await visitor.isSignedIn()).toBe(true);
  });
});
