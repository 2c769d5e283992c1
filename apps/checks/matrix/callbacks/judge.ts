import type { Secrets } from "../../contract/secrets.js";
import type { Compared, Wrong } from "../sheet.js";
import { endOf, type Arrival } from "./arrive.js";
import type { End } from "./callback-row.js";
import { strangersWords } from "./rows/errors.js";

/** What a callback ought to have ended as. */
export interface Judged {
  readonly engine: Compared;
  readonly end: End;
  /** Whether its transaction still waits in this tab. */
  readonly keeps: boolean;
  /** What the page wrote and left uncaught. */
  readonly noise: readonly string[];
  readonly secrets: Secrets;
}

/** All that was wrong with one callback. auth0-js is held to what it promises alone: not to our codes, nor to our tidiness. */
export async function judge(arrival: Arrival, judged: Judged): Promise<readonly Wrong[]> {
  const { ended, times, addressAtOnce, left } = arrival;
  const { engine, end, keeps, noise, secrets } = judged;
  const got = endOf(ended);
  const wrong = new Set<Wrong>();
  const said = [ended.dump ?? "", ...noise].join("\n");

  if (got !== end && got === "signs in") wrong.add("accepted");
  if (left.polluted) wrong.add("accepted");
  if (ended.mistake || noise.length > 0) wrong.add("threw");
  if (times > 1) wrong.add("settled twice");
  if ((await secrets.foundIn(said)).length > 0) wrong.add("leak");
  if (engine === "bare") return [...wrong];

  if (got !== end) wrong.add("wrong code");
  // What is no response is the app's own, and stays where it is.
  const addresses = end === "nothing" ? "" : addressAtOnce + left.address;
  const { document, history, cookies, stored, session } = left;
  const seen = [said, addresses, document, history, cookies, stored, session].join("\n");
  const words = end === "nothing" ? [] : /[?#&](state|error|scope|expires_in)/.exec(addresses);
  if ((await secrets.foundIn(seen)).length > 0 || words?.length) wrong.add("leak");
  if (seen.includes(strangersWords)) wrong.add("leak");
  const waits = stored.includes("portico.transactions");
  if (waits !== keeps || left.frames > 0 || left.history !== '{"ofTheApp":1}') wrong.add("litter");
  return [...wrong];
}
