/** The digits of a text, also full-width ones and those of Arabic, Persian and Indian scripts, as `0` to `9`. */
export function onlyDigits(text: string): string {
  return withLatinDigits(text).replace(/\D/g, "");
}

/** The code in a text such as "Your code is 123 456.": `length` digits that stand together, else all its digits. */
export function codeIn(text: string, length: number): string {
  const latin = withLatinDigits(text);
  const together = latin.match(/\d(?:[\s\p{Pd}]?\d)*/gu)?.map(onlyDigits) ?? [];
  return together.find((digits) => digits.length === length) ?? together.join("");
}

/** A phone number without what stands between its digits, and with a plus sign where it begins with `00`. */
export function dialled(typed: string): string {
  return withLatinDigits(typed)
    .replaceAll("\uff0b", "+")
    .replace(separators, "")
    .replace(/^00/, "+");
}

// Dashes of every kind; and the marks of direction that come along when a number is copied.
const separators = /[\s.()/\uff08\uff09\uff0e\uff0f\p{Pd}\u2212\p{Cf}]/gu;

function withLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, latinDigit);
}

function latinDigit(character: string): string {
  // The ten digits of a script follow each other, and only the one before the first is no digit.
  let zero = character.codePointAt(0) ?? 0;
  const value = () => (character.codePointAt(0) ?? 0) - zero;
  while (value() < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(value());
}
