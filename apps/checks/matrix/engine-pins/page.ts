import { expect, type Page } from "@playwright/test";
import type { Lab } from "../../contract/lab.js";

/** Milliseconds after which a call that has not called back never will: auth0-js itself waits for a minute at most. */
export const longAfter = 10 * 60_000;

/** Opens a page with the unmodified auth0-js on it, and a clock of its own. */
export async function openAuth0Js(lab: Lab): Promise<void> {
  await lab.page.clock.install();
  await lab.attach();
}

/** What auth0-js gives its callback for a call by its path, such as `client.userInfo`: once, twice, or never. */
export function called(page: Page, path: string, ...args: readonly unknown[]): Promise<Heard> {
  return page.evaluate(
    ([name, given]) => {
      const heard: Heard = { answers: [], threw: undefined };
      const steps = name.split(".");
      const last = steps.pop() ?? "";
      const webAuth: object = Reflect.get(window.contract.client, "webAuth");
      const receiver = steps.reduce((value, step) => Reflect.get(value, step) as object, webAuth);
      const method = Reflect.get(receiver, last) as (...all: unknown[]) => void;
      Object.assign(window, { heard });
      try {
        method.call(receiver, ...given, (error: unknown, result: unknown) => {
          const told = JSON.parse(JSON.stringify([error ?? null, result ?? null])) as Answer;
          heard.answers.push(told);
        });
      } catch (error) {
        heard.threw = String(error);
      }
      return heard;
    },
    [path, args] as const,
  );
}

/** What the call that was made last has been given by now. */
export function heardNow(page: Page): Promise<Heard> {
  return page.evaluate(() => (window as unknown as { heard: Heard }).heard);
}

/** The first answer of the call that was made last. */
export async function firstAnswer(page: Page): Promise<Answer> {
  await expect.poll(async () => (await heardNow(page)).answers.length).toBeGreaterThan(0);
  const { answers } = await heardNow(page);
  return answers[0] as Answer;
}

type Answer = [error: Record<string, unknown> | null, result: Record<string, unknown> | null];

export interface Heard {
  answers: Answer[];
  threw: string | undefined;
}

/** Waits until the tenant has met the request that the fault is about. */
export async function hit(lab: Lab, id: string): Promise<void> {
  const hits = () => lab.tenant.faults.list().find((rule) => rule.id === id)?.hits ?? 0;
  await expect.poll(hits, { intervals: [5, 10, 20] }).toBeGreaterThan(0);
}
