import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";

/** A Chrome or Chromium that the computer already has. */
export function installed() {
  return firstThatRuns([...onPath(), ...usualPlaces()]);
}

/** The Chromium that `playwright install` puts into Playwright's own cache. */
export function downloadedByPlaywright() {
  return firstThatRuns([chromium.executablePath()]);
}

function firstThatRuns(paths) {
  const executablePath = paths.find((path) => existsSync(path) && runs(path));
  return executablePath && { executablePath };
}

/** A distribution may place a stub under the name, or leave out libraries. Windows opens a window for this question. */
export function runs(executablePath, env = {}) {
  if (process.platform === "win32") return true;
  const options = { env: { ...process.env, ...env }, stdio: "ignore", timeout: 20_000 };
  return spawnSync(executablePath, ["--version"], options).status === 0;
}

function onPath() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces() {
  if (process.platform === "darwin")
    return ["Google Chrome", "Chromium"].flatMap((name) =>
      ["/", homedir()].map((base) => join(base, `Applications/${name}.app/Contents/MacOS/${name}`)),
    );
  if (process.platform === "win32")
    return ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((base) =>
        ["Google/Chrome", "Chromium"].map((name) => join(base, name, "Application/chrome.exe")),
      );
  return ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);
}
