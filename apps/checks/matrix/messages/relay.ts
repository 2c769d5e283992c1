import { expect, type BrowserContext, type Page } from "@playwright/test";
import { createLab, type Lab, type LabParts } from "../../contract/lab.js";
import type { Wrong } from "../sheet.js";
import type { HostileRow } from "./hostile-row.js";
import type { Met } from "./meet.js";
import { addressOf, otherWindow, post, type Post } from "./senders.js";
import { popupWire } from "./wires.js";

/** A page that has opened the callback page in a window, and what that window tells it. */
export interface Opener {
  readonly page: Page;
  /** The callback page, with a client of its own. */
  readonly callback: Lab;
}

/** What the cells of one test share. */
export interface RelayBench {
  readonly parts: Omit<LabParts, "page">;
  readonly context: BrowserContext;
  readonly noise: string[];
  /** Those that are open, by their address. */
  readonly openers: Map<string, Opener>;
}

const intervals = [5, 10, 20];
/** What a callback page of auth0-js is asked for its response with, and told to close. */
const requests = ['{"a":"request","d":{}}', "die"];

/** The browser itself tells of a message that it has kept from a page of another origin. */
const keptFromStranger =
  /^Failed to execute 'postMessage' .* does not match the recipient window's/;

/**
 * One response at the callback page, while hostile messages arrive there: the page that has opened it is told once,
 * if it is of the same origin, and nobody else is told anything.
 */
export async function meetAtRelay(bench: RelayBench, row: HostileRow): Promise<Met> {
  const { app, tenant } = bench.parts.stack;
  const address = addressOf(row.from ?? "true", app, tenant.url);
  const { page, callback } = await openerAt(bench, address);
  const isOfOrigin = new URL(address).origin === app && row.from !== "opaque";
  const state = `popup.${crypto.randomUUID()}`;
  const code = `canary-${crypto.randomUUID()}`;
  const wire = popupWire([
    ["code", code],
    ["state", state],
  ]);
  await callback.attach({ popupRedirectUri: callback.address });
  await callback.page.evaluate((behind) => {
    window.told = [];
    history.replaceState(null, "", location.pathname + behind);
  }, `?code=${code}&state=${state}`);
  const isOther = ["own window", "other frame", "other window", "nested frame"].includes(
    row.from ?? "",
  );
  const truth: Post = { by: page, to: "opened" };
  const poster = isOther ? await otherWindow(callback, row.from ?? "true", address, truth) : truth;
  const hostile = [row.data ? row.data(wire) : wire.truth, ...requests];

  await post(poster, hostile);
  await callback.begin("start");
  if (row.moment === "twice") await callback.begin("start");
  await expect.poll(async () => (await callback.look()).ended, { intervals }).toBeDefined();
  const { ended, times } = await callback.look();
  await post(poster, hostile);
  // Whatever was posted before it has arrived when this has.
  await callback.page.evaluate(() => (window.opener as Window).postMessage("last", "*"));
  await expect.poll(() => page.evaluate(() => window.told?.at(-1)), { intervals }).toBe("last");
  const told = await page.evaluate(() => (window.told ?? []).splice(0));
  await poster.end?.();

  const noise = bench.noise.splice(0).filter((line) => !keptFromStranger.test(line));
  const { kind } = (ended?.value ?? {}) as { kind?: string };
  const expected = isOfOrigin ? [wire.truth, "last"] : ["last"];
  const wrong = new Set<Wrong>();
  if (!isOfOrigin && told.length > 1) wrong.add("leak");
  if (JSON.stringify(told) !== JSON.stringify(expected)) wrong.add("wrong code");
  if (kind !== "relayed") wrong.add("wrong code");
  if (times > 1 || told.length > 2) wrong.add("settled twice");
  if (noise.length > 0 || ended?.mistake) wrong.add("threw");
  const left = await callback.page.evaluate(() =>
    [
      location.href,
      document.documentElement.outerHTML,
      JSON.stringify([history.state, Object.entries(sessionStorage), Object.entries(localStorage)]),
    ].join("\n"),
  );
  if (left.includes(code) || left.includes(state)) wrong.add("leak");
  return { wrong: [...wrong], seen: { ended, times, told, noise } };
}

/** A page at an address that opens the callback page, which cannot close itself there and so shows what it does. */
async function openerAt(bench: RelayBench, address: string): Promise<Opener> {
  const known = bench.openers.get(address);
  if (known) return known;
  const page = await bench.context.newPage();
  await page.goto(address);
  const opened = page.waitForEvent("popup");
  const target = `${bench.parts.stack.app}/harness/contract.html`;
  await page.evaluate((url) => {
    window.told = [];
    window.addEventListener("message", ({ data }) => window.told?.push(data));
    window.opened = window.open(url) ?? undefined;
  }, target);
  const window_ = await opened;
  await window_.waitForURL(target);
  await window_.evaluate(() => {
    window.close = () => {};
  });
  const opener = { page, callback: createLab({ ...bench.parts, page: window_ }) };
  bench.openers.set(address, opener);
  return opener;
}

declare global {
  interface Window {
    /** What a page has been told by the window that it has opened. */
    told?: unknown[];
    opened?: Window | undefined;
  }
}
