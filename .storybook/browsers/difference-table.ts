import { differences, targetNames, targets } from "./differences.js";

/** How each row ends in each browser, in Markdown. */
export const differenceTable = tableOf(
  ["", ...targets.map((target) => targetNames[target])],
  differences.map(({ what, ends }) => [what, ...targets.map((target) => ends[target])]),
);

/** What an app makes of each row, in Markdown. */
export const consequenceTable = tableOf(
  ["", "what follows"],
  differences.map(({ what, follows }) => [what, follows]),
);

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
