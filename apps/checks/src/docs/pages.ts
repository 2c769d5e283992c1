import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The repository's folder. */
export const root = join(import.meta.dirname, "../../../..");

/** Every file that git knows of, or would with the next commit. */
export const files = execFileSync(
  "git",
  ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
  { cwd: root, encoding: "utf8" },
)
  .split("\0")
  .filter((name) => name !== "");

/** A page of words: a README, or one of Storybook's. */
export interface Page {
  /** From the repository's folder. */
  readonly path: string;
  readonly text: string;
}

/** Every page of words in the repository. */
export const pages: readonly Page[] = files
  .filter((path) => /\.mdx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
