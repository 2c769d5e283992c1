const longestLife = 31_536_000;

/** A lifetime in seconds, as a number or in decimal digits: a whole number from 1 to a year's worth. */
export function seconds(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
  const legal =
    Number.isInteger(number) && (number as number) >= 1 && (number as number) <= longestLife;
  return legal ? (number as number) : undefined;
}
