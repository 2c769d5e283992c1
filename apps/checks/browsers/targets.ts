import { chromium, type BrowserType } from "@playwright/test";
import { firefox } from "playwright-core-for-firefox";
import type { Target } from "../../../.storybook/browsers/differences.js";
import type { Browser } from "./driver.js";
import { startWithPlaywright } from "./playwright-driver.js";
import { startWebKit, type WebKitPrograms } from "./webkit-driver.js";

/** Where the browsers are; one that is not there is left out. */
export interface Browsers {
  readonly chromium?: string;
  readonly firefox?: string;
  readonly webkit?: WebKitPrograms;
}

// An older version, which still speaks to the Firefox that people have; what is asked of it is the same.
const olderFirefox = firefox as unknown as BrowserType;

const variable = "PORTICO_BROWSERS_AT";

/** What scripts/test-browsers.mjs has found. */
export function browsersFound(): Browsers {
  const found = process.env[variable];
  if (!found) throw new Error(`${variable} names no browser: run this by npm run test:browsers.`);
  return JSON.parse(found) as Browsers;
}

/** Those that can run here. */
export function targetsIn({ chromium, firefox, webkit }: Browsers): Target[] {
  return [
    ...(chromium ? (["chromium"] as const) : []),
    ...(firefox ? (["firefox"] as const) : []),
    ...(webkit ? (["webkit", "webkit-itp"] as const) : []),
  ];
}

/** Starts the browser of a target. */
export async function startTarget(target: Target): Promise<Browser> {
  const found = browsersFound();
  if (target === "chromium") return startWithPlaywright(chromium, () => chromiumAt(found.chromium));
  if (target === "firefox")
    return startWithPlaywright(olderFirefox, (look) => firefoxAt(found.firefox, look));
  if (!found.webkit) throw new Error("WebKit was not found.");
  return startWebKit(found.webkit, target === "webkit-itp" ? ["--enable-itp"] : []);
}

function chromiumAt(executablePath = "") {
  return {
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    // Playwright turns both off that people have: the cache of pages, and the blocking of windows.
    ignoreDefaultArgs: ["--disable-back-forward-cache", "--disable-popup-blocking"],
  };
}

function firefoxAt(executablePath = "", look: string) {
  return {
    channel: "moz-firefox",
    executablePath,
    firefoxUserPrefs: {
      // Blocking is what people have; the driver turns it off.
      "dom.disable_open_during_load": true,
      "layout.css.prefers-color-scheme.content-override": look === "dark" ? 0 : 1,
    },
  };
}
