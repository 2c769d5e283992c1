import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { runs } from "./look-up.mjs";

const name = "@sparticuz/chromium";
const version = "143.0.4";

/** A Chromium that comes inside an npm package together with its libraries: Linux on x64 only. */
export function fromNpm() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = join(cacheFolder(), `portico/chromium-${version}`);
  if (!existsSync(folder)) fetchInto(folder);
  const chrome = { executablePath: join(folder, "chromium"), env: libraries(folder) };
  return runs(chrome.executablePath, chrome.env) ? chrome : undefined;
}

function cacheFolder() {
  return process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
}

/** Its own function sets the libraries up on one cloud only, so their folder is named here. */
function libraries(folder) {
  const before = process.env.LD_LIBRARY_PATH;
  return { LD_LIBRARY_PATH: before ? `${folder}/lib:${before}` : `${folder}/lib` };
}

/** Unpacks beside the goal and renames, so that a run that was stopped leaves nothing half done. */
function fetchInto(folder) {
  console.log(`No Chromium here: fetching ${name} ${version} with npm into ${folder}.`);
  const parent = join(folder, "..");
  mkdirSync(parent, { recursive: true });
  const work = mkdtempSync(join(parent, "fetch-"));
  try {
    if (download(work)) renameSync(unpack(work), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function download(work) {
  const args = ["pack", `${name}@${version}`, "--silent", "--pack-destination", work];
  const { status, stdout } = spawnSync("npm", args, { encoding: "utf8" });
  if (status !== 0) return false;
  return extract(readFileSync(join(work, stdout.trim())), work, ["-z"]);
}

function unpack(work) {
  const packed = (file) => brotliDecompressSync(readFileSync(join(work, "package/bin", file)));
  const ready = join(work, "ready");
  mkdirSync(ready);
  writeFileSync(join(ready, "chromium"), packed("chromium.br"));
  chmodSync(join(ready, "chromium"), 0o755);
  extract(packed("al2023.tar.br"), ready);
  extract(packed("swiftshader.tar.br"), ready);
  return ready;
}

function extract(archive, folder, flags = []) {
  return spawnSync("tar", ["-x", ...flags, "-C", folder], { input: archive }).status === 0;
}
