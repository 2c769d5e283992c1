import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { findChrome } from "../chrome.mjs";

/** The packages of the distribution that have what is missing. */
const packages = { firefox: ["firefox-esr"], webkit: ["webkit2gtk-driver", "xvfb", "xauth"] };

/**
 * Where the wanted browsers are, installed where they can be, and the environment that Chromium needs. One that cannot
 * be had is not among `found`.
 */
export async function findBrowsers(wanted) {
  const needed = new Set(wanted.map((name) => name.split("-")[0]));
  const chrome = needed.has("chromium") ? await findChrome().catch(say) : undefined;
  const lacking = Object.keys(packages).filter((name) => needed.has(name) && !lookUp[name]());
  if (lacking.length > 0) install(lacking.flatMap((name) => packages[name]));
  const others = Object.keys(packages).flatMap((name) => {
    const place = needed.has(name) && lookUp[name]();
    return place ? [[name, place]] : [];
  });
  return {
    found: {
      ...(chrome && { chromium: chrome.executablePath }),
      ...Object.fromEntries(others),
    },
    env: chrome?.env ?? {},
  };
}

const lookUp = {
  firefox: () => ["/usr/bin/firefox-esr"].find((path) => existsSync(path)),
  webkit() {
    const driver = "/usr/bin/WebKitWebDriver";
    const browser = miniBrowser();
    const isComplete = browser && [driver, "/usr/bin/Xvfb"].every((path) => existsSync(path));
    return isComplete ? { driver, browser } : undefined;
  },
};

/** It stands among the libraries: /usr/lib/<machine>/webkit2gtk-<version>/MiniBrowser. */
function miniBrowser() {
  return foldersIn("/usr/lib")
    .filter((folder) => /-linux-/.test(folder))
    .flatMap(foldersIn)
    .filter((folder) => folder.includes("/webkit2gtk-"))
    .map((folder) => join(folder, "MiniBrowser"))
    .find((path) => existsSync(path));
}

function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}

/** Only where we may: Linux with apt-get, as root. */
function install(names) {
  if (process.platform !== "linux" || process.getuid() !== 0 || !apt(["--version"])) return;
  console.log(`Installing ${names.join(", ")} with apt-get.`);
  apt(["update"]);
  apt(["install", "-y", "--no-install-recommends", ...names]);
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" }).status === 0;
}

function say(error) {
  console.error(error.message);
}
