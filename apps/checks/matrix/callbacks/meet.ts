import type { APIRequestContext } from "@playwright/test";
import type { Lab } from "../../contract/lab.js";
import type { Compared, Wrong } from "../sheet.js";
import { arrive, endOf, type Arrival } from "./arrive.js";
import { textOf, type CallbackRow, type Channel, type Fields } from "./callback-row.js";
import { judge } from "./judge.js";
import { answerTo, leaveAndStay } from "./real-answer.js";

/** What the cells of one test share. */
export interface Bench {
  readonly engine: Compared;
  readonly lab: Lab;
  /** Opens the same app in another tab of the browser. */
  readonly openOtherTab: () => Promise<Lab>;
  /** Somebody whom the tenant answers. */
  readonly visitor: APIRequestContext;
  readonly channel: Channel;
  readonly noise: string[];
}

/** Who takes the callback: a method of the client. */
export type Door = "start" | "completeCallback";

/** One malformed response at one door: all that was wrong, and what was seen. */
export async function meet(
  bench: Bench,
  row: CallbackRow,
  door: Door,
): Promise<{ readonly wrong: readonly Wrong[]; readonly seen: unknown }> {
  const { engine, lab, channel, noise } = bench;
  const real = await realFields(bench, row);
  if (row.transaction === "spent") await arriveAnew(bench, row, real, door);
  const arrival = await arriveAnew(bench, row, row.spoil(real, channel), door);
  const keeps = row.keeps?.[channel] ?? false;
  const parts = { engine, end: row.ends[channel], keeps, secrets: lab.secrets };
  const wrong = [...(await judge(arrival, { ...parts, noise: noise.splice(0) }))];
  if (keeps && engine !== "bare") {
    const good = await arriveAnew(bench, row, real, door);
    const rest = { ...parts, end: "signs in", keeps: false, noise: noise.splice(0) } as const;
    const after = await judge(good, rest);
    if (after.length > 0) wrong.push("unusable");
  }
  const { dump: _dump, ...ended } = arrival.ended;
  return { wrong, seen: { door, end: endOf(ended), ended, address: arrival.addressAtOnce } };
}

/** What the tenant really answers to a transaction that waits. */
async function realFields(
  { lab, openOtherTab, visitor, channel, engine }: Bench,
  row: CallbackRow,
) {
  const tab = row.transaction === "another tab's" ? await openOtherTab() : lab;
  const responseType = responseTypeOf(row, channel);
  await attachAnew(tab, responseType);
  const responseMode = row.asksMode?.[channel];
  const params = engine === "bare" ? { responseType } : { ...(responseMode && { responseMode }) };
  const address = await leaveAndStay(tab, params);
  return answerTo(lab, visitor, address, row.answers);
}

/** A client of its own, as in a page that was just loaded; the one of the page before follows nobody any more. */
async function attachAnew(lab: Lab, responseType: "code" | "token id_token"): Promise<void> {
  if (lab.engine !== "bare") await lab.page.evaluate(() => window.contract.client.stop());
  await lab.attach({ responseType });
}

/** Comes back from the tenant. */
async function arriveAnew(
  { lab, channel }: Bench,
  row: CallbackRow,
  response: Fields | string,
  door: Door,
): Promise<Arrival> {
  await attachAnew(lab, responseTypeOf(row, channel));
  const mark = channel === "fragment" ? "#" : "?";
  return arrive(lab, mark + textOf(response), door);
}

function responseTypeOf({ asks }: CallbackRow, channel: Channel): "code" | "token id_token" {
  const asked = asks?.[channel] ?? (channel === "fragment" ? "tokens" : "code");
  return asked === "code" ? "code" : "token id_token";
}
