import { expect } from "../e2e/fixtures.js";
import type { Ended } from "../harness/contract.js";
import { faultyCalls, type FaultyCall } from "./cases/faulty-calls.js";
import type { NetworkFault } from "./cases/network-faults.js";
import { test } from "./fixtures.js";
import { faultGaps } from "./gaps.js";
import type { Lab } from "./lab.js";

test.use({ trace: "off" });

/** Milliseconds between looks at the tenant, which is in this process: a look costs nothing. */
const intervals = [5, 10, 20];

for (const engine of ["portico", "auth0-js"] as const) {
  test.describe(`${engine}: a network that fails`, () => {
    for (const one of faultyCalls) {
      test(`${one.title}: ${one.faults.length} faults at ${one.path}`, async ({
        openLab,
        page,
      }) => {
        test.setTimeout(90_000);
        await page.clock.install();
        const lab = await openLab(engine, {});
        for (const fault of one.faults) {
          await test.step(nameOf(fault), () => meet(lab, one, fault));
        }
        lab.tenant.faults.clear();
        if (one.freshClient) await lab.attach();
        await one.given?.(lab);
        expect(await one.call(lab), "afterwards the page is usable").not.toHaveProperty("code");
      });
    }
  });
}

test("every gap is about a call and a fault", () => {
  const cells = faultyCalls.flatMap(({ title, faults }) =>
    faults.map((fault) => `${title}: ${nameOf(fault)}`),
  );
  for (const { call, fault, reason } of faultGaps) {
    expect(cells).toContain(`${call}: ${fault}`);
    expect(reason).not.toBe("");
  }
});

/** One call that meets one fault: it ends once, with the code that is written down, and leaves nothing behind. */
async function meet(lab: Lab, one: FaultyCall, fault: NetworkFault): Promise<void> {
  if (one.freshClient) await lab.attach();
  const { tenant, page } = lab;
  tenant.faults.clear();
  await one.given?.(lab);
  const before = await lab.session();
  tenant.clearRequests();
  const { id } = tenant.faults.add({
    match: { path: one.path },
    times: "always",
    fault: fault.fault,
  });
  const call = one.call(lab);
  if (fault.untilDeadline) await passDeadline(lab, id, call);
  const { dump = "", ...ended } = await call;
  const met = { message: "the fault was met", intervals };
  await expect.poll(() => hitsOf(lab, id), met).toBeGreaterThan(0);
  const name = nameOf(fault);
  const gap = faultGaps.find(
    (entry) => entry.engine === lab.engine && entry.call === one.title && entry.fault === name,
  );
  const expected = one.otherwise && name in one.otherwise ? one.otherwise[name] : fault.code;
  if (gap) expect(ended.code, "this gap is closed: take it off the list").not.toBe(expected);
  expect(ended.code, JSON.stringify(ended)).toBe(gap ? gap.instead : expected);
  expect(ended).not.toHaveProperty("mistake");
  const { after, frames } = await page.evaluate(() => ({
    after: window.contract.client.session.get(),
    frames: document.querySelectorAll("iframe").length,
  }));
  if (one.session) expect(after, "who is signed in").toMatchObject(one.session);
  else expect(after, "who is signed in").toEqual(before);
  const writes = tenant
    .requests()
    .filter(({ method, path, preflight }) => method === "POST" && path === one.path && !preflight);
  expect(writes.length, "a write is never repeated").toBeLessThanOrEqual(1);
  expect(frames, "frames").toBe(0);
  expect(await lab.secrets.foundIn(dump)).toEqual([]);
}

/** Lets the page's clock pass the deadline as soon as the fault has been met. */
async function passDeadline(lab: Lab, id: string, call: Promise<Ended>): Promise<void> {
  let settled = false;
  void call.finally(() => {
    settled = true;
  });
  while (!settled) {
    await expect.poll(() => hitsOf(lab, id) > 0 || settled, { intervals }).toBe(true);
    await lab.page.clock.fastForward(8000);
  }
}

function hitsOf({ tenant }: Lab, id: string): number {
  return tenant.faults.list().find((rule) => rule.id === id)?.hits ?? 0;
}

function nameOf({ fault }: NetworkFault): string {
  return typeof fault === "string" ? fault : JSON.stringify(fault);
}
