import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { By, Builder, error, Key as Keys, type WebDriver } from "selenium-webdriver";
import { answers } from "../../../scripts/shared/answers.mjs";
import { freePort } from "../../../scripts/shared/free-port.mjs";
import {
  patience,
  type Browser,
  type Key,
  type Look,
  type Place,
  type Session,
  type Tab,
} from "./driver.js";

/** Where the two programs are. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
}

const keys: Readonly<Record<Key, string>> = { Tab: Keys.TAB, Enter: Keys.ENTER, Space: Keys.SPACE };

/** Starts WebKit's driver, whose browser needs a display and starts anew for each person. */
export async function startWebKit(
  programs: WebKitPrograms,
  args: readonly string[],
): Promise<Browser> {
  // Without one the browser would be waited for in vain.
  if (!process.env["DISPLAY"])
    throw new Error("WebKit has no display: run this by npm run test:browsers.");
  const port = await freePort(7100 + Math.floor(Math.random() * 900));
  const program = spawn(programs.driver, [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
  });
  const server = `http://127.0.0.1:${port}`;
  await answers(`${server}/status`);
  return {
    open: (look) => openSession(server, programs.browser, [...args, ...argsOf(look)]),
    async close() {
      const ended = once(program, "exit");
      program.kill();
      await ended;
    },
  };
}

function argsOf(look: Look | undefined): string[] {
  return look === "dark" ? ["--dark-mode"] : [];
}

async function openSession(
  server: string,
  binary: string,
  args: readonly string[],
): Promise<Session> {
  const driver = await new Builder()
    .usingServer(server)
    .withCapabilities({
      browserName: "MiniBrowser",
      acceptInsecureCerts: true,
      // After a way back it may else wait for the load of a page that has long been loaded.
      pageLoadStrategy: "none",
      "webkitgtk:browserOptions": { binary, args: ["--automation", ...args] },
    })
    .build();
  await driver.manage().setTimeouts({ script: patience });
  let isFirst = true;
  return {
    async newTab() {
      if (!isFirst) await driver.switchTo().newWindow("tab");
      isFirst = false;
      return tabOf(driver, await driver.getWindowHandle());
    },
    close: () => driver.quit(),
  };
}

function tabOf(driver: WebDriver, handle: string): Tab {
  /** The driver speaks to one window at a time. */
  async function here(): Promise<WebDriver> {
    await driver.switchTo().window(handle);
    return driver;
  }

  async function at(
    place: Place,
    act: (element: Awaited<ReturnType<typeof seen>> & object) => Promise<void>,
  ) {
    await here();
    await driver.wait(
      async () => {
        try {
          const element = await seen(driver, place);
          if (!element) return false;
          await act(element);
          return true;
        } catch (failure) {
          if (isPassing(failure)) return false;
          throw failure;
        }
      },
      patience,
      `Nothing to be seen at ${place}`,
      50,
    );
  }

  /** Waits until another page is there. */
  async function toNewPage(go: () => Promise<void>): Promise<void> {
    await here();
    await driver.executeScript("window.isLeft = true");
    await go();
    const arrived = "return !window.isLeft && document.readyState === 'complete'";
    await driver.wait(() => driver.executeScript<boolean>(arrived), patience, "No page came", 30);
  }

  return {
    goto: (url) => toNewPage(() => driver.get(url)),
    click: (place) => at(place, (element) => element.click()),
    fill: (place, text) =>
      at(place, async (element) => {
        await element.clear();
        await element.sendKeys(text);
      }),
    press: async (key) => (await here()).actions().sendKeys(keys[key]).perform(),
    type: async (text) => (await here()).actions().sendKeys(text).perform(),
    async run<Result>(script: (given: unknown) => unknown, given?: unknown): Promise<Result> {
      await here();
      const answer = await driver.executeAsyncScript<{ value: Result; failure?: string }>(
        `const [given, done] = arguments;
         (async () => ({ value: await (${String(script)})(given) }))()
           .catch((error) => ({ failure: String(error) }))
           .then(done);`,
        given,
      );
      if (answer.failure !== undefined) throw new Error(answer.failure);
      return answer.value;
    },
    url: async () => (await here()).getCurrentUrl(),
    async popup(open) {
      await here();
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
    back: async () => (await here()).navigate().back(),
    reload: () => toNewPage(() => driver.navigate().refresh()),
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

/** The first element there that can be seen and used. */
async function seen(driver: WebDriver, place: Place) {
  for (const element of await driver.findElements(By.xpath(place))) {
    if ((await element.isDisplayed()) && (await element.isEnabled())) return element;
  }
  return undefined;
}

/** The page is just being changed. */
function isPassing(failure: unknown): boolean {
  return (
    failure instanceof error.StaleElementReferenceError ||
    failure instanceof error.ElementNotInteractableError ||
    failure instanceof error.ElementClickInterceptedError
  );
}
