import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openTestTenant, type OpenTestTenant } from "../../test/open-test-tenant.js";
import { ada } from "../../test/visitor.js";
import { sendMessage } from "./messages.js";

let tenant: OpenTestTenant;
beforeAll(async () => {
  tenant = await openTestTenant();
});
afterEach(() => tenant.restore());
afterAll(() => tenant.close());

const waiting = () => tenant.context.arrivals.listenerCount("message");

describe("inbox of a running tenant", () => {
  it("gives a message to everybody who waits for it, without a warning", async () => {
    const warn = vi.spyOn(process, "emitWarning");
    const waits = Array.from({ length: 50 }, () => tenant.inbox.wait({ kind: "code" }));
    expect(waiting()).toBe(50);
    const { id } = tenant.send({ code: "1" });
    for (const message of await Promise.all(waits)) expect(message.id).toBe(id);
    expect(waiting()).toBe(0);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it("does not give away a message whose transaction is undone", async () => {
    const { context, inbox } = tenant;
    const arrival = inbox.wait();
    const message = { kind: "code", to: ada.username, subject: "Never sent" } as const;
    expect(() =>
      context.database.transaction(() => {
        sendMessage(context, message);
        throw new Error("undone");
      }),
    ).toThrow("undone");
    tenant.send({ subject: "Sent" });
    expect((await arrival).subject).toBe("Sent");
  });

  it("says what it waited for in vain, and what there is", async () => {
    const { id } = tenant.send();
    const arrival = tenant.inbox.wait({ to: "grace@example.com", timeoutMs: 1 });
    await expect(arrival).rejects.toThrow(
      `No message matched {"to":"grace@example.com"} within 1 ms, so the wait was given up. ` +
        `Compare with what the inbox holds: ${id} code to ${ada.username}.`,
    );
    await expect(tenant.inbox.wait({ timeoutMs: Number.NaN })).rejects.toThrow("timeoutMs is NaN");
  });

  it("stops waiting when the tenant closes", async () => {
    const own = await openTestTenant();
    const arrival = own.inbox.wait({ timeoutMs: 60_000 });
    await Promise.all([expect(arrival).rejects.toThrow("The tenant closed"), own.close()]);
    expect(own.context.arrivals.listenerCount("message")).toBe(0);
  });

  it("is cleared", () => {
    tenant.send();
    tenant.inbox.clear();
    expect(tenant.inbox.list()).toEqual([]);
  });
});
