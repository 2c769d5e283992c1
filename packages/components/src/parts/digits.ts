/** The digits of a text, also full-width ones and those of Arabic, Persian and Indian scripts, as `0` to `9`. */
export function onlyDigits(text: string): string {
  return Array.from(text, digitOf).join("");
}

function digitOf(character: string): string {
  if (!/\p{Nd}/u.test(character)) return "";
  // The ten digits of a script follow each other, and only the one before the first is no digit.
  let zero = character.codePointAt(0) ?? 0;
  const value = () => (character.codePointAt(0) ?? 0) - zero;
  while (value() < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(value());
}
