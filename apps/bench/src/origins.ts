import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { join } from "node:path";
import { bytesOf } from "./bytes.js";

/** What comes from one place, in bytes; gzip as a share of the file that it is sent in. */
export interface Origin {
  readonly name: string;
  readonly min: number;
  readonly gzip: number;
}

/** Where the code of scripts in a built page comes from, the largest first. */
export function originsOf(folder: string, scripts: readonly string[]): readonly Origin[] {
  const found = new Map<string, { min: number; gzip: number }>();
  for (const script of scripts) {
    const code = readFileSync(join(folder, script));
    const { min, gzip } = bytesOf(code);
    const map = JSON.parse(readFileSync(join(folder, `${script}.map`), "utf8"));
    const text = code.toString("utf8");
    for (const [name, characters] of charactersBy(text, new SourceMap(map))) {
      const share = characters / text.length;
      const sofar = found.get(name) ?? { min: 0, gzip: 0 };
      found.set(name, { min: sofar.min + share * min, gzip: sofar.gzip + share * gzip });
    }
  }
  const all = [...found].map(([name, sizes]) => ({ name, ...sizes }));
  return all.toSorted((a, b) => b.gzip - a.gzip);
}

function charactersBy(text: string, map: SourceMap): Map<string, number> {
  const found = new Map<string, number>();
  let line = 0;
  let column = 0;
  for (let at = 0; at < text.length; at += 1) {
    const entry = map.findEntry(line, column);
    const name = originOf("originalSource" in entry ? (entry.originalSource ?? "") : "");
    found.set(name, (found.get(name) ?? 0) + 1);
    column += 1;
    if (text[at] !== "\n") continue;
    line += 1;
    column = 0;
  }
  return found;
}

/** The package that a source belongs to; of the components, the part of it. */
function originOf(source: string): string {
  const path = source.replaceAll("\\", "/");
  const [, own, room] = /packages\/(\w+)\/dist\/(?:(\w[\w-]*)\/)?/.exec(path) ?? [];
  if (own === "components") return `@portico/components: ${groups[room ?? ""] ?? "flows"}`;
  if (own) return `@portico/${own}`;
  const [name] = /(?:@[^/]+\/)?[^/]+/.exec(path.split("node_modules/").at(-1) ?? "") ?? [];
  if (name && /^(?:react|react-dom|scheduler)$/.test(name)) return "React";
  return path.includes("node_modules/") && name ? name : "the page, and the bundler's own";
}

const groups: Readonly<Record<string, string>> = {
  form: "forms",
  i18n: "words and languages",
  parts: "parts",
  connections: "social buttons",
};
