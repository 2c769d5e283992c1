/** An e-mail address without the spaces around it; undefined where nothing is left. Only the tenant can judge more. */
export function normalizeEmail(typed: string): string | undefined {
  return typed.trim() || undefined;
}

/**
 * A phone number in E.164, such as `+4930901820`, from what people type: with spaces, dots, hyphens and parentheses,
 * with `00` for the plus sign, in full-width characters. Undefined where it is none.
 */
export function normalizePhoneNumber(typed: string): string | undefined {
  const number = typed
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(separators, "")
    .replace(/^00/, "+");
  return /^\+[1-9]\d{1,14}$/.test(number) ? number : undefined;
}

const fullWidth = /[\uff01-\uff5e]/g;

// Dashes of every kind; and the marks of direction that come along when a number is copied.
const separators = /[\s.()\p{Pd}\u2212\p{Cf}]/gu;
