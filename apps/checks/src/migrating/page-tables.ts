import { readFileSync } from "node:fs";
import { join } from "node:path";

const docs = join(import.meta.dirname, "../../../../.storybook/docs");

/** The pages, by the library that they lead away from. */
export const pages = {
  "auth0-react": read("migrating-from-auth0-react"),
  "auth0-js": read("migrating-from-auth0-js"),
  lock: read("migrating-from-lock"),
};

export type Page = keyof typeof pages;

/** One row of a table: the names that stand in its first column, and in ours, which is the last but one. */
export interface Row {
  readonly theirs: readonly string[];
  readonly ours: readonly string[];
}

/** The rows of the table below a heading. */
export function tableOf(page: Page, heading: string): Row[] {
  const [, section = ""] = pages[page].split(new RegExp(`^###? ${heading}$`, "m"));
  const [own = ""] = section.split(/^###? /m);
  return [...own.matchAll(/^\|(.*)\|$/gm)].slice(2).map(([, row = ""]) => {
    const cells = row.split("|").map(codesIn);
    const theirs = (cells[0] ?? []).map((code) => code.replace("()", ""));
    return { theirs, ours: cells.at(-2) ?? [] };
  });
}

/** Every heading of a page. */
export function headingsOf(page: Page): string[] {
  return [...pages[page].matchAll(/^###? (.*)$/gm)].map(([, heading = ""]) => heading);
}

/** The blocks of code of all pages that are marked with this language. */
export function blocksIn(language: string): string[] {
  const pattern = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
  return [...Object.values(pages).join("\n").matchAll(pattern)].map(([, code = ""]) => code);
}

function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

function read(name: string): string {
  return readFileSync(join(docs, `${name}.mdx`), "utf8");
}
