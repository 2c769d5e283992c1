import { afterEach, expect, it, vi } from "vitest";
import { openTestTenant, type OpenTestTenant } from "../../test/open-test-tenant.js";
import { callback, clientId, visit } from "../../test/visitor.js";
import { purgeExpired } from "./purge.js";
import { readState } from "./tenant-state.js";

let tenant: OpenTestTenant;

afterEach(async () => {
  await tenant.close();
  vi.useRealTimers();
});

const day = 86_400_000;

/** What a browser leaves behind that goes to sign in, signs in, and goes away. */
async function leaveTraces(): Promise<void> {
  const visitor = visit(tenant);
  await visitor.request(
    `/authorize?${new URLSearchParams({ client_id: clientId, redirect_uri: callback, response_type: "code" })}`,
  );
  await visitor.signIn();
}

const traces = () => {
  const { transactions, codes, sessions } = readState(tenant.context).counts;
  return { transactions, codes, sessions };
};

it("keeps what is over for a day, and then no longer", async () => {
  tenant = await openTestTenant();
  await leaveTraces();
  tenant.context.clock.offset(day);
  purgeExpired(tenant.context);
  expect(traces()).toEqual({ transactions: 1, codes: 1, sessions: 1 });
  tenant.context.clock.offset(day + 3_600_000);
  purgeExpired(tenant.context);
  expect(traces()).toEqual({ transactions: 0, codes: 0, sessions: 1 });
  tenant.context.clock.offset(4 * day + 60_000);
  purgeExpired(tenant.context);
  expect(traces().sessions).toBe(0);
});

it("goes on while the tenant runs, and no longer", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  tenant = await openTestTenant();
  await leaveTraces();
  tenant.context.clock.offset(2 * day);
  vi.advanceTimersByTime(3_600_000);
  expect(traces()).toEqual({ transactions: 0, codes: 0, sessions: 1 });
  await tenant.close();
  expect(() => vi.advanceTimersByTime(3_600_000)).not.toThrow();
});
