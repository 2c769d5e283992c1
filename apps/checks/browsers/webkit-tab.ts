import { writeFile } from "node:fs/promises";
import { By, error, Key as Keys, type WebDriver, type WebElement } from "selenium-webdriver";
import { patience, type Key, type Place, type Tab } from "./driver.js";

const keys: Readonly<Record<Key, string>> = { Tab: Keys.TAB, Enter: Keys.ENTER, Space: Keys.SPACE };

/** One window of a session; the driver speaks to one at a time. */
export function tabOf(driver: WebDriver, handle: string): Tab {
  const here = () => driver.switchTo().window(handle);

  async function run<Result>(
    script: (given: unknown) => unknown,
    given?: unknown,
  ): Promise<Result> {
    await here();
    const first = await unlessLost(driver.executeScript<Answer<Result>>(starting(script), given));
    const { value, failure } = first.isThere ? first : await laterAnswer<Result>(driver);
    if (failure !== undefined) throw new Error(failure);
    return value;
  }

  async function at(place: Place, act: (element: WebElement) => Promise<void>): Promise<void> {
    await here();
    await driver.wait(acting(driver, place, act), patience, `Nothing to be used at ${place}`, 50);
  }

  /** Waits until another page is there. */
  async function toNewPage(go: () => Promise<void>): Promise<void> {
    await here();
    await driver.executeScript("window.isLeft = true");
    await go();
    const arrived = "return !window.isLeft && document.readyState === 'complete'";
    const isThere = () => unlessLost(driver.executeScript<boolean>(arrived)).catch(() => false);
    await driver.wait(isThere, patience, "No page came", 30);
  }

  return {
    run,
    goto: (url) => toNewPage(() => driver.get(url)),
    reload: () => toNewPage(() => driver.navigate().refresh()),
    // The driver's own way back leaves out pages that nobody has touched.
    back: () => run(() => void setTimeout(() => history.back())),
    click: (place) => at(place, (element) => element.click()),
    fill: (place, text) =>
      at(place, async (element) => {
        await element.clear();
        await element.sendKeys(text);
      }),
    async press(key) {
      await here();
      await driver.actions().sendKeys(keys[key]).perform();
    },
    async type(text) {
      await here();
      await driver.actions().sendKeys(text).perform();
    },
    // The driver would already name a page that is still on its way.
    url: () => run(() => location.href),
    async popup(open) {
      const before = await driver.getAllWindowHandles();
      await open();
      const opened = await driver.wait(
        async () => (await driver.getAllWindowHandles()).find((one) => !before.includes(one)),
        patience,
        "No window was opened",
        50,
      );
      return tabOf(driver, opened ?? "");
    },
    async screenshot(path) {
      await here();
      await writeFile(path, await driver.takeScreenshot(), "base64");
    },
    async close() {
      await here();
      await driver.close();
    },
  };
}

/** What a script in the page came to. */
interface Answer<Result> {
  readonly isThere?: boolean;
  readonly value: Result;
  readonly failure?: string;
}

/** Runs the script and leaves in the page what comes of it later: the driver itself might wait for that for ever. */
function starting(script: (given: unknown) => unknown): string {
  return `const end = (${String(script)})(arguments[0]);
    if (!(end instanceof Promise)) return { value: end, isThere: true };
    window.answer = {};
    end.then(
      (value) => { window.answer = { value, isThere: true }; },
      (error) => { window.answer = { failure: String(error), isThere: true }; },
    );
    return window.answer;`;
}

async function laterAnswer<Result>(driver: WebDriver): Promise<Answer<Result>> {
  const script = "return window.answer ?? { failure: 'The page was left', isThere: true }";
  const answered = await driver.wait(
    async () => {
      const answer = await unlessLost(driver.executeScript<Answer<Result>>(script));
      return answer.isThere ? answer : undefined;
    },
    2 * patience,
    "The script has no end",
    30,
  );
  if (!answered) throw new Error("The script has no end");
  return answered;
}

/** Acts as soon as something at the place can be used and stays where it is; tells whether it has. */
function acting(driver: WebDriver, place: Place, act: (element: WebElement) => Promise<void>) {
  let last = "";
  return async (): Promise<boolean> => {
    try {
      const element = await unlessLost(usable(driver, place));
      const now = element ? JSON.stringify(await unlessLost(element.getRect())) : "";
      const isStill = now === last;
      last = now;
      if (!element || !isStill) return false;
      await act(element);
      return true;
    } catch (failure) {
      if (isPassing(failure)) return false;
      throw failure;
    }
  };
}

async function usable(driver: WebDriver, place: Place): Promise<WebElement | undefined> {
  for (const element of await driver.findElements(By.xpath(place))) {
    if ((await element.isDisplayed()) && (await element.isEnabled())) return element;
  }
  return undefined;
}

/** The driver never answers a question to a page that is left before it was heard. It hears the next one all the same. */
async function unlessLost<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LostError()), 3000);
  });
  try {
    return await Promise.race([answer, lost]);
  } finally {
    clearTimeout(timer);
  }
}

class LostError extends Error {}

/** The page is just being changed. */
function isPassing(failure: unknown): boolean {
  return (
    failure instanceof LostError ||
    failure instanceof error.StaleElementReferenceError ||
    failure instanceof error.ElementNotInteractableError ||
    failure instanceof error.ElementClickInterceptedError
  );
}
