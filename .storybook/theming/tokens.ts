import sheet from "../../packages/components/src/theme/tokens.css?raw";
import readme from "../../packages/components/README.md?raw";

/** A property that an app may set, as the style sheet has it. */
export interface Token {
  /** With its dashes: `--portico-accent`. */
  readonly name: string;
  /** Its default where the page is light, and where it is dark; mostly the same. */
  readonly light: string;
  readonly dark: string;
}

/** Properties that the README describes together. */
export interface TokenGroup {
  readonly tokens: readonly Token[];
  readonly words: string;
}

const declaration = /--p-([\w-]+): var\(\s*(--portico-\1),\s*(.*?)\s*\);\n/gs;
const part = String.raw`((?:[^(),]|\([^()]*\))+)`;
const either = new RegExp(String.raw`light-dark\(${part}, ${part}\)`, "g");

/** Every property, in the order of the style sheet. */
export const tokens: readonly Token[] = [...sheet.matchAll(declaration)].map(
  ([, , name = "", value = ""]) => ({
    name,
    light: value.replaceAll(either, "$1"),
    dark: value.replaceAll(either, "$2"),
  }),
);

/** The same with what each is for, in the README's words and order. */
export const tokenGroups: readonly TokenGroup[] = readme
  .split("\n")
  .filter((line) => line.startsWith("| `--portico-"))
  .map((row) => {
    const [, names = "", words = ""] = row.split("|");
    const found = [...names.matchAll(/--portico-[\w-]+/g)];
    return { tokens: found.map(([name]) => tokenOf(name)), words: words.trim() };
  });

/** The property of a name. Throws where the style sheet has none. */
export function tokenOf(name: string): Token {
  const token = tokens.find((one) => one.name === name);
  if (!token) throw new Error(`The style sheet has no property ${name}.`);
  return token;
}
