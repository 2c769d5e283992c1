import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { ada, ascending, jsonOf, queryOf, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant({ bruteForceLimit: 3 });
});
afterAll(() => tenant.close());

interface OAuthErrorBody {
  error: string;
  error_description: string;
}

describe("POST /co/authenticate", () => {
  it("answers a right password with a ticket, a verifier and a cookie", async () => {
    const response = await visit(tenant).coAuthenticate();
    expect(response.status).toBe(200);
    const body = await jsonOf<Record<string, string>>(response);
    expect(Object.keys(body)).toEqual(["login_ticket", "co_verifier", "co_id"]);
    expect(response.headers.get("set-cookie")).toMatch(
      new RegExp(`^tenant_co_${tenant.port}_${body["co_id"]}=.*HttpOnly; SameSite=Lax`),
    );
  });

  it("takes credential type password without a realm", async () => {
    const response = await visit(tenant).coAuthenticate({
      credential_type: "password",
      realm: undefined,
    });
    expect(response.status).toBe(200);
  });

  it("refuses a body that is no JSON object", async () => {
    const visitor = visit(tenant);
    const form = await visitor.postForm("/co/authenticate", { username: "x" }, {});
    const list = await visitor.postJson("/co/authenticate", []);
    expect([form.status, list.status]).toEqual([400, 400]);
  });

  it("does not tell an unknown user from a wrong password", async () => {
    const wrong = await visit(tenant).coAuthenticate({
      username: "ADA@example.com ",
      password: "x",
    });
    const unknown = await visit(tenant).coAuthenticate({
      username: "no@example.com",
      password: "x",
    });
    expect(unknown.status).toBe(wrong.status);
    expect(await unknown.text()).toBe(await wrong.text());
  });

  it("does not tell a blocked user from another by a wrong password", async () => {
    const blocked = { username: "blocked@example.com", password: "wrong" };
    const response = await visit(tenant).coAuthenticate(blocked);
    expect((await jsonOf<OAuthErrorBody>(response)).error).toBe("access_denied");
  });

  it("blocks after too many failures in a row, also for names nobody has", async () => {
    for (const username of ["grace@example.com", "nobody@example.com"]) {
      await tenant.seed({ clients: [], users: [{ email: "grace@example.com", password: "p" }] });
      const attempt = (password: string) => visit(tenant).coAuthenticate({ username, password });
      for (const password of ["1", "2", "3"]) expect((await attempt(password)).status).toBe(403);
      const blocked = await attempt("p");
      expect(blocked.status).toBe(429);
      expect(await blocked.json()).toEqual({
        error: "too_many_attempts",
        error_description:
          "Your account has been blocked after multiple consecutive login attempts. " +
          "We’ve sent you an email with instructions on how to unblock it.",
      });
    }
  });

  it("lets parallel guesses not slip past the limit", async () => {
    const attempts = ["1", "2", "3", "4", "5", "6"].map((password) =>
      visit(tenant).coAuthenticate({ username: "parallel@example.com", password }),
    );
    const statuses = (await Promise.all(attempts)).map((response) => response.status);
    expect(statuses.toSorted(ascending)).toEqual([403, 403, 403, 429, 429, 429]);
  });

  it("does not take parallel sign-ins for guesses", async () => {
    const logins = Array.from({ length: 6 }, () => visit(tenant).coAuthenticate());
    const statuses = (await Promise.all(logins)).map((response) => response.status);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it("forgets failures after a success", async () => {
    await tenant.seed({ clients: [], users: [{ email: "joan@example.com", password: "p" }] });
    const attempt = (password: string) =>
      visit(tenant).coAuthenticate({ username: "joan@example.com", password });
    for (const password of ["1", "2", "p", "3", "4"]) await attempt(password);
    expect((await attempt("p")).status).toBe(200);
  });
});

describe("login ticket", () => {
  const ticketOf = async (response: Response) =>
    (await jsonOf<{ login_ticket: string }>(response)).login_ticket;

  it("is good once", async () => {
    const visitor = visit(tenant);
    const login_ticket = await ticketOf(await visitor.coAuthenticate());
    expect(queryOf(await visitor.authorize({ login_ticket })).get("code")).toBeTruthy();
    const again = queryOf(await visitor.authorize({ login_ticket }));
    expect(again.get("error")).toBe("access_denied");
  });

  it("expires by the tenant's clock", async () => {
    const visitor = visit(tenant);
    const login_ticket = await ticketOf(await visitor.coAuthenticate());
    tenant.clock.offset(301_000);
    const response = queryOf(await visitor.authorize({ login_ticket }));
    tenant.clock.offset(0);
    expect(response.get("error")).toBe("access_denied");
  });

  it("belongs to one client", async () => {
    const other = { callbacks: ["http://localhost:3000/callback"], webOrigins: [], logoutUrls: [] };
    await tenant.seed({ clients: [{ clientId: "other", name: "Other", ...other }] });
    const visitor = visit(tenant);
    const login_ticket = await ticketOf(await visitor.coAuthenticate());
    const response = await visitor.authorize({ login_ticket, client_id: "other" });
    expect(queryOf(response).get("error")).toBe("access_denied");
  });

  it("needs its cookie: a silent request without it is login_required", async () => {
    const login_ticket = await ticketOf(await visit(tenant).coAuthenticate());
    const response = await visit(tenant).authorize({ login_ticket, prompt: "none" });
    expect(queryOf(response).get("error")).toBe("login_required");
  });

  it("needs its cookie: an interactive request without it shows the login page, prefilled", async () => {
    const login_ticket = await ticketOf(await visit(tenant).coAuthenticate());
    const visitor = visit(tenant);
    const response = await visitor.authorize({ login_ticket });
    expect(response.headers.get("location")).toMatch(/^\/u\/login\?state=/);
    const page = await visitor.request(response.headers.get("location") ?? "");
    expect(await page.text()).toContain(`value="${ada.username}"`);
  });

  it("is enough alone when the binding is lax", async () => {
    const lax = await startTestTenant({ ticketBinding: "lax" });
    const login_ticket = await ticketOf(await visit(lax).coAuthenticate());
    const response = await visit(lax).authorize({ login_ticket, prompt: "none" });
    expect(queryOf(response).get("code")).toBeTruthy();
    await lax.close();
  });
});
