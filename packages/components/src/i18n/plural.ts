/** The words for a number by the plural forms of a language; `#` stands for the number. */
export type PluralForms = { readonly [Form in Intl.LDMLPluralRule]?: string } & {
  readonly other: string;
};

/** A number and what is counted, as `locale` counts: "0 seconde" in French, one of six forms in Arabic. */
export function count(locale: string, value: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(locale).select(value)] ?? forms.other;
  return form.replace("#", () => number(locale, value));
}

/** A number as `locale` writes it. */
export function number(locale: string, value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}
