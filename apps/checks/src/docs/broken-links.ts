import { posix } from "node:path";
import type { Page } from "./pages.js";

/** Where links may lead to. */
export interface Places {
  readonly pages: readonly Page[];
  /** Every file of the repository. */
  readonly files: readonly string[];
  /** Ids of Storybook's pages, such as `theming--docs`, and the beginnings of its stories' ids, such as `login--`. */
  readonly docs: ReadonlySet<string>;
  readonly stories: ReadonlySet<string>;
}

/** The links of a page that lead nowhere. Links to other sites are held to their form alone. */
export function brokenLinks(page: Page, places: Places): string[] {
  return linksIn(page.text).filter((link) => !leadsSomewhere(link, page, places));
}

function leadsSomewhere(link: string, page: Page, places: Places): boolean {
  if (/^[a-z]+:/i.test(link)) return URL.canParse(link) && link.startsWith("https://");
  const [address = "", anchor] = link.split("#");
  if (address === "") return hasAnchor(page, anchor);
  if (address.startsWith("?path=/docs/")) return places.docs.has(address.slice(12));
  if (address.startsWith("?path=/story/")) {
    const id = address.slice(13);
    return [...places.stories].some((story) => id.startsWith(story));
  }
  const path = posix.join(posix.dirname(page.path), address);
  const linked = places.pages.find((other) => other.path === path);
  if (linked) return hasAnchor(linked, anchor);
  return anchor === undefined && places.files.some((file) => isAt(file, path));
}

/** A link may name a file or a folder. */
function isAt(file: string, path: string): boolean {
  return file === path || file.startsWith(path.endsWith("/") ? path : `${path}/`);
}

function linksIn(text: string): string[] {
  const words = withoutCode(text);
  const targets = [/\]\(([^)\s]+)[^)]*\)/g, /\b(?:href|src)="([^"]+)"/g, /^\[[^\]]+\]: (\S+)/gm];
  return targets.flatMap((target) => [...words.matchAll(target)].map(([, link = ""]) => link));
}

function hasAnchor({ text }: Page, anchor: string | undefined): boolean {
  return anchor === undefined || anchorsIn(text).has(anchor);
}

/** What GitHub and Storybook name the headings, and the anchors that are written out. */
function anchorsIn(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of withoutCode(text, "``").matchAll(/^#+ +(.+?) *$/gm)) {
    const name = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
    let count = 0;
    while (anchors.has(count === 0 ? name : `${name}-${count}`)) count += 1;
    anchors.add(count === 0 ? name : `${name}-${count}`);
  }
  for (const [, id = ""] of text.matchAll(/\bid="([^"]+)"/g)) anchors.add(id);
  return anchors;
}

/** Blocks, and code within a line as well unless it is a heading's. */
function withoutCode(text: string, inline = "`"): string {
  const words = text.replaceAll(/^( *)(```+)[^\n]*\n.*?^\1\2$/gms, "");
  return inline === "`" ? words.replaceAll(/`[^`\n]*`/g, "") : words;
}
