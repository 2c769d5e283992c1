import { expect } from "../../e2e/fixtures.js";
import type { Lab } from "../../contract/lab.js";
import type { Ended } from "../../harness/contract.js";
import type { Wrong } from "../sheet.js";
import { columnOf, isPrimaryIn } from "./entries.js";
import { lookAround } from "./look-around.js";
import { waitFor, type Place } from "./place.js";
import type { TokenRow } from "./token-row.js";

/** What became of one token. */
export interface Verdict {
  readonly wrong: readonly Wrong[];
  readonly seen: object;
}

/** Holds what became of a token against its row. */
export async function judge(
  place: Place,
  row: TokenRow,
  ended: Ended | undefined,
): Promise<Verdict> {
  const { lab, entry, noise, primary } = place;
  const { engine, page } = lab;
  const expectation = row.at[columnOf(engine, entry)];
  const around = await lookAround(lab);
  const later = requestsAfterToken(lab);
  const wrong = new Set<Wrong>();

  const isLinking = entry.id === "linking";
  const linked = later.some((line) => line.startsWith("POST /api/v2/users/"));
  const isIn = isLinking ? linked : around.status === "authenticated";
  const hasFailed = ended?.code !== undefined || ended?.mistake !== undefined;
  if (expectation !== "accepted" && (isIn || later.length > 0)) wrong.add("accepted");
  if (!ended) wrong.add("never settled");
  if (ended?.mistake !== undefined || noise.length > 0) wrong.add("threw");
  if (ended && !hasFailed && !isIn) wrong.add("false success");
  if (engine === "bare" && (await lab.look()).times > 1) wrong.add("settled twice");
  const leaked = await lab.secrets.foundIn(
    [ended?.dump ?? "", around.text, JSON.stringify(around), ...noise].join("\n"),
  );
  if (leaked.length > 0) wrong.add("leak");
  const { dump: _dump, ...told } = ended ?? {};
  const seen = { ...told, isIn, later, noise: [...noise], sub: around.sub };
  if (engine === "bare") return { wrong: [...wrong], seen };

  if (expectation === "accepted" ? !isIn : !isRefusal(told, expectation, row.skew)) {
    wrong.add("wrong code");
  }
  const left = around.frames + around.transactions;
  if (left > 0 || !(await isAlone(page))) wrong.add("litter");
  if (isLinking && isPrimaryIn(row) && around.sub !== primary.userId) wrong.add("unusable");
  return { wrong: [...wrong], seen };
}

/** The reason is the whole of what the app is told. */
function isRefusal({ code, details }: Ended, reason: string, skew: number | undefined): boolean {
  if (reason === "invalid_callback") return code === reason;
  const expected = { reason, ...(skew !== undefined && { skew }) };
  return code === "invalid_token" && JSON.stringify(details) === JSON.stringify(expected);
}

/** What the tenant was asked after it had issued the token, but for its keys. */
function requestsAfterToken({ tenant }: Lab): string[] {
  const all = tenant.requests();
  const isIssue = ({ faults }: (typeof all)[number]) => faults.includes("token");
  expect(all.filter(isIssue), "the token was issued, once").toHaveLength(1);
  return all
    .slice(all.findIndex(isIssue) + 1)
    .filter(({ preflight, path }) => !preflight && path !== "/.well-known/jwks.json")
    .map(({ method, path }) => `${method} ${path}`);
}

async function isAlone(page: Lab["page"]): Promise<boolean> {
  const alone = () => page.context().pages().length === 1;
  await waitFor(alone, 5000);
  return alone();
}
