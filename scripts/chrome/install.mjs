import { spawnSync } from "node:child_process";
import { runTool } from "../shared/run-tool.mjs";
import { downloadedByPlaywright, installed } from "./look-up.mjs";

/** The distribution's Chromium, where we may install it: Linux with apt-get, as root. */
export function fromApt() {
  if (process.platform !== "linux" || process.getuid() !== 0 || !apt(["--version"]))
    return undefined;
  console.log("No Chromium here: installing the distribution's with apt-get.");
  // A bare image has no list of packages yet.
  if (!installChromium() && apt(["update"])) installChromium();
  return installed();
}

function installChromium() {
  return apt(["install", "-y", "--no-install-recommends", "chromium"]);
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" }).status === 0;
}

/** Playwright's Chromium, in Playwright's cache. */
export async function fromPlaywright() {
  console.log("No Chromium here: downloading Playwright's.");
  await runTool("playwright", ["install", "chromium"]);
  return downloadedByPlaywright();
}
