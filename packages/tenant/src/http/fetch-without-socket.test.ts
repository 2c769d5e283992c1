import { afterEach, describe, expect, it } from "vitest";
import { createTenant, type Tenant, type UnboundTenantOptions } from "../index.js";
import {
  ada,
  app,
  callback,
  clientId,
  jsonOf,
  queryOf,
  realm,
  testSeed,
} from "../../test/visitor.js";

const tenants: Tenant[] = [];
afterEach(async () => {
  await Promise.all(tenants.splice(0).map((tenant) => tenant.close()));
});

async function create(options: UnboundTenantOptions = {}): Promise<Tenant> {
  const tenant = await createTenant({ scryptCost: 2, seed: testSeed(), ...options });
  tenants.push(tenant);
  return tenant;
}

const keySet = "/.well-known/jwks.json";

describe("createTenant", () => {
  it("signs somebody in without a socket", async () => {
    const tenant = await create();
    const ticket = await tenant.fetch(
      new Request(`${tenant.url}/co/authenticate`, {
        method: "POST",
        headers: { origin: app, "content-type": "application/json" },
        body: JSON.stringify({
          client_id: clientId,
          credential_type: "http://auth0.com/oauth/grant-type/password-realm",
          realm,
          ...ada,
        }),
      }),
    );
    const { login_ticket } = await jsonOf<{ login_ticket: string }>(ticket);
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: callback,
      response_type: "code",
      login_ticket,
    });
    const [cookie = ""] = ticket.headers.getSetCookie();
    const answer = await tenant.fetch(
      new Request(`${tenant.url}/authorize?${query}`, {
        headers: { cookie: cookie.split(";")[0] ?? "" },
      }),
    );
    expect(answer.status).toBe(302);
    expect(queryOf(answer).get("code")).toBeTruthy();
    expect(tenant.requests().map(({ path, status }) => [path, status])).toEqual([
      ["/co/authenticate", 200],
      ["/authorize", 302],
    ]);
  });

  it("answers at its url, and at other names of this machine only", async () => {
    const tenant = await create();
    expect(tenant.url).toBe("http://localhost:4101");
    for (const origin of [tenant.url, "http://127.0.0.1:4101", "http://tenant.localhost:4101"]) {
      expect((await tenant.fetch(new Request(origin + keySet))).status).toBe(200);
    }
    for (const origin of ["http://localhost:4102", "http://example.com:4101"]) {
      expect((await tenant.fetch(new Request(origin + keySet))).status).toBe(403);
    }
  });

  it("has the address it is given", async () => {
    const tenant = await create({ url: "https://login.example" });
    expect(tenant.issuer).toBe("https://login.example/");
    const answer = await tenant.fetch(new Request("https://login.example/v2/logout"));
    expect(answer.headers.getSetCookie().join()).toMatch(/^tenant_session_443=;.*; Secure/);
    await expect(createTenant({ url: "login.example" })).rejects.toThrow("give an origin");
  });

  it("fails as fetch does when the connection breaks", async () => {
    const tenant = await create();
    tenant.faults.add({ fault: "network" });
    const request = new Request(tenant.url + keySet);
    await expect(tenant.fetch(request)).rejects.toThrow(new TypeError("fetch failed"));
    expect((await tenant.fetch(request)).status).toBe(200);
  });

  it("fails with the reason of an abort, before and while it answers", async () => {
    const tenant = await create();
    const reason = new DOMException("late", "AbortError");
    const early = new Request(tenant.url + keySet, { signal: AbortSignal.abort(reason) });
    await expect(tenant.fetch(early)).rejects.toBe(reason);
    tenant.faults.add({ fault: "hang" });
    const controller = new AbortController();
    const hanging = tenant.fetch(new Request(tenant.url + keySet, { signal: controller.signal }));
    controller.abort(reason);
    await expect(hanging).rejects.toBe(reason);
  });

  it("lets nothing hang once it is closed", async () => {
    const tenant = await create();
    tenant.faults.add({ fault: "hang", times: "always" });
    const hanging = Array.from({ length: 20 }, () =>
      tenant.fetch(new Request(tenant.url + keySet)),
    );
    const outcomes = Promise.allSettled(hanging);
    await tenant.close();
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ status: "rejected" });
    await expect(tenant.fetch(new Request(tenant.url + keySet))).rejects.toThrow("fetch failed");
  });
});
