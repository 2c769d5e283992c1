import { expect } from "@playwright/test";
import type { Lab } from "../../contract/lab.js";
import type { Ended } from "../../harness/contract.js";

/** What a callback ended as, and what it left. */
export interface Arrival {
  readonly ended: Ended;
  readonly times: number;
  /** The address when the call had been made, before anything was waited for. */
  readonly addressAtOnce: string;
  readonly left: Left;
}

export interface Left {
  readonly address: string;
  readonly history: string;
  readonly document: string;
  readonly cookies: string;
  readonly stored: string;
  readonly session: string;
  readonly frames: number;
  readonly polluted: boolean;
}

/** Milliseconds between looks. */
const intervals = [5, 10, 20];

/** Puts a response behind the page's address and has it taken. */
export async function arrive(lab: Lab, suffix: string, method: string): Promise<Arrival> {
  const { page } = lab;
  const addressAtOnce = await page.evaluate(
    ([behind, name]) => {
      history.replaceState({ ofTheApp: 1 }, "", location.pathname + behind);
      window.contract.begin(name, []);
      return location.href;
    },
    [suffix, method] as const,
  );
  await expect.poll(async () => (await lab.look()).ended, { intervals }).toBeDefined();
  const { ended = {}, times } = await lab.look();
  const left = await page.evaluate(() => ({
    address: location.href,
    history: JSON.stringify(history.state),
    document: document.documentElement.outerHTML,
    cookies: document.cookie,
    stored: JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
    session: JSON.stringify(window.contract.client.session.get()),
    frames: document.querySelectorAll("iframe").length,
    polluted: "polluted" in {},
  }));
  return { ended, times, addressAtOnce, left };
}

/** A start tells of a failure in its outcome, and `completeCallback` throws it. */
export function endOf({ value, code, mistake }: Ended): string {
  const { kind, error, tokens } = (value ?? {}) as {
    kind?: string;
    error?: { code?: string };
    tokens?: object | null;
  };
  if (mistake) return `threw ${mistake}`;
  if (code ?? error?.code) return String(code ?? error?.code);
  if (kind !== "authenticated") return "nothing";
  // auth0-js calls back with null where it has found nothing.
  return tokens === null ? "nothing" : "signs in";
}
