import type { Lab } from "../../contract/lab.js";
import type { Ended } from "../../harness/contract.js";
import type { Wrong } from "../sheet.js";
import { filler, type StorageFault } from "./faults.js";
import type { StorageFlow } from "./flows.js";

/** What a page looks like after a call. */
export interface Seen {
  readonly about: {
    readonly session: string | undefined;
    readonly frames: number;
    readonly transactions: number;
    readonly times: number;
  };
  /** All that scripts and people can find in it. */
  readonly text: string;
}

/** Looks at all that a page keeps and shows; a browser that refuses to be read keeps nothing. */
export async function look({ page, engine }: Lab): Promise<Seen> {
  // After a link the session is renewed behind the scenes, which takes a frame for a moment.
  const isClean = () => document.querySelectorAll("iframe").length === 0;
  await page.waitForFunction(isClean, undefined, { timeout: 5000 }).catch(() => {});
  return page.evaluate(
    ([hidden, isBare]) => {
      const entries = (name: "sessionStorage" | "localStorage") => {
        try {
          return Object.entries(window[name]).filter(([key]) => key !== hidden);
        } catch {
          return [];
        }
      };
      const attempt = (read: () => string) => {
        try {
          return read();
        } catch {
          return "";
        }
      };
      const kept = [...entries("sessionStorage"), ...entries("localStorage")];
      const lasting = kept.filter(([key]) => !key.startsWith("portico.session."));
      const session = window.contract.client.session.get() as { status?: string };
      const transactions = kept.filter(([key]) => key.startsWith("portico.transactions."));
      return {
        about: {
          session: session.status,
          frames: document.querySelectorAll("iframe").length,
          transactions: transactions.length,
          times: window.contract.look().times,
        },
        text: [
          JSON.stringify(lasting),
          attempt(() => document.cookie),
          // auth0-js leaves it to the app to clean the address.
          isBare ? "" : location.href,
          JSON.stringify(history.state),
          document.documentElement.outerHTML,
          JSON.stringify(session),
        ].join("\n"),
      };
    },
    [filler, engine === "bare"] as const,
  );
}

/** Holds how a flow ended against how it has to. auth0-js has no codes of ours, and is not asked for them. */
export async function judge(
  { engine, secrets }: Lab,
  { ends, bareEnds = ends }: StorageFlow,
  { id }: StorageFault,
  ended: Ended,
  { about, text }: Seen,
): Promise<Wrong[]> {
  const wrong: Wrong[] = [];
  const expected = (engine === "bare" ? bareEnds : ends)[id];
  const hasFailed = ended.code !== undefined || ended.mistake !== undefined;
  const isIn = about.session === "authenticated";
  if (!hasFailed && expected?.startsWith("transaction")) wrong.push("accepted");
  if (ended.mistake !== undefined) wrong.push("threw");
  if (about.times > 1) wrong.push("settled twice");
  const leaked = await secrets.foundIn(`${ended.dump ?? ""}\n${text}`);
  if (leaked.length > 0) wrong.push("leak");
  if (!hasFailed && !isIn) wrong.push("false success");
  if (engine === "bare") return wrong;
  if (ended.code !== expected) wrong.push("wrong code");
  if (about.frames > 0) wrong.push("litter");
  return wrong;
}
