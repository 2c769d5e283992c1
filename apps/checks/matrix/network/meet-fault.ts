import type { CDPSession } from "@playwright/test";
import type { SessionState } from "@portico/core";
import { expect } from "../../e2e/fixtures.js";
import type { Lab } from "../../contract/lab.js";
import type { Compared } from "../sheet.js";
import { awaitBareEnd, awaitEnd, holds } from "./await-end.js";
import type { FaultyCall } from "./faulty-call.js";
import type { Heard } from "./fixtures.js";
import type { Cell } from "./judge.js";
import type { NetworkFault } from "./network-fault.js";
import { plantFault } from "./plant-fault.js";
import { litterIn, lookAround } from "./traces.js";

/** What a cell is looked at with. */
export interface Instruments {
  readonly lab: Lab;
  readonly devtools: CDPSession;
  readonly hear: () => Heard;
}

/** One call that meets one fault. */
export async function meetFault(
  { lab, devtools, hear }: Instruments,
  one: FaultyCall,
  fault: NetworkFault,
): Promise<Cell> {
  if (one.freshClient) await lab.attach();
  const isBare = lab.engine === "bare";
  if (!isBare || one.bare === "same") await one.given?.(lab);
  const request = typeof one.request === "function" ? one.request(lab) : one.request;
  const look = () => lookAround(lab, devtools);
  const before = await look();
  hear();
  const planted = await plantFault(lab, request, fault);
  const begin = () => (typeof one.bare === "function" && isBare ? one.bare(lab) : one.call(lab));
  const ending = isBare
    ? await awaitBareEnd(lab, begin, planted, fault)
    : await awaitEnd(lab, begin(), planted, fault);
  await expect.poll(() => planted.met(), "requests that met the fault").toBeGreaterThan(0);
  if (!isBare) expect(planted.writes(), "no write is repeated").toBeLessThan(2);
  await planted.remove();
  let after = await look();
  const isTidy = () => isBare || litterIn(before, after).length === 0;
  // A success may have renewed something, unseen.
  if (!isTidy()) await holds(async () => ((after = await look()), isTidy()), 2000);
  if (!isBare) {
    expect(who(after.session), "who is signed in").toMatchObject(
      one.session ?? who(before.session),
    );
  }
  const expected = fault.id in (one.otherwise ?? {}) ? one.otherwise?.[fault.id] : fault.code;
  const { coolDown } = one;
  return {
    before,
    ...ending,
    fault,
    expected,
    coolDown,
    heard: hear(),
    after,
    litter: litterIn(before, after),
  };
}

function who(state: SessionState) {
  const { status } = state;
  if (status === "authenticated") return { status, sub: state.session.user.sub };
  return { status, ...(status === "anonymous" && { reason: state.reason }) };
}

/** How many cells of which names an engine has. */
export function cellsOf(calls: readonly FaultyCall[], engine: Compared): string[] {
  return calls
    .filter(({ bare }) => engine !== "bare" || bare)
    .flatMap((one) => one.faults.map((fault) => cellName(one, fault)));
}

export function cellName({ title }: FaultyCall, { id }: NetworkFault): string {
  return `${title}: ${id}`;
}
