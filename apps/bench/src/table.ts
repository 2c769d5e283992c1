import type { Bytes } from "./bytes.js";

/** Of a table; one that is undefined was not measured. */
export type Cell = string | number | undefined;

/** Minified, gzip and brotli. */
export function sizes({ min, gzip, brotli }: Bytes): string {
  return [min, gzip, brotli].map(kilobytes).join(" / ");
}

/** Of 1000 bytes. */
export function kilobytes(value: number): string {
  return digits(value / 1000, 1);
}

/** With so many digits after the point. */
export function digits(value: number, after: number): string {
  return value.toFixed(after);
}

/** A table in Markdown; its first column holds words, the others numbers. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.map((cell) => cell ?? "–").join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}
