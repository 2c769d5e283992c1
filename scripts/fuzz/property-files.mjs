import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../shared/root.mjs";

/** The tests of properties, below packages: all of them, or those with one of these names in their paths. */
export function propertyFiles(names) {
  const files = readdirSync(join(root, "packages"))
    .flatMap((name) => filesIn(`packages/${name}/src`))
    .filter((path) => /[./]fuzz\.(browser\.)?test\.tsx?$/.test(path));
  if (names.length === 0) return files;
  return files.filter((path) => names.some((name) => path.includes(name)));
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true }).map(
    (path) => `${folder}/${path.replaceAll("\\", "/")}`,
  );
}
