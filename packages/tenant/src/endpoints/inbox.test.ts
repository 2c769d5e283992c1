import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openTestTenant, type OpenTestTenant } from "../../test/open-test-tenant.js";
import { ada, app, clientId, jsonOf, realm, visit } from "../../test/visitor.js";
import type { InboxMessage } from "../state/inbox.js";

let tenant: OpenTestTenant;
beforeAll(async () => {
  tenant = await openTestTenant();
});
afterEach(() => tenant.restore());
afterAll(() => tenant.close());

const read = (query = "", headers: Record<string, string> = {}) =>
  visit(tenant).request(`/_tenant/inbox${query}`, { headers });
const list = async (query = "") => jsonOf<InboxMessage[]>(await read(query));
const idsOf = (messages: readonly InboxMessage[]) => messages.map(({ id }) => id);

describe("inbox for programs", () => {
  it("lists what was sent, newest first, and leaves out what a message does not have", async () => {
    const url = `${tenant.url}/u/x?ticket=1`;
    const mail = tenant.send({ kind: "reset", url, locale: "de-AT", clientId: "shop" });
    const sms = tenant.send({ kind: "sms", to: "+15551234567", subject: "Code", code: "123456" });
    const rest = { subject: "Your code", to: ada.username };
    expect(await list()).toEqual([
      {
        id: sms.id,
        ts: sms.at,
        kind: "sms",
        to: sms.to,
        subject: "Code",
        code: "123456",
        locale: null,
      },
      { id: mail.id, ts: mail.at, kind: "reset", ...rest, url, locale: "de-AT", clientId: "shop" },
    ]);
  });

  it("has a mail as soon as the request that causes it is answered", async () => {
    const visitor = visit(tenant);
    const body = { client_id: clientId, connection: realm, email: ada.username };
    await visitor.postJson("/dbconnections/change_password", body);
    expect(await list()).toMatchObject([{ kind: "reset", to: ada.username }]);
  });

  it("narrows the list by recipient in any case, kind, time and id", async () => {
    const first = tenant.send();
    const other = tenant.send({ to: "grada@example.com", kind: "link" });
    tenant.context.clock.offset(60_000);
    const late = tenant.send({ kind: "link" });
    expect(idsOf(await list("?to=ADA@example.com"))).toEqual([late.id, first.id]);
    expect(idsOf(await list("?kind=link"))).toEqual([late.id, other.id]);
    expect(idsOf(await list(`?since=${late.at}`))).toEqual([late.id]);
    expect(idsOf(await list(`?after=${first.id}`))).toEqual([late.id, other.id]);
    expect(idsOf(await list(`?to=&kind=&since=&after=`))).toHaveLength(3);
  });

  it.each(["kind=spam", "since=yesterday", "after=-1", "after=1.5", "after=9007199254740993"])(
    "refuses %s and says what it expects",
    async (query) => {
      for (const path of [`?${query}`, `/wait?timeout=0&${query}`]) {
        const response = await read(path);
        expect(response.status).toBe(400);
        expect(await response.json()).toEqual({
          error: "invalid_request",
          error_description: expect.stringMatching(/^\w+: expected /),
        });
      }
    },
  );

  it("is cleared by whoever knows the admin token, and ids go on after that", async () => {
    const before = tenant.send();
    const clear = (headers: Record<string, string>) =>
      visit(tenant).request("/_tenant/inbox", { method: "DELETE", headers });
    expect((await clear({})).status).toBe(401);
    expect((await clear({ "x-tenant-token": "guess" })).status).toBe(401);
    expect(await list()).toHaveLength(1);
    expect((await clear({ "x-tenant-token": tenant.context.adminToken })).status).toBe(204);
    expect(await list()).toEqual([]);
    expect(tenant.send().id).toBeGreaterThan(before.id);
  });

  it("uses up no fault that was meant for something else", async () => {
    tenant.context.faults.add({ fault: "html500" });
    expect((await read()).status).toBe(200);
    expect((await read("/wait?timeout=0")).status).toBe(404);
    expect(tenant.context.faults.list()).toMatchObject([{ hits: 0 }]);
  });
});

describe("waiting for a message", () => {
  const wait = async (query: string, init: RequestInit = {}) => {
    const response = await visit(tenant).request(`/_tenant/inbox/wait?${query}`, init);
    return { status: response.status, body: await response.text() };
  };
  const waiting = () => tenant.context.arrivals.listenerCount("message");
  const listening = (count: number) => vi.waitFor(() => expect(waiting()).toBe(count));

  it("answers with the newest match at once", async () => {
    tenant.send({ code: "1" });
    const newest = tenant.send({ code: "2" });
    tenant.send({ to: "grace@example.com" });
    const { body } = await wait(`to=${ada.username}`);
    expect(JSON.parse(body)).toMatchObject({ id: newest.id, code: "2" });
  });

  it("holds on until a message matches, and gives that one", async () => {
    const { id } = tenant.send({ kind: "reset" });
    const answer = wait(`to=${ada.username}&kind=reset&after=${id}`);
    await listening(1);
    tenant.send({ kind: "reset", to: "grace@example.com" });
    tenant.send({ kind: "code" });
    const expected = tenant.send({ kind: "reset", to: "Ada@Example.com" });
    expect(JSON.parse((await answer).body)).toMatchObject({ id: expected.id });
    expect(waiting()).toBe(0);
  });

  it("misses none of several: after an id it gives the first that follows", async () => {
    const sent = [tenant.send(), tenant.send(), tenant.send()];
    const first = JSON.parse((await wait("after=0")).body) as InboxMessage;
    const second = JSON.parse((await wait(`after=${first.id}`)).body) as InboxMessage;
    expect([first.id, second.id]).toEqual(sent.slice(0, 2).map(({ id }) => id));
  });

  it("gives up after the timeout in real time, whatever the tenant's clock says", async () => {
    tenant.context.clock.offset(-86_400_000);
    const { status, body } = await wait("timeout=1");
    expect(status).toBe(404);
    expect(JSON.parse(body)).toEqual({
      error: "not_found",
      error_description: "No message matched within 1 ms.",
    });
    expect(waiting()).toBe(0);
  });

  it("says it without an error where one is not wanted", async () => {
    expect(await wait("timeout=0&otherwise=204")).toEqual({ status: 204, body: "" });
  });

  it("refuses to wait longer than a minute", async () => {
    expect((await wait("timeout=60001")).status).toBe(400);
    expect((await wait("timeout=soon")).status).toBe(400);
  });

  it("stops when the client is gone", async () => {
    const client = new AbortController();
    const answer = wait("timeout=60000", { signal: client.signal });
    await listening(1);
    client.abort();
    await expect(answer).rejects.toThrow("aborted");
    await listening(0);
  });

  it("does not keep the tenant from closing", async () => {
    const own = await openTestTenant();
    const count = () => own.context.arrivals.listenerCount("message");
    const answer = fetch(`${own.url}/_tenant/inbox/wait?timeout=60000`);
    await vi.waitFor(() => expect(count()).toBe(1));
    await Promise.all([expect(answer).rejects.toThrow("fetch failed"), own.close()]);
    expect(count()).toBe(0);
  });
});

describe("whom the inbox is open to", () => {
  const paths = ["", "?format=json", "/wait?timeout=0"];

  it.each(paths)(
    "GET /_tenant/inbox%s is for programs and the tenant's own pages",
    async (path) => {
      tenant.send();
      for (const origin of [app, "null", "https://example.com"]) {
        const response = await read(path, { origin });
        expect(response.status).toBe(403);
        expect(response.headers.get("access-control-allow-origin")).toBeNull();
      }
      expect((await read(path, { origin: tenant.url })).status).toBe(200);
      expect((await read(path, { "sec-fetch-site": "same-origin" })).status).toBe(200);
    },
  );

  it.each(["same-site", "cross-site"])(
    "lets %s pages link to it, but not read it",
    async (site) => {
      // Not by `fetch`, which has a say of its own in these headers.
      const fetched = async (mode: string, dest: string) => {
        const request = get(`${tenant.url}/_tenant/inbox`, {
          headers: { "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest },
        });
        const [response] = (await once(request, "response")) as [IncomingMessage];
        response.resume();
        return response.statusCode;
      };
      expect(await fetched("navigate", "document")).toBe(200);
      expect(await fetched("navigate", "iframe")).toBe(403);
      expect(await fetched("no-cors", "script")).toBe(403);
      expect(await fetched("no-cors", "empty")).toBe(403);
    },
  );
});
