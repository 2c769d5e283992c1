import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestTenant, type OpenTestTenant } from "../../test/open-test-tenant.js";
import { ada, app, locationOf, visit, type Visitor } from "../../test/visitor.js";
import type { PushStatus } from "../state/push-decisions.js";

let tenant: OpenTestTenant;
let reader: Visitor;
beforeAll(async () => {
  tenant = await openTestTenant();
});
beforeEach(() => {
  reader = visit(tenant);
});
afterEach(() => tenant.restore());
afterAll(() => tenant.close());

const html = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const open = (query = "") => reader.request(`/_tenant/inbox${query}`, { headers: html });
const textOf = async (query = "") => (await open(query)).text();
const csrfOf = (page: string) => /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
const idsIn = (page: string) => [...page.matchAll(/data-id="(\d+)"/g)].map(([, id]) => Number(id));
const isHidden = (page: string, id: string) => new RegExp(`id="${id}"[^>]* hidden`).test(page);

describe("inbox page", () => {
  it("shows each message with code and link, newest first", async () => {
    const url = `${tenant.url}/u/reset-password?ticket=a&b=c`;
    tenant.send({ subject: "A link", url });
    tenant.send({ subject: "A code", code: "482913" });
    const page = await textOf();
    expect(page.indexOf("A code")).toBeLessThan(page.indexOf("A link"));
    expect(page).toContain(">482913<");
    expect(page).toContain(`href="${url.replace("&", "&amp;")}"`);
  });

  it("shows what came from outside as text", async () => {
    const evil = `"><img src=x onerror=alert(1)>`;
    tenant.send({
      to: evil,
      subject: evil,
      code: evil,
      url: "javascript:alert(1)",
      clientId: evil,
    });
    const page = await textOf();
    expect(page).not.toContain("<img");
    expect(page).not.toContain('href="javascript:');
  });

  it("runs the tenant's scripts only, may not be framed, and is not kept", async () => {
    const { headers } = await open();
    const policy = headers.get("content-security-policy");
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy).toContain(directive);
    }
    expect(policy).not.toContain("unsafe");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("is filtered without script by a part of recipient or subject, and by kind", async () => {
    const first = tenant.send({ to: "ada@example.com", subject: "Hello" });
    const second = tenant.send({ to: "grace@example.com", subject: "Ada writes", kind: "invite" });
    tenant.send({ to: "grace@example.com" });
    expect(idsIn(await textOf("?q=ADA"))).toEqual([second.id, first.id]);
    expect(idsIn(await textOf("?to=ada@example.com"))).toEqual([first.id]);
    const page = await textOf("?q=ada&kind=invite");
    expect(idsIn(page)).toEqual([second.id]);
    expect(page).toContain("1 of 3 messages");
    expect(page).toContain('value="ada"');
    expect(page).toContain('<option value="invite" selected>');
  });

  it("says why it is empty", async () => {
    const empty = await textOf();
    expect([isHidden(empty, "empty"), isHidden(empty, "nothing")]).toEqual([false, true]);
    tenant.send();
    const nothing = await textOf("?q=nobody");
    expect([isHidden(nothing, "empty"), isHidden(nothing, "nothing")]).toEqual([true, false]);
  });

  it("is shown at the tenant's own origin, whose forms it takes", async () => {
    const elsewhere = tenant.url.replace("localhost", "127.0.0.1");
    const response = await fetch(`${elsewhere}/_tenant/inbox?q=ada`, {
      headers: html,
      redirect: "manual",
    });
    expect(locationOf(response)).toBe(`${tenant.url}/_tenant/inbox?q=ada`);
  });

  it("finds every stylesheet and module that it and its scripts ask for", async () => {
    const page = await textOf();
    const seen = new Set<string>();
    const follow = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.add(path);
      const response = await reader.request(path);
      expect([path, response.status]).toEqual([path, 200]);
      const type = path.endsWith(".css") ? "text/css" : "text/javascript";
      expect(response.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
      const imports = [...(await response.text()).matchAll(/^import .* from "(.*)";$/gm)];
      await Promise.all(
        imports.map(([, name = ""]) => follow(new URL(name, tenant.url + path).pathname)),
      );
    };
    const asked = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)];
    await Promise.all(asked.map(([, path = ""]) => follow(path)));
    expect(seen.size).toBeGreaterThan(5);
    expect((await reader.request("/_tenant/inbox/scripts/other.js")).status).toBe(404);
  });
});

describe("what the page can change", () => {
  const statusOf = (id: number): PushStatus | undefined =>
    tenant.inbox.list().find((message) => message.id === id)?.push;

  it("is cleared by its own form", async () => {
    tenant.send();
    const csrf = csrfOf(await textOf());
    const response = await reader.postForm("/_tenant/inbox/clear", { csrf }, html);
    expect([response.status, locationOf(response)]).toEqual([303, "/_tenant/inbox"]);
    expect(tenant.inbox.list()).toEqual([]);
  });

  it.each(["approved", "denied"] as const)("records that a push was %s", async (decision) => {
    const { id } = tenant.sendPush();
    const verb = decision === "approved" ? "approve" : "deny";
    expect(statusOf(id)).toBe("pending");
    const csrf = csrfOf(await textOf());
    const response = await reader.postForm(`/_tenant/inbox/${id}/${verb}`, { csrf });
    expect(await response.json()).toEqual({ status: decision });
    expect(statusOf(id)).toBe(decision);
    expect(await textOf()).toContain(decision === "approved" ? ">Approved<" : ">Denied<");
  });

  it("takes one answer to a push, in time, and only to a push", async () => {
    const answered = tenant.sendPush();
    const late = tenant.sendPush();
    const code = tenant.send({ code: "1" });
    expect(tenant.inbox.approve(answered.id)).toBe(true);
    tenant.context.clock.offset(3_600_000);
    const csrf = csrfOf(await textOf());
    for (const id of [answered.id, late.id, code.id, 999, "x", "1e3", ""]) {
      const response = await reader.postForm(`/_tenant/inbox/${id}/deny`, { csrf });
      expect([id, response.status]).toEqual([id, id === "" ? 404 : 409]);
    }
    expect([statusOf(answered.id), statusOf(late.id), statusOf(code.id)]).toEqual([
      "approved",
      "over",
      undefined,
    ]);
  });

  it("is changed by programs with the admin token", async () => {
    const { id } = tenant.sendPush();
    const headers = { "x-tenant-token": tenant.context.adminToken };
    const post = (path: string) =>
      reader.request(`/_tenant/inbox/${path}`, { method: "POST", headers });
    expect(await (await post(`${id}/approve`)).json()).toEqual({ status: "approved" });
    expect(await (await post("clear")).json()).toEqual({ status: "cleared" });
  });

  it("is changed by nobody else", async () => {
    const { id } = tenant.sendPush();
    const csrf = csrfOf(await textOf());
    const stranger = visit(tenant);
    const foreign = csrfOf(
      await (await stranger.request("/_tenant/inbox", { headers: html })).text(),
    );
    for (const path of ["clear", `${id}/approve`, `${id}/deny`]) {
      const attempts = [
        reader.postForm(`/_tenant/inbox/${path}`, {}),
        reader.postForm(`/_tenant/inbox/${path}`, { csrf: foreign }),
        reader.postJson(`/_tenant/inbox/${path}`, { csrf }),
        stranger.postForm(`/_tenant/inbox/${path}`, { csrf }),
        reader.postForm(`/_tenant/inbox/${path}`, { csrf }, { origin: app }),
        reader.postForm(`/_tenant/inbox/${path}`, { csrf }, { origin: "null" }),
      ];
      for (const { status } of await Promise.all(attempts)) expect(status).toBe(403);
    }
    expect(tenant.inbox.list()).toMatchObject([{ to: ada.username, push: "pending" }]);
  });

  it("explains to a reader why a form was refused", async () => {
    const response = await reader.postForm("/_tenant/inbox/clear", {}, html);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("Open the inbox again");
  });
});
