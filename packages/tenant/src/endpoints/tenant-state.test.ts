import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant, TenantState } from "../index.js";
import { ada, app, jsonOf, queryOf, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

const token = () => ({ "x-tenant-token": tenant.adminToken });

function call(method: string, path: string, body?: unknown): Promise<Response> {
  const headers = { ...token(), "content-type": "application/json" };
  return visit(tenant).request(path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const findAda = () => tenant.state().users.find(({ email }) => email === ada.username);

describe("GET /_tenant/state", () => {
  it("counts, and lists users without anything that signs them in", async () => {
    const visitor = visit(tenant);
    await visitor.signIn();
    await visitor.exchange();
    const state = await jsonOf<TenantState>(await call("GET", "/_tenant/state"));
    expect(state).toEqual(tenant.state());
    expect(state.counts).toMatchObject({
      users: state.users.length,
      sessions: 1,
      refreshFamilies: 1,
      codes: 2,
    });
    expect(state.users.find(({ email }) => email === ada.username)).toMatchObject({
      connections: ["Username-Password-Authentication"],
      emailVerified: true,
      blocked: false,
      sessions: 1,
    });
    expect(JSON.stringify(state)).not.toContain("scrypt");
  });
});

describe("PATCH /_tenant/users/{who}", () => {
  it("changes a user by id or by address", async () => {
    const id = findAda()?.userId ?? "";
    const path = `/_tenant/users/${encodeURIComponent(id)}`;
    expect((await call("PATCH", path, { blocked: true, mfaRequired: true })).status).toBe(204);
    expect(findAda()).toMatchObject({ blocked: true, mfaRequired: true, emailVerified: true });
    const body = { blocked: false, email_verified: false };
    expect((await call("PATCH", "/_tenant/users/ADA@example.com", body)).status).toBe(204);
    expect(findAda()).toMatchObject({ blocked: false, mfaRequired: true, emailVerified: false });
  });

  it("decides over the next sign-in", async () => {
    tenant.updateUser(ada.username, { blocked: true });
    expect((await visit(tenant).coAuthenticate()).status).not.toBe(200);
    tenant.updateUser(ada.username, { blocked: false });
    expect((await visit(tenant).coAuthenticate()).status).toBe(200);
  });

  it.each([
    [{ blocked: "yes" }, 400],
    [{ password: "x" }, 400],
    [[], 400],
  ])("refuses %j", async (body, status) => {
    expect((await call("PATCH", `/_tenant/users/${ada.username}`, body)).status).toBe(status);
  });

  it("knows nobody else", async () => {
    const response = await call("PATCH", "/_tenant/users/nobody@example.com", { blocked: true });
    expect(response.status).toBe(404);
    expect(() => tenant.updateUser("nobody@example.com", {})).toThrow("no user nobody@example.com");
  });
});

describe("DELETE /_tenant/sessions", () => {
  it("ends those of one address, or all", async () => {
    const visitor = visit(tenant);
    const silently = async () => queryOf(await visitor.authorize({ prompt: "none" })).get("error");
    await visitor.signIn();
    expect((await call("DELETE", "/_tenant/sessions?email=eve@example.com")).status).toBe(204);
    expect(await silently()).toBeNull();
    await call("DELETE", "/_tenant/sessions?email=ada@example.com");
    expect(await silently()).toBe("login_required");
    await visitor.signIn();
    await call("DELETE", "/_tenant/sessions");
    expect(await silently()).toBe("login_required");
  });
});

describe("everything below /_tenant/ that drives the tenant", () => {
  it.each([
    ["GET", "/_tenant/state"],
    ["GET", "/_tenant/clock"],
    ["POST", "/_tenant/clock"],
    ["GET", "/_tenant/requests"],
    ["DELETE", "/_tenant/requests"],
    ["POST", "/_tenant/seed"],
    ["POST", "/_tenant/reset"],
    ["PATCH", `/_tenant/users/${ada.username}`],
    ["DELETE", "/_tenant/sessions"],
  ])(
    "%s %s obeys only who knows the token, and no page of another origin",
    async (method, path) => {
      expect((await visit(tenant).request(path, { method })).status).toBe(401);
      const headers = { ...token(), origin: app };
      expect((await visit(tenant).request(path, { method, headers })).status).toBe(403);
    },
  );
});
