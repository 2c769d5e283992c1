/** One or two letters for a name, such as "AL" for "Ada Lovelace" and "A" for an address. */
export function initialsOf(name: string, locale: string): string {
  const [address = "", domain] = name.trim().split("@");
  const words = address.split(/[\s._]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words.at(0);
  const last = domain === undefined && words.length > 1 ? words.at(-1) : undefined;
  return (letterOf(first) + letterOf(last)).toLocaleUpperCase(locale);
}

function letterOf(word = ""): string {
  return /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? "";
}
