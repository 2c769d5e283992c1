import { expect, fillIn, password, test as base } from "../../e2e/component-page.js";
import { expectMeasured, openSheet, rowsFor, turnsFor, type Wrong } from "../sheet.js";
import { accountFlows } from "./account-flows.js";
import { canaryFaults, type CanaryFault } from "./canary-faults.js";
import type { CanaryFlow } from "./canary-flow.js";
import measured from "./measured.json" with { type: "json" };
import { deadline, hitsOf, look, openRoom, type Room } from "./room.js";
import { signInFlows } from "./sign-in-flows.js";

const flows = [...signInFlows, ...accountFlows];

const test = base.extend<{ heard: string[] }>({
  // What the console is told, whoever tells it, may hold no secret; it is silent otherwise, but for what the browser
  // itself says of answers that it keeps from the page.
  heard: [
    async ({ context, noise }, use) => {
      const heard: string[] = [];
      context.on("console", (message) => heard.push(message.text()));
      await use(heard);
      const own = noise.filter((line) => !/ blocked by CORS policy: /.test(line));
      noise.splice(0, noise.length, ...own);
    },
    { auto: true },
  ],
});

test.use({ trace: "off" });

/** Milliseconds between looks, which cost little. */
const intervals = [5, 10, 20];

for (const engine of ["portico", "auth0-js"] as const) {
  test.describe(engine, () => {
    for (const [turn, flow] of turnsFor(engine, flows)) {
      test(flow.id, async ({ page, site, heard }) => {
        test.setTimeout(180_000);
        const sheet = openSheet("canaries", engine, measured);
        const { app, props = {}, config = {}, user } = flow;
        const room = await openRoom(page, site, { engine, app, props, config }, user);
        let isGiven = false;
        for (const fault of rowsFor(faultsOf(flow), turn)) {
          await test.step(fault.id, async () => {
            if (!isGiven || flow.isGivenAnew) await give(room, flow, fault);
            const [wrong, seen] = await meet(room, flow, fault, heard);
            sheet.enter(`${flow.id}: ${fault.id}`, wrong, seen);
            isGiven = !fault.spends;
          });
        }
        room.tenant.faults.clear();
        await flow.given?.(room);
        await page.evaluate(() => window.canaries.begin());
        await flow.act(room);
        await expect
          .poll(async () => (await look(room)).ends, { intervals, timeout: 20_000 })
          .toEqual(["success"]);
        sheet.check();
      });
    }
  });
}

test("a secret is found in every sink: the search can fail", async ({
  page,
  site,
  heard,
  noise,
}) => {
  const room = await openRoom(page, site, {
    engine: "portico",
    app: "Leaky",
    props: {},
    config: {},
  });
  expect(await leaksOf(room, heard)).toEqual([]);
  await fillIn(page, { "E-mail": password });
  const sinks = Object.keys(await page.evaluate(() => window.canaries.sinks()));
  const leaky = async () =>
    new Set((await leaksOf(room, heard)).map((leak) => leak.replace(/:.*/, "")));
  await expect.poll(leaky).toEqual(new Set([...sinks, "console"]));
  noise.length = 0;
});

test("what is known of the canaries is about cells of the table", () => {
  const cells = flows.flatMap((flow) => faultsOf(flow).map((fault) => `${flow.id}: ${fault.id}`));
  expectMeasured(measured, (engine) => (engine === "bare" ? [] : cells));
});

function faultsOf({ lacks = [] }: CanaryFlow): readonly CanaryFault[] {
  return canaryFaults.filter(({ id }) => !lacks.includes(id));
}

async function give(room: Room, flow: CanaryFlow, fault: CanaryFault): Promise<void> {
  room.tenant.faults.clear();
  if (flow.isFaultyBefore) plant(room, flow, fault);
  await flow.given?.(room);
}

function plant(room: Room, flow: CanaryFlow, { fault }: CanaryFault): void {
  const match = typeof flow.match === "function" ? flow.match(room) : flow.match;
  room.tenant.faults.add({ id: "canary", match, times: "always", fault });
}

/** What is wrong with one cell, and what was seen of it. */
async function meet(
  room: Room,
  flow: CanaryFlow,
  fault: CanaryFault,
  heard: string[],
): Promise<[wrong: Wrong[], seen: unknown]> {
  const { page } = room;
  heard.length = 0;
  if (!flow.isFaultyBefore) plant(room, flow, fault);
  await page.evaluate(() => window.canaries.begin());
  const before = await look(room);
  await flow.act(room);
  await expect.poll(() => hitsOf(room), { intervals, timeout: 20_000 }).toBeGreaterThan(0);
  // What is typed still stands in its input then, and nowhere else.
  const early = fault.untilDeadline ? await leaksOf(room, heard) : [];
  const isSettled = await settles(room, flow, fault);
  const standing = await look(room);
  const inFlight = early.filter((leak) => !leak.startsWith("inputs"));
  const leaks = [...inFlight, ...(await leaksOf(room, heard))];
  const expected = flow.always ?? flow.otherwise?.[fault.id] ?? fault.code;
  const [end] = standing.ends;
  const wrong = new Set<Wrong>();
  if (standing.ends.length === 0 || standing.isPending) wrong.add("never settled");
  if (standing.ends.length > 1) wrong.add("settled twice");
  if (end !== expected) wrong.add(end === "success" ? "false success" : "wrong code");
  if (standing.who !== (flow.leaves ?? before.who)) wrong.add("false success");
  if (leaks.length > 0) wrong.add("leak");
  if (!isSettled && standing.frames > 0) wrong.add("litter");
  if (!isUsable()) wrong.add("unusable");
  // Whoever is asked to wait can go on.
  await page.clock.fastForward(expected === "rate_limited" ? 40_000 : 0);
  return [[...wrong], { ...standing, expected, leaks }];

  function isUsable(): boolean {
    if (standing.isPending || standing.filled.length > 0) return false;
    if (end === "success" || flow.isSilent) return true;
    const words = flow.words?.(end ?? "", standing.words) ?? standing.words;
    const isSaid = standing.spoken.length === 1 && standing.spoken[0] === words;
    return isSaid && (flow.focus === undefined || standing.focus === flow.focus);
  }
}

/** Whether the call ends, once as much time has passed in the page as each of its requests may take. */
async function settles(room: Room, flow: CanaryFlow, fault: CanaryFault): Promise<boolean> {
  let [seen, left] = [-1, 0];
  const step = fault.untilDeadline ? deadline : flow.isRepeated ? deadline / 4 : 0;
  const look = async () => {
    if (await isOver(room)) return true;
    // Never so much that a request that is being answered runs out of time.
    const met = fault.untilDeadline ? hitsOf(room) : hitsOf(room) + room.answers;
    if (met !== seen) [seen, left] = [met, fault.untilDeadline ? 1 : 3];
    if (step > 0 && left > 0) await room.page.clock.fastForward(step);
    left -= 1;
    return false;
  };
  return expect
    .poll(look, { intervals, timeout: 20_000 })
    .toBe(true)
    .then(
      () => true,
      () => false,
    );
}

async function isOver(room: Room): Promise<boolean> {
  // What has worked may be followed by a renewal, in a frame.
  const { ends, isPending, frames } = await look(room);
  return ends.length > 0 && !isPending && frames === 0;
}

/** The sinks in which a secret stands. */
async function leaksOf({ page, secrets }: Room, heard: readonly string[]): Promise<string[]> {
  const sinks = { ...(await page.evaluate(() => window.canaries.sinks())), console: heard.join() };
  const found = await Promise.all(
    Object.entries(sinks).map(async ([sink, text]) => {
      const leaked = await secrets.foundIn(text);
      return leaked.map((secret) => `${sink}: ${secret.slice(0, 12)}`);
    }),
  );
  return found.flat();
}
