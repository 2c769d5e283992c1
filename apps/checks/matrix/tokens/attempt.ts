import type { Lab } from "../../contract/lab.js";
import type { Ended } from "../../harness/contract.js";
import { judge, type Verdict } from "./judge.js";
import { linkPath, waitFor, type Place } from "./place.js";
import type { TokenRow } from "./token-row.js";

/** Longer than a rotated key has to wait until the set is read again, in milliseconds. */
const halfAMinute = 31_000;
/** Longer than any deadline of auth0-js. */
const anHour = 3_600_000;

/** Lets the token of a row arrive, at a client of its own. */
export async function attempt(place: Place, row: TokenRow, neverSettles = false): Promise<Verdict> {
  const { lab, entry, noise, primary } = place;
  const { tenant, page } = lab;
  noise.length = 0;
  tenant.faults.clear();
  await setClocks(place, 0);
  if (row.keys) plantKeys(lab, row.keys);
  await ignoreAge(place, row);
  const config = { ...entry.config, ...(row.leeway !== undefined && { leeway: row.leeway }) };
  // The client of the row before would go on living beside the new one.
  if (lab.engine !== "bare") await page.evaluate(() => window.contract.client.stop());
  // auth0-js leaves what has arrived in the address.
  else await page.evaluate(() => history.replaceState(null, "", location.pathname));
  await lab.attach(config);
  const ended = await entry.run({
    lab,
    row,
    config,
    primary,
    arm: () => arm(place, row),
    settle: (...call) => settle(place, neverSettles, call),
  });
  const verdict = await judge(place, row, ended);
  await page.context().unrouteAll();
  for (const other of page.context().pages()) if (other !== page) await other.close();
  return verdict;
}

async function arm(place: Place, { keysAfterwards, token = {} }: TokenRow): Promise<void> {
  const { lab, entry, known } = place;
  const { tenant, engine } = lab;
  if (keysAfterwards) {
    if (engine !== "bare" && entry.id !== "linking") await lab.call("checkSession");
    plantKeys(lab, keysAfterwards);
    await setClocks(place, halfAMinute);
  }
  const changes = typeof token === "function" ? token(known) : token;
  tenant.clearRequests();
  tenant.faults.add({ times: "always", fault: { kind: "token", ...changes } });
  // What is linked stays two accounts: whether it was asked for is what counts.
  tenant.faults.add({ match: { method: "POST", path: linkPath(place) }, fault: "array200" });
}

function plantKeys({ tenant }: Lab, keys: NonNullable<TokenRow["keys"]>): void {
  tenant.faults.add({ id: "keys", times: "always", fault: { kind: "jwks-changed", ...keys } });
}

async function setClocks({ lab: { page, tenant }, now }: Place, later: number): Promise<void> {
  tenant.clock.set(now + later);
  await page.clock.setFixedTime(now + later);
}

/** Whoever forges a token also takes off the request what the tenant would refuse it for. */
async function ignoreAge({ lab, entry }: Place, { maxAge }: TokenRow): Promise<void> {
  if (maxAge === undefined && entry.id !== "linking") return;
  await lab.page.context().route(/\/authorize\?/, (route) => {
    const url = new URL(route.request().url());
    url.searchParams.delete("max_age");
    url.searchParams.delete("prompt");
    return route.continue({ url: url.href });
  });
}

/**
 * Ours have deadlines. auth0-js is waited for until there is an error that nobody caught, and then for an hour of the
 * page's time; where it is known to be silent, not for long before.
 */
async function settle(
  { lab, noise }: Place,
  neverSettles: boolean,
  [method, ...args]: readonly [method: string, ...args: readonly unknown[]],
): Promise<Ended | undefined> {
  if (lab.engine !== "bare") return lab.call(method, ...args);
  await lab.begin(method, ...args);
  const ended = async () => (await lab.look()).ended;
  const hasStopped = async () => Boolean(await ended()) || noise.length > 0;
  const timeout = neverSettles ? 1000 : 30_000;
  await waitFor(hasStopped, timeout);
  if (!(await ended())) await lab.page.clock.fastForward(anHour);
  return ended();
}
