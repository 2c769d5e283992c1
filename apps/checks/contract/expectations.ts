import { expect } from "../e2e/fixtures.js";
import type { Ended } from "../harness/contract.js";
import type { ContractCase, Expected } from "./contract-case.js";
import type { Lab } from "./lab.js";

/** Holds the end of a call against what it has to be. */
export function expectEnd(ended: Ended, expected: Expected): void {
  const { dump: _dump, ...shown } = ended;
  expect(shown).toMatchObject(expected);
}

/** Nothing stays behind in the page that the case did not say, and no secret is to be found anywhere. */
export async function expectNothingLeft(
  { page, secrets }: Lab,
  { leaves }: Pick<ContractCase, "leaves">,
  ended: Ended,
): Promise<void> {
  await expect.poll(() => page.context().pages().length, "windows").toBe(1);
  const left = await page.evaluate(() => ({
    frames: document.querySelectorAll("iframe").length,
    cookies: document.cookie,
    local: Object.entries(localStorage),
    tab: Object.entries(sessionStorage),
    address: location.href,
    history: JSON.stringify(history.state),
    document: document.documentElement.outerHTML,
    session: JSON.stringify(window.contract.client.session.get()),
  }));
  expect(left.frames, "frames").toBe(0);
  expect(left.cookies, "cookies that scripts can read").toBe("");
  // When somebody last signed out, for pages that slept through it.
  const lasting = left.local.filter(([key]) => !key.startsWith("portico.signed-out."));
  expect(lasting, "what outlives the tab").toEqual([]);
  const kept = left.tab.map(([key]) => key.replace(/^(portico\.[\w-]+|co\/verifier\/).*/, "$1"));
  const expected = leaves ? [storedAs[leaves]] : [];
  expect(kept, "what outlives the page").toEqual(expected);
  expect(JSON.stringify(left.tab).length).toBeLessThan(8192);
  const handedOut = typeof ended.value === "string" ? "" : JSON.stringify(ended.value);
  const seen = JSON.stringify(left) + handedOut + (ended.dump ?? "");
  expect(await secrets.foundIn(seen), "secrets in plain sight").toEqual([]);
}

const storedAs = {
  transaction: "portico.transactions",
  message: "portico.pending-message",
};
