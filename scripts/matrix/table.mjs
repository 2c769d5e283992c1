/** The engines as readers know them, in the order of the table. */
const engines = {
  portico: "Portico",
  "auth0-js": "Portico with the auth0-js engine",
  bare: "auth0-js 10.2.1 by itself",
};

/** What cells are compared by, and what the table calls it. */
const columns = {
  accepted: "Forgeries accepted",
  "never settled": "Never settled",
  "false success": "False success",
  leak: "Secret leaked",
  threw: "Threw",
  "settled twice": "Settled twice",
};

/** The comparison in Markdown: a row for each engine, and what each category found for auth0-js by itself. */
export function tableOf(measured) {
  const totals = Object.entries(engines).map(([engine, name]) => [
    name,
    sum(measured, ({ cells }) => cells[engine] ?? 0),
    ...Object.keys(columns).map((kind) => sum(measured, (one) => wrongIn(one, engine, kind))),
  ]);
  const details = measured
    .filter(({ cells }) => cells.bare)
    .map((one) => [
      one.title,
      one.cells.bare ?? 0,
      ...Object.keys(columns).map((kind) => wrongIn(one, "bare", kind)),
    ]);
  return [
    markdown(["All categories", "Cells", ...Object.values(columns)], totals),
    "",
    markdown(["auth0-js 10.2.1 by itself", "Cells", ...Object.values(columns)], details),
  ].join("\n");
}

function wrongIn({ faults }, engine, kind) {
  return Object.values(faults[engine] ?? {}).filter((wrong) => wrong.includes(kind)).length;
}

function sum(measured, of) {
  return measured.reduce((total, one) => total + of(one), 0);
}

/** Aligned as the formatter does it: the first column to the left, numbers to the right. */
function markdown(head, rows) {
  const lines = [head, ...rows].map((cells) => cells.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const line = (cells) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column], column)).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  const [first, ...others] = lines;
  return [line(first), line(rule), ...others.map(line)].join("\n");
}

function pad(cell, width, column) {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
