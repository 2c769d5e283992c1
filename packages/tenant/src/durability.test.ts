import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { TenantState } from "./index.js";
import { endProcesses, runTenant, type TenantProcess } from "../test/tenant-process.js";
import { clientId, jsonOf, realm, visit } from "../test/visitor.js";

const folder = mkdtempSync(join(tmpdir(), "portico-tenant-"));
afterAll(() => {
  endProcesses();
  rmSync(folder, { recursive: true });
});

const start = () => runTenant("--port", "0", "--database", join(folder, "tenant.db"));

/** Signs up people, several at a time, until the tenant is gone; calls back for each answer of 200. */
async function signUpUntilGone(url: string, acknowledged: (email: string) => void): Promise<void> {
  const account = { client_id: clientId, connection: realm, password: "Difference-Engine-1822" };
  const one = async () => {
    for (;;) {
      const email = `${crypto.randomUUID()}@example.com`;
      const { status } = await visit({ url }).postJson("/dbconnections/signup", {
        ...account,
        email,
      });
      if (status === 200) acknowledged(email);
    }
  };
  await Promise.allSettled([one(), one(), one(), one()]);
}

async function emailsOf(tenant: TenantProcess): Promise<(string | null)[]> {
  const url = await tenant.ready;
  const token = await tenant.prints(/X-Tenant-Token for \S+: (\S+)/);
  const init = { headers: { "x-tenant-token": token } };
  const state = await jsonOf<TenantState>(await visit({ url }).request("/_tenant/state", init));
  return state.users.map(({ email }) => email);
}

describe("a tenant that is killed in the middle of writing", { timeout: 60_000 }, () => {
  it("has every sign-up that it acknowledged, time after time", async () => {
    const acknowledged: string[] = [];
    for (let round = 1; round <= 4; round += 1) {
      const tenant = start();
      await signUpUntilGone(await tenant.ready, (email) => {
        acknowledged.push(email);
        if (acknowledged.length === round * 8) tenant.child.kill("SIGKILL");
      });
      await tenant.exited;
    }
    const again = start();
    expect(await emailsOf(again)).toEqual(expect.arrayContaining(acknowledged));
    expect(acknowledged.length).toBeGreaterThanOrEqual(32);
    await again.crash();
  });
});
