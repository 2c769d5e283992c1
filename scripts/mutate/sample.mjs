import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../shared/root.mjs";

/** The paths of all sources but as many per cent of them, each as likely to stay as any other. */
export function leftOut({ percent, seed }) {
  const all = ["packages/core/src", "packages/components/src"].flatMap((folder) =>
    readdirSync(join(root, folder), { encoding: "utf8", recursive: true }).map(
      (path) => `${folder}/${path}`,
    ),
  );
  const sources = all.filter((path) => /\.tsx?$/.test(path));
  return sources.filter((path) => chanceOf(path, seed) >= percent / 100);
}

/** From 0 to below 1, and always the same for a path and a seed. */
function chanceOf(path, seed) {
  const digest = createHash("sha256").update(`${seed} ${path}`).digest();
  return digest.readUInt32BE() / 2 ** 32;
}
