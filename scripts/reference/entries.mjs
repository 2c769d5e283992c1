import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../shared/root.mjs";

/** Every entry of the packages that has names to look up: what it is called and its source. */
export const entries = ["core", "react", "components", "tenant"].flatMap((name) => {
  const folder = join(root, "packages", name);
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.entries(exports).flatMap(([path, entry]) => {
    const source = entry["@portico/source"] ?? "";
    // One dictionary is as good as another: their type is on the page of the package.
    if (!/\.tsx?$/.test(source) || path.startsWith("./locales/")) return [];
    return [{ name: join(name, path), source: join(folder, source) }];
  });
});
