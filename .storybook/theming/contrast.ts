import { contrastOf } from "./colour.js";
import { valueOf, type Scheme, type Theme } from "./theme.js";
import { tokenOf } from "./tokens.js";

/** Two colours that have to be told apart. */
export interface Pair {
  readonly words: string;
  readonly front: string;
  readonly back: string;
  /** 4.5 for words, 3 for what is not read: https://www.w3.org/TR/WCAG22/#contrast-minimum. */
  readonly least: 3 | 4.5;
}

/** Everything that has to be read or found. */
export const pairs: readonly Pair[] = [
  pair("Words on the card", "text", "surface", 4.5),
  pair("Quieter words", "muted", "surface", 4.5),
  pair("Links", "link", "surface", 4.5),
  pair("Words in inputs", "text", "field", 4.5),
  pair("The primary button", "on-accent", "accent", 4.5),
  pair("What is wrong", "danger", "surface", 4.5),
  pair("What is done", "success", "surface", 4.5),
  pair("Borders of inputs", "control-border", "field", 3),
  pair("Focus ring", "ring", "surface", 3),
];

/** How far apart the two are in a theme. */
export function contrastIn(theme: Theme, { front, back }: Pair, scheme: Scheme): number {
  return contrastOf(valueOf(theme, tokenOf(front), scheme), valueOf(theme, tokenOf(back), scheme));
}

function pair(words: string, front: string, back: string, least: Pair["least"]): Pair {
  return { words, front: `--portico-${front}`, back: `--portico-${back}`, least };
}
