import type { Lab } from "../../contract/lab.js";
import type { Compared, Wrong } from "../sheet.js";
import type { Ending } from "./await-end.js";
import type { Heard } from "./fixtures.js";
import type { NetworkFault } from "./network-fault.js";
import type { Traces } from "./traces.js";

/** What one call has come to that met one fault. */
export interface Cell extends Ending {
  readonly fault: NetworkFault;
  /** The code that it has to end with; undefined for success. */
  readonly expected: string | undefined;
  readonly coolDown: number | undefined;
  readonly heard: Heard;
  readonly before: Traces;
  readonly after: Traces;
  /** More than there was before the call: frames, listeners, entries of storages, cookies. */
  readonly litter: readonly string[];
}

/** All that is wrong with a cell. Of the unmodified auth0-js no codes and no tidiness are asked. */
export async function judge(lab: Lab, engine: Compared, cell: Cell): Promise<Wrong[]> {
  const { ended, times, left, expected, heard } = cell;
  const isFailure = expected !== undefined;
  const hasSucceeded = ended ? !ended.code && !ended.mistake : left !== undefined;
  const isOver = ended !== undefined || left !== undefined;
  const hasThrown = heard.uncaught.length > 0 || ended?.mistake !== undefined || ended?.threw;
  const { foundIn } = lab.secrets;
  const told = await foundIn(toldIn(cell));
  // auth0-js leaves tokens in the address that it has taken them from, which is no fault of what follows.
  const before = engine === "bare" ? await foundIn(cell.before.readable) : [];
  const lying = (await foundIn(cell.after.readable)).filter((secret) => !before.includes(secret));
  const isOurs = engine !== "bare";
  const isFalse = isFailure && hasSucceeded;
  const verdicts: readonly (readonly [Wrong, boolean])[] = [
    ["never settled", !isOver],
    ["false success", isFalse],
    ["leak", told.length + lying.length > 0],
    ["threw", hasThrown === true],
    ["settled twice", times > 1],
    ["wrong code", isOurs && isOver && !isFalse && !isAsTold(cell)],
    ["litter", isOurs && cell.litter.length + heard.console.length > 0],
  ];
  return verdicts.filter(([, isSo]) => isSo).map(([kind]) => kind);
}

function isAsTold({ ended, expected, fault, coolDown }: Cell): boolean {
  if (ended?.code !== expected) return false;
  const wait = ended?.retryAfter;
  if (expected !== undefined && fault.retryAfter) {
    const [least, most] = fault.retryAfter;
    return wait !== undefined && wait >= least && wait <= most;
  }
  return wait === (expected === "rate_limited" ? coolDown : undefined);
}

/** Everything that was said in a cell. Tokens that were asked for are handed out as such. */
function toldIn({ ended, heard, left }: Cell): string {
  const { dump = "", ...told } = ended ?? {};
  const isToken = /^(accessToken|idToken|refreshToken)$/;
  const shown = JSON.stringify(told, (name, value: unknown) =>
    isToken.test(name) && typeof value === "string" ? undefined : value,
  );
  return [dump, shown, left ?? "", ...heard.console, ...heard.uncaught].join("\n");
}
