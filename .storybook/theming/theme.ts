import { tokens, type Token } from "./tokens.js";

/** Light or dark. */
export type Scheme = "light" | "dark";

/** Values in CSS, by the names of their properties. */
export type Values = Readonly<Record<string, string>>;

/** What a theme sets; whatever it leaves out has its default. */
export interface Theme {
  /** The colours of each scheme. */
  readonly light: Values;
  readonly dark: Values;
  /** Sizes, corners and type: the same in both. */
  readonly shape: Values;
}

/** Everything as it comes. */
export const plainTheme: Theme = { light: {}, dark: {}, shape: {} };

/** What a property is in a theme. */
export function valueOf(theme: Theme, token: Token, scheme: Scheme): string {
  return theme.shape[token.name] ?? theme[scheme][token.name] ?? token[scheme];
}

/** The rule that makes the theme: what differs from the defaults, and nothing else. */
export function ruleOf(theme: Theme, selector = ":root"): string {
  const set = tokens.filter(({ name }) =>
    [theme.light, theme.dark, theme.shape].some((values) => Object.hasOwn(values, name)),
  );
  if (set.length === 0) return "/* Nothing to set: these are the defaults. */";
  const lines = set.map((token) => `  ${token.name}: ${bothOf(theme, token)};`);
  return [`${selector} {`, ...lines, "}"].join("\n");
}

function bothOf(theme: Theme, token: Token): string {
  const light = valueOf(theme, token, "light");
  const dark = valueOf(theme, token, "dark");
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}
