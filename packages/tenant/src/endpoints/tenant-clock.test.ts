import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ClockReading, RunningTenant } from "../index.js";
import { jsonOf, queryOf, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

const hour = 3_600_000;
const token = () => ({ "x-tenant-token": tenant.adminToken });
const move = (body: unknown) => visit(tenant).postJson("/_tenant/clock", body, token());

async function read(): Promise<ClockReading> {
  return jsonOf(await visit(tenant).request("/_tenant/clock", { headers: token() }));
}

describe("/_tenant/clock", () => {
  it("moves the tenant, so that a session expires", async () => {
    const visitor = visit(tenant);
    await visitor.signIn();
    const moved = await move({ offset: 8 * 24 * hour });
    expect(await jsonOf(moved)).toMatchObject({ offset: 8 * 24 * hour, frozen: false });
    expect(queryOf(await visitor.authorize({ prompt: "none" })).get("error")).toBe(
      "login_required",
    );
  });

  it("sets and freezes at once, and resumes", async () => {
    const then = Date.UTC(2040, 0, 1);
    expect((await move({ set: then, freeze: true })).status).toBe(200);
    expect(await read()).toMatchObject({ now: then, frozen: true });
    await move({ resume: true });
    const { now, frozen } = await read();
    expect(frozen).toBe(false);
    expect(now).toBeGreaterThanOrEqual(then);
    expect(tenant.clock.now()).toBeGreaterThanOrEqual(now);
  });

  it.each([
    [{}, "Give one of"],
    [{ offset: "1" }, "offset must be a number"],
    [{ set: null }, "set must be a number"],
    [{ set: 1e18 }, "from 1970 to 9999"],
    [{ freeze: false }, "freeze must be true"],
    [{ offset: 5, tick: 1 }, "tick is not one of"],
  ])("refuses %j and stays in real time", async (body, problem) => {
    const response = await move(body);
    expect(response.status).toBe(400);
    expect(await jsonOf(response)).toMatchObject({
      error: "invalid_request",
      error_description: expect.stringContaining(problem) as string,
    });
    expect(await read()).toMatchObject({ offset: 0, frozen: false });
  });

  it("is real time again after a restart", async () => {
    tenant.clock.offset(hour);
    const again = await startTestTenant();
    expect(again.clock.read()).toMatchObject({ offset: 0, frozen: false });
    await again.close();
  });
});
