/** Four characters at a time, for codes and keys that somebody copies by hand. */
export function inGroups(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, "$1 ");
}
