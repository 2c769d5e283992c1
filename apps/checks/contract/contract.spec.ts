import { expect } from "../e2e/fixtures.js";
import type { EngineName } from "../harness/contract.js";
import type { ContractCase, Gap } from "./contract-case.js";
import { expectEnd, expectNothingLeft } from "./expectations.js";
import { test } from "./fixtures.js";
import { flows } from "./flows.js";
import { gaps } from "./gaps.js";
import type { Lab } from "./lab.js";

// A case is repeated as easily as its trace is read, and to record one takes as long as the case.
test.use({ trace: "off" });

const engines: readonly EngineName[] = ["portico", "auth0-js", "fake"];

for (const engine of engines) {
  for (const { name, cases } of flows) {
    test.describe(`${engine}: ${name}`, () => {
      for (const one of cases) {
        if (engine === "fake" && !one.fake) continue;
        const gap = gaps.find(
          (entry) => entry.engine === engine && entry.flow === name && entry.title === one.title,
        );
        test(one.title, async ({ openLab }) => {
          const lab = await openLab(engine, one);
          await run(lab, one, gap);
        });
      }
    });
  }
}

for (const engine of engines) {
  test(`${engine}: auth0-js is loaded by its own engine only`, async ({ openLab, page }) => {
    const scripts: string[] = [];
    page.on("response", (response) => scripts.push(response.url()));
    const lab = await openLab(engine, {});
    await lab.signIn();
    const loaded = scripts.some((url) => url.includes("/auth0.min.esm-"));
    expect(loaded, scripts.join("\n")).toBe(engine === "auth0-js");
  });
}

test("every gap is about a case, and says why", () => {
  const titles = new Set(
    flows.flatMap(({ name, cases }) => cases.map(({ title }) => `${name}: ${title}`)),
  );
  for (const { flow, title, reason } of gaps) {
    expect(titles).toContain(`${flow}: ${title}`);
    expect(reason).not.toBe("");
  }
  expect(new Set(gaps.map(({ engine, flow, title }) => `${engine} ${flow} ${title}`)).size).toBe(
    gaps.length,
  );
});

async function run(lab: Lab, one: ContractCase, gap: Gap | undefined): Promise<void> {
  await one.given?.(lab);
  const before = await lab.session();
  lab.tenant.clearRequests();
  const ended = await one.call(lab);
  if (gap) {
    expect(
      () => expectEnd(ended, one.expect),
      "this gap is closed: take it off the list",
    ).toThrow();
    expectEnd(ended, gap.instead);
  } else {
    expectEnd(ended, one.expect);
    const signedIn = (ended.value as { kind?: string } | undefined)?.kind === "authenticated";
    const status = one.session ?? (signedIn ? "authenticated" : before.status);
    expect(await lab.session()).toMatchObject({ status });
    await one.afterwards?.(lab, ended);
  }
  if (lab.engine === "fake") expect(lab.tenant.requests()).toEqual([]);
  await expectNothingLeft(lab, one, ended);
}
