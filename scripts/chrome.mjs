import { existsSync } from "node:fs";
import { downloadedByPlaywright, installed } from "./chrome/look-up.mjs";
import { fromApt, fromPlaywright } from "./chrome/install.mjs";
import { fromNpm } from "./chrome/sparticuz.mjs";

/**
 * A Chromium for the tests, installed when there is none: where it is, and the environment it needs.
 * Stops with a plain Error when every way fails.
 */
export async function findChrome() {
  const named = process.env.CHROME_BIN;
  if (named && existsSync(named)) return { executablePath: named, env: {} };
  if (named)
    throw new Error(`CHROME_BIN is ${named}, where there is no file: correct or unset it.`);
  for (const way of [installed, downloadedByPlaywright, fromApt, fromPlaywright, fromNpm]) {
    const chrome = await way();
    if (chrome) return { env: {}, ...chrome };
  }
  throw new Error(
    "No Chromium was found and none could be installed, so no browser test can run: " +
      "set CHROME_BIN to the path of a Chrome or Chromium.",
  );
}
