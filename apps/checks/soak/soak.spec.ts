import type { Page } from "@playwright/test";
import { call, openCore } from "../e2e/core-page.js";
import { openTabs, signInOnce, start } from "../e2e/core-tabs-page.js";
import { expect, requestsTo, test } from "../e2e/fixtures.js";
import { growth, watchVitals, type Vitals } from "./vitals.js";

/** `npm run soak` sets it; without it the same is done for less long. */
const isLong = process.env["PORTICO_SOAK"] === "long";
const samples = isLong ? 40 : 8;
const renewals = isLong ? 10_000 : 200;
const logins = isLong ? 2000 : 40;
const tabs = 20;

/**
 * Bytes that the heap may grow by with each call. Over few calls the compiled code that the browser adds and drops
 * counts for much; one object that was kept for each call would be more than either.
 */
const most = { renewal: isLong ? 50 : 1000, login: isLong ? 250 : 5000 };

test.use({ trace: "off" });
test.setTimeout(isLong ? 3_600_000 : 60_000);

test(`${renewals} silent renewals leave a page as it was`, async ({ page, stack }) => {
  await openCore(page, stack);
  await start(page);
  await call(page, "login", stack.user);
  let asked = 0;
  const seen = await soak(page, renewals, async () => {
    stack.tenant.clearRequests();
    await renewRepeatedly(page, renewals / samples);
    asked += requestsTo(stack).filter((line) => line === "GET /authorize").length;
  });
  expect(asked).toBe(renewals);
  expectFlat(seen, most.renewal);
});

test(`${logins} logins leave a page as it was`, async ({ page, stack }) => {
  await openCore(page, stack);
  await start(page);
  let asked = 0;
  const seen = await soak(page, logins, async () => {
    stack.tenant.clearRequests();
    await signInRepeatedly(page, logins / samples, stack.user);
    asked += requestsTo(stack).filter((line) => line === "POST /co/authenticate").length;
  });
  expect(asked).toBe(logins);
  expectFlat(seen, most.login);
});

test(`${tabs} tabs ask the tenant once`, async ({ context, stack }) => {
  await signInOnce(context, stack);
  const pages = await openTabs(context, stack, tabs);
  const [first] = pages as [Page];
  stack.tenant.clearRequests();
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await context.route(/\/authorize\?/, async (route) => {
    await released;
    await route.continue();
  });
  const outcomes = pages.map(start);
  await expect
    .poll(() => first.evaluate(async () => (await navigator.locks.query()).pending?.length))
    .toBe(tabs - 1);
  release();
  for (const { value } of await Promise.all(outcomes)) {
    expect(value).toMatchObject({ kind: "authenticated" });
  }
  const sent = requestsTo(stack).filter((line) => /authorize|token/.test(line));
  expect(sent).toEqual(["GET /authorize", "POST /oauth/token"]);
});

/** Looks at the page after each part of `total` calls. The first part, in which all code is run once, is left out. */
async function soak(page: Page, total: number, part: () => Promise<void>): Promise<Vitals[]> {
  const look = await watchVitals(page);
  const seen: Vitals[] = [];
  for (let done = 1; done <= samples; done += 1) {
    await part();
    seen.push(await look((total / samples) * done));
  }
  return seen.slice(1);
}

function expectFlat(seen: readonly Vitals[], mostBytes: number): void {
  const bytes = growth(seen);
  const counts = seen.map(({ calls: _calls, heap: _heap, ...rest }) => rest);
  const [first = {}] = counts;
  const heaps = seen.map(({ heap }) => Math.round(heap / 1000));
  console.log(
    `heap ${heaps.join(" ")} kB, ${Math.round(bytes)} B a call; ${JSON.stringify(counts.at(-1))}`,
  );
  expect(first, "a started client listens to its page").toMatchObject({ frames: 1 });
  expect(seen[0]?.listeners).toBeGreaterThan(0);
  for (const count of counts) expect(count, "listeners, nodes, documents, frames").toEqual(first);
  expect(bytes, "bytes that a call leaves behind").toBeLessThan(mostBytes);
}

function renewRepeatedly(page: Page, times: number): Promise<void> {
  return page.evaluate(async (count) => {
    const { client } = window.portico;
    for (let done = 0; done < count; done += 1) await client?.checkSession();
  }, times);
}

function signInRepeatedly(
  page: Page,
  times: number,
  user: { readonly email: string; readonly password: string },
): Promise<void> {
  return page.evaluate(
    async ([count, given]) => {
      const { client } = window.portico;
      for (let done = 0; done < count; done += 1) {
        await client?.login(given);
        await client?.logout({ local: true });
      }
    },
    [times, user] as const,
  );
}
