/**
 * Keeps the order of what stands in a sentence of the other direction: the signs of an address or a phone number would
 * else move to where Arabic expects them. https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
