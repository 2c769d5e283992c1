import { spawn } from "node:child_process";
import { once } from "node:events";
import { Builder } from "selenium-webdriver";
import { answers } from "../../../scripts/shared/answers.mjs";
import { freePort } from "../../../scripts/shared/free-port.mjs";
import { patience, type Browser, type Session } from "./driver.js";
import { tabOf } from "./webkit-tab.js";

/** Where the two programs are. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
}

/** Starts WebKit's driver; its browser starts anew for each person, and needs a display. */
export async function startWebKit(
  programs: WebKitPrograms,
  args: readonly string[],
): Promise<Browser> {
  // Without one the browser would be waited for in vain.
  if (!process.env["DISPLAY"])
    throw new Error("WebKit has no display: run this by npm run test:browsers.");
  // Two drivers that start at once should not want the same.
  const port = await freePort(20_000 + (process.pid % 200) * 100);
  const options = [`--port=${port}`, "--host=127.0.0.1"];
  const program = spawn(programs.driver, options, { stdio: "ignore" });
  const server = `http://127.0.0.1:${port}`;
  await answers(`${server}/status`);
  return {
    open: (look) =>
      openSession(server, programs.browser, [...args, ...(look === "dark" ? ["--dark-mode"] : [])]),
    async close() {
      const ended = once(program, "exit");
      program.kill();
      await ended;
    },
  };
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
