import type { Browser, Page } from "@playwright/test";
import type { ClientName, WireResult } from "../harness/wire.js";
import { expect, signInAtTenant } from "../e2e/fixtures.js";
import type { Stack } from "../stack/start-stack.js";
import type { Exception } from "./compare.js";
import { plantCookie, record, type Recording } from "./record.js";
import { readAddress } from "./recorded-request.js";

/** Which of the harness page's clients, and how it is configured. */
export interface ClientUse {
  readonly client: ClientName;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A method by its path, and what it is given. */
export type Call = readonly [path: string, ...given: unknown[]];

/** One side of an operation: what one client is told to do. */
export interface Doing {
  readonly call: (known: Known) => Call;
  /** What has to have happened, unrecorded; its result is `known.before`. */
  readonly before?: (page: Page, stack: Stack) => Promise<unknown>;
  /** A call that leaves for the tenant's pages; somebody has signed in there, and the page is back. */
  readonly comesBackBy?: string;
  /** More options of the client. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What a call may need to know. */
export interface Known {
  readonly stack: Stack;
  readonly before: Before;
}

/** What the calls before have brought. */
export type Before = Readonly<Record<string, unknown>>;

/** Something that two clients offer. */
export interface Operation {
  readonly title: string;
  readonly ours: Doing;
  readonly theirs: Doing;
  /** It leaves the page for this path: nothing is recorded after that. */
  readonly leavesFor?: string;
  /** It only gives an address, which counts as a visit there. */
  readonly givesAddress?: true;
  /** What the user does in the window that the call opens. */
  readonly inPopup?: (popup: Page, stack: Stack) => Promise<void>;
  readonly exceptions: readonly Exception[];
}

/** The page that every client's responses come back to. */
export function wirePage({ app }: Pick<Stack, "app">): string {
  return `${app}/harness/wire.html`;
}

/** Does one side of an operation in a browser of its own, and records what the tenant is asked. */
export async function recordSide(
  browser: Browser,
  stack: Stack,
  { client, options }: ClientUse,
  { doing, operation }: { doing: Doing; operation: Operation },
): Promise<Recording> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const use = { client, options: { ...options, ...doing.options } };
  await page.goto(wirePage(stack));
  await attachClient(page, use);
  const before = (await doing.before?.(page, stack)) ?? {};
  if (doing.comesBackBy) await comeBack(page, stack, { by: doing.comesBackBy, use });
  await plantCookie(page, stack);
  await forgetPreflights(page);
  const call = doing.call({ stack, before: before as Before });
  const recording = await recordCall(page, stack, { call, operation });
  await context.close();
  return recording;
}

async function recordCall(
  page: Page,
  stack: Stack,
  { call, operation }: { call: Call; operation: Operation },
): Promise<Recording> {
  const { leavesFor, inPopup } = operation;
  if (operation.givesAddress) {
    return { requests: [readAddress(String(await succeed(page, call)))], preflights: 0 };
  }
  return record(page, stack, async () => {
    if (leavesFor !== undefined) return leave(page, call, leavesFor);
    const opened = inPopup && page.waitForEvent("popup");
    const done = succeed(page, call);
    if (opened) await inPopup?.(await opened, stack);
    return done;
  });
}

async function comeBack(
  page: Page,
  stack: Stack,
  { by, use }: { by: string; use: ClientUse },
): Promise<void> {
  await leave(page, [by], "/authorize");
  await signInAtTenant(page, stack);
  await page.waitForURL(/[?&]code=/);
  await attachClient(page, use);
}

/** Browsers send no preflight where they remember one; each request has to show whether it needs one. */
async function forgetPreflights(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
}

/** Makes the client in a page that is there, and tells windows that come back here about it. */
async function attachClient(page: Page, { client, options }: ClientUse): Promise<void> {
  await page.waitForFunction(() => "wire" in window);
  await page.evaluate(
    ([name, given]) => {
      localStorage.setItem("wire", JSON.stringify([name, given]));
      window.wire.open(name, given);
    },
    [client, options] as const,
  );
}

/** Calls a method that stays in the page. */
export async function succeed(page: Page, [path, ...given]: Call): Promise<unknown> {
  const { value, failed } = await page.evaluate(
    ([name, args]): Promise<WireResult> => window.wire.call(name, ...args),
    [path, given] as const,
  );
  expect(failed, path).toBeUndefined();
  return value;
}

/** Calls a method that leaves the page, and waits until it has. */
async function leave(page: Page, [path, ...given]: Call, target: string): Promise<void> {
  const asked = page.waitForEvent(
    "request",
    (request) => new URL(request.url()).pathname === target,
  );
  const failed = page
    .evaluate(([name, args]): Promise<WireResult> => window.wire.call(name, ...args), [
      path,
      given,
    ] as const)
    // The page may be gone before the call has answered.
    .catch((): WireResult => ({}))
    .then((result) => (result.failed === undefined ? asked : Promise.reject(result)));
  await (await Promise.race([asked, failed])).response();
}
