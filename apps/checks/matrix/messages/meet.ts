import { expect, type APIRequestContext, type Page } from "@playwright/test";
import type { Lab } from "../../contract/lab.js";
import type { Watched } from "../../harness/contract.js";
import type { Compared, Wrong } from "../sheet.js";
import { beginAttempt, type Attempt } from "./attempt.js";
import type { Channel, HostileRow } from "./hostile-row.js";
import { addressOf, otherWindow, post, type Post } from "./senders.js";

/** What the cells of one test share. */
export interface Bench {
  readonly engine: Compared;
  readonly lab: Lab;
  readonly visitor: APIRequestContext;
  readonly channel: Exclude<Channel, "relay">;
  readonly noise: string[];
  /** The attempt that is open, and the true answer to the one before it. */
  attempt?: Attempt | undefined;
  before?: unknown;
}

/** How a cell went. */
export interface Met {
  readonly wrong: readonly Wrong[];
  readonly seen: unknown;
}

const intervals = [5, 10, 20];
/** Milliseconds after which nothing that has a deadline still waits. */
const longAfter = 10 * 60_000;

/** One hostile message: all that was wrong with what came of it. */
export async function meet(bench: Bench, row: HostileRow): Promise<Met> {
  bench.attempt ??= await beginAnew(bench);
  const { attempt } = bench;
  switch (row.moment) {
    case undefined:
      await deliver(bench, attempt, row, [dataOf(row, attempt)]);
      return judge(bench, row, await standing(bench, attempt, row), "open");
    case "of the attempt before":
      await deliver(bench, attempt, row, [bench.before]);
      return judge(bench, row, await standing(bench, attempt, row), "open");
    case "twice":
      await deliver(bench, attempt, row, [attempt.wire.truth, attempt.wire.truth]);
      return judge(bench, row, await ending(bench, attempt), "signs in");
    case "after the end":
      await deliver(bench, attempt, row, [attempt.wire.truth]);
      await ending(bench, attempt);
      return judge(bench, row, await comeLate(bench, attempt), "signs in");
    case "after the deadline":
      return judge(bench, row, await passDeadline(bench, attempt), "timeout");
    default:
      return row.moment satisfies never;
  }
}

/** The true message counts, whatever has come before it. */
export async function answerTruly(bench: Bench): Promise<Watched> {
  const attempt = (bench.attempt ??= await beginAnew(bench));
  await deliver(bench, attempt, { id: "the true message" }, [attempt.wire.truth]);
  return ending(bench, attempt);
}

function dataOf({ data }: HostileRow, { wire }: Attempt): unknown {
  return data ? data(wire) : wire.truth;
}

async function beginAnew({ lab, visitor, channel }: Bench): Promise<Attempt> {
  await lab.attach();
  return beginAttempt(lab, visitor, channel);
}

/** Posts the messages from the window of the row, and waits until the page has heard them. */
async function deliver(
  { lab }: Bench,
  attempt: Attempt,
  { from = "true" }: HostileRow,
  messages: readonly unknown[],
): Promise<void> {
  const { window, right, otherSide } = attempt;
  const address = addressOf(from, right, otherSide);
  const isOther = ["own window", "other frame", "other window", "nested frame"].includes(from);
  await attempt.lead(isOther ? addressOf("true", right, otherSide) : address);
  const poster = isOther ? await otherWindow(lab, from, address, window) : window;
  await heard(lab.page, poster, messages);
  await poster.end?.();
}

async function heard(page: Page, poster: Post, messages: readonly unknown[]): Promise<void> {
  const before = await page.evaluate(() => window.heard);
  await post(poster, messages);
  await page.waitForFunction((count) => window.heard >= count, before + messages.length, {
    polling: 5,
  });
  await turns(page);
}

/** Lets whoever has heard a message act upon it: some turns of the page. */
async function turns(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  });
}

/** How the call stands: an attempt whose window has gone has taken a message, and is about to end. */
async function standing(bench: Bench, attempt: Attempt, row: HostileRow): Promise<Watched> {
  const isBroken = row.broken?.includes(bench.channel) && bench.engine !== "bare";
  const now = await bench.lab.look();
  if (now.ended || attempt.isGone() || isBroken) return ending(bench, attempt);
  return now;
}

/** How the call has ended; it may not have, where it has no deadline. */
async function ending(bench: Bench, attempt: Attempt): Promise<Watched> {
  const { lab } = bench;
  const hasEnded = expect.poll(async () => (await lab.look()).ended, { intervals, timeout: 5000 });
  await hasEnded.toBeDefined().catch(() => {});
  bench.attempt = undefined;
  bench.before = attempt.wire.truth;
  await turns(lab.page);
  return lab.look();
}

/** The true message after a deadline; where there is none, nothing more can be said. */
async function passDeadline(bench: Bench, attempt: Attempt): Promise<Watched> {
  // A window that is closed at its deadline takes its clock with it.
  await bench.lab.page.clock.fastForward(longAfter).catch(() => {});
  const now = await ending(bench, attempt);
  return now.ended ? comeLate(bench, attempt) : now;
}

/** The true message from where it could still come from, after the call has ended. */
async function comeLate({ lab }: Bench, attempt: Attempt): Promise<Watched> {
  const address = addressOf("other frame", attempt.right, attempt.otherSide);
  const poster = await otherWindow(lab, "other frame", address, attempt.window);
  await heard(lab.page, poster, [attempt.wire.truth]);
  await poster.end?.();
  return lab.look();
}

async function judge(
  bench: Bench,
  row: HostileRow,
  { ended, times }: Watched,
  usual: "open" | "signs in" | "timeout",
): Promise<Met> {
  const { engine, channel, lab, noise } = bench;
  const end = row.broken?.includes(channel) ? "invalid_callback" : usual;
  const { kind } = (ended?.value ?? {}) as { kind?: string };
  const got = kind === "authenticated" ? "signs in" : ended ? (ended.code ?? "threw") : "open";
  const wrong = new Set<Wrong>();
  const told = noise.splice(0);
  if (got === "signs in" && end !== "signs in") wrong.add("accepted");
  // Who is not the tenant ends nothing either; the tenant's own window may fail as it likes.
  const isForeign = row.from !== undefined || row.data === undefined;
  if (end === "open" && got !== "open" && isForeign) wrong.add("accepted");
  if (usual !== "open" && got === "open") wrong.add("never settled");
  if (times > 1) wrong.add("settled twice");
  if (told.length > 0 || ended?.mistake) wrong.add("threw");
  const said = [ended?.dump ?? "", ...told].join("\n");
  if ((await lab.secrets.foundIn(said)).length > 0) wrong.add("leak");
  if (engine !== "bare") {
    if (got !== end) wrong.add("wrong code");
    const left = await lab.page.evaluate(() => ({
      text: [
        document.documentElement.outerHTML,
        document.cookie,
        JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
        location.href,
        JSON.stringify(history.state),
      ].join("\n"),
      frames: document.querySelectorAll("iframe").length,
      polluted: "state" in {} || "code" in {},
    }));
    if ((await lab.secrets.foundIn(left.text)).length > 0) wrong.add("leak");
    if (left.polluted) wrong.add("accepted");
    if (ended && left.frames > 0) wrong.add("litter");
  }
  return { wrong: [...wrong], seen: { got, end, times, ended, told } };
}

declare global {
  interface Window {
    /** How many messages this page has been sent. */
    heard: number;
  }
}
