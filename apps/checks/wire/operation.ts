import type { Browser, Page } from "@playwright/test";
import type { WireResult } from "../harness/wire.js";
import { expect } from "../e2e/fixtures.js";
import type { Stack } from "../stack/start-stack.js";
import type { Exception } from "./compare.js";
import { plantCookie, record, type Recording } from "./record.js";
import { readAddress } from "./recorded-request.js";

/** Which of the harness page's clients, and how it is configured. */
export interface ClientUse {
  readonly client: "portico" | "auth0Js" | "auth0SpaJs";
  readonly options: Readonly<Record<string, unknown>>;
}

/** A method by its path, and what it is given. */
export type Call = readonly [path: string, ...given: unknown[]];

/** One side of an operation: what one client is told to do. */
export interface Doing {
  readonly call: (known: Known) => Call;
  /** What has to have happened, unrecorded; its result is `known.before`. */
  readonly before?: (page: Page, stack: Stack) => Promise<unknown>;
  /** More options of the client. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What a call may need to know. */
export interface Known {
  readonly stack: Stack;
  readonly before: Before;
}

/** Tokens of a sign-in before, or nothing. */
export type Before = Readonly<Record<string, string>>;

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
export function wirePage({ app }: Stack): string {
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
  await openClient(page, stack, { client, options: { ...options, ...doing.options } });
  const before = (await doing.before?.(page, stack)) ?? {};
  await plantCookie(page, stack);
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

/** Opens the page with one client. */
export async function openClient(page: Page, stack: Stack, use: ClientUse): Promise<void> {
  await page.goto(wirePage(stack));
  await attachClient(page, use);
}

/** Makes the client in a page that is there already, and tells windows that come back here about it. */
export async function attachClient(page: Page, { client, options }: ClientUse): Promise<void> {
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
export async function leave(page: Page, [path, ...given]: Call, target: string): Promise<void> {
  const asked = page.waitForEvent("request", (request) => new URL(request.url()).pathname === target);
  const failed = page
    .evaluate(
      ([name, args]): Promise<WireResult> => window.wire.call(name, ...args),
      [path, given] as const,
    )
    // The page may be gone before the call has answered.
    .catch((): WireResult => ({}))
    .then((result) => (result.failed === undefined ? asked : Promise.reject(result)));
  await (await Promise.race([asked, failed])).response();
}
