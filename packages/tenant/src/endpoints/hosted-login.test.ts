import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  ada,
  app,
  callback,
  locationOf,
  messageOf,
  queryOf,
  startTestTenant,
  visit,
  type Visitor,
} from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.close());

async function openPage(visitor: Visitor, parameters: Record<string, string> = {}) {
  const address = locationOf(await visitor.authorize({ state: "s", ...parameters }));
  const response = await visitor.request(address);
  const page = await response.text();
  return { address, response, page, csrf: /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "" };
}

/** Follows the redirects of the tenant until one leaves it. */
async function follow(visitor: Visitor, response: Response): Promise<Response> {
  const address = locationOf(response);
  return address.startsWith("/") ? follow(visitor, await visitor.request(address)) : response;
}

describe("hosted login page", () => {
  it("signs in by a plain form and returns to the callback with code and state", async () => {
    const visitor = visit(tenant);
    const { address, csrf } = await openPage(visitor);
    const response = await follow(visitor, await visitor.postForm(address, { csrf, ...ada }));
    expect(locationOf(response).startsWith(`${callback}?`)).toBe(true);
    expect(queryOf(response).get("state")).toBe("s");
    expect(queryOf(response).get("code")).toBeTruthy();
    expect(queryOf(await visitor.authorize({ prompt: "none" })).has("code")).toBe(true);
  });

  it("answers a popup by web message after the login", async () => {
    const visitor = visit(tenant);
    const { address, csrf } = await openPage(visitor, { response_mode: "web_message" });
    const response = await follow(visitor, await visitor.postForm(address, { csrf, ...ada }));
    expect(await messageOf(response)).toMatchObject({
      origin: app,
      response: { code: expect.any(String), state: "s" },
    });
  });

  it("satisfies prompt=login", async () => {
    const visitor = visit(tenant);
    await visitor.signIn();
    const { address, csrf } = await openPage(visitor, { prompt: "login" });
    const response = await follow(visitor, await visitor.postForm(address, { csrf, ...ada }));
    expect(queryOf(response).get("code")).toBeTruthy();
  });

  it("keeps what was typed except the password when it is wrong", async () => {
    const visitor = visit(tenant);
    const { address, csrf } = await openPage(visitor);
    const wrong = { csrf, username: "<i>@example.com", password: "wrong-secret" };
    const response = await visitor.postForm(address, wrong);
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain('role="alert"');
    expect(page).toContain("&lt;i&gt;@example.com");
    expect(page).not.toContain("wrong-secret");
  });

  it("prefills the login hint and honours screen_hint=signup", async () => {
    const hinted = await openPage(visit(tenant), { login_hint: "grace@example.com" });
    expect(hinted.page).toContain('value="grace@example.com"');
    const signup = await openPage(visit(tenant), { screen_hint: "signup" });
    expect(signup.address).toMatch(/^\/u\/signup/);
  });

  it("creates an account and signs it in", async () => {
    const visitor = visit(tenant);
    const { address, csrf } = await openPage(visitor, { screen_hint: "signup" });
    const account = { csrf, email: "radia@example.com", password: "Spanning-Tree-1985" };
    const weak = await visitor.postForm(address, { ...account, password: "x" });
    expect(await weak.text()).toContain('role="alert"');
    const response = await follow(visitor, await visitor.postForm(address, account));
    expect(queryOf(response).get("code")).toBeTruthy();
  });

  it("refuses a form without this browser's CSRF token", async () => {
    const visitor = visit(tenant);
    const { address } = await openPage(visitor);
    const foreign = await openPage(visit(tenant));
    for (const csrf of ["", foreign.csrf]) {
      const response = await visitor.postForm(address, { csrf, ...ada });
      expect(response.status).toBe(403);
      expect(visitor.cookies.has(`tenant_session_${tenant.port}`)).toBe(false);
    }
  });

  it("refuses a form that another site sends", async () => {
    const visitor = visit(tenant);
    const { address, csrf } = await openPage(visitor);
    const form = { csrf, ...ada };
    for (const origin of [app, "null"]) {
      expect((await visitor.postForm(address, form, { origin })).status).toBe(403);
    }
    expect((await visitor.postForm(address, form, { origin: tenant.url })).status).toBe(303);
  });

  it("cannot be resumed by another browser, or twice", async () => {
    const visitor = visit(tenant);
    const { address, csrf } = await openPage(visitor);
    const resume = locationOf(await visitor.postForm(address, { csrf, ...ada }));
    const thief = visit(tenant);
    await thief.signIn();
    expect((await thief.request(resume)).status).toBe(400);
    expect((await visitor.request(resume)).status).toBe(302);
    expect((await visitor.request(resume)).status).toBe(400);
  });

  it("may not be framed, runs no script, and its form may lead to the callback", async () => {
    const { response } = await openPage(visit(tenant));
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`form-action 'self' ${app}`);
    expect(policy).not.toContain("script-src");
    expect(response.headers.get("x-frame-options")).toBeNull();
  });

  it("says so when its time is over", async () => {
    const visitor = visit(tenant);
    const { address } = await openPage(visitor);
    tenant.clock.offset(3_601_000);
    const response = await visitor.request(address);
    tenant.clock.offset(0);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("expired");
  });
});
