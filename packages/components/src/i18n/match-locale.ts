/**
 * The locale to use: the first of `accepted` (BCP 47 tags, best first, such as `navigator.languages`) that `available`
 * has an answer to, as `available` spells it; undefined where it has none. A tag is looked up as in RFC 4647, section
 * 3.4: itself, then without its last parts (`de-AT`, then `de`); then any region of the same language and script will
 * do, so that `pt-PT` finds `pt-BR` and `zh-SG` finds `zh-CN`, while `zh-TW` does not. Never throws: what is no tag
 * matches nothing but itself.
 */
export function matchLocale<Locale extends string>(
  accepted: readonly string[],
  available: readonly Locale[],
): Locale | undefined {
  for (const tag of accepted) {
    const match = lookUp(tag.toLowerCase(), available) ?? relativeOf(tag, available);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** The longest that the tag is or begins with; a letter or digit alone only introduces what stands behind it. */
function lookUp<Locale extends string>(
  tag: string,
  available: readonly Locale[],
): Locale | undefined {
  return available
    .filter((locale) => {
      const start = locale.toLowerCase();
      return tag === start || (tag.startsWith(`${start}-`) && !/-[^-]$/.test(start));
    })
    .toSorted((a, b) => b.length - a.length)[0];
}

function relativeOf<Locale extends string>(
  tag: string,
  available: readonly Locale[],
): Locale | undefined {
  const wanted = likely(tag);
  if (!wanted) return undefined;
  const relatives = available.filter((locale) => {
    const { language, script } = likely(locale) ?? {};
    return language === wanted.language && script === wanted.script;
  });
  return relatives.find((locale) => likely(locale)?.region === wanted.region) ?? relatives[0];
}

/** A tag with the script and the region that its language usually has; undefined for what is no tag. */
function likely(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}
