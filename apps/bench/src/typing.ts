import type { Browser } from "playwright";
import { worked } from "./browser.js";
import type { WithForm } from "./contestants.js";
import { countedSoFar } from "./counted-so-far.js";
import { openForm } from "./load.js";

/** What a key typed in the e-mail field costs. */
export interface TypingSample {
  /** Components that React rendered. */
  renders: number;
  /** Milliseconds of the main thread, on a processor that is four times slower. */
  script: number;
  tasks: number;
}

const text = "ada.lovelace@somewhe";
const processor = { label: "CPU 4x slower", cpu: 4 };

/** Types twenty characters, each once the page has dealt with the one before. */
export async function typeOnce(browser: Browser, contestant: WithForm): Promise<TypingSample> {
  const { context, page, cdp } = await openForm(browser, contestant, processor);
  const { email } = contestant.form;
  await page.evaluate((selector) => window.fields.find(selector)?.focus(), email);
  // The first key can be a special one: a field becomes dirty once.
  await type("warm");
  for (let key = 0; key < 4; key += 1) await page.keyboard.press("Backspace");
  if ((await countedSoFar(page)) === 0)
    throw new Error(`No render of ${contestant.name} was seen.`);
  const before = await worked(cdp);
  await type(text);
  const after = await worked(cdp);
  const { renders, value } = await page.evaluate(
    (selector) => ({
      renders: window.reactWork.renders,
      value: window.fields.find(selector)?.value,
    }),
    email,
  );
  await context.close();
  if (value !== text) throw new Error(`${contestant.name} kept ${value} of ${text}.`);
  return {
    renders: renders / text.length,
    script: (after.script - before.script) / text.length,
    tasks: (after.tasks - before.tasks) / text.length,
  };

  async function type(keys: string): Promise<void> {
    for (const key of keys) {
      await page.keyboard.type(key);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    }
  }
}
