import { differences, targetNames, targets } from "./differences.js";

const head = ["", ...targets.map((target) => targetNames[target]), "what follows"];

const rows = differences.map(({ what, ends, follows }) => [
  what,
  ...targets.map((target) => ends[target]),
  follows,
]);

/** The differences as a table in Markdown. */
export const differenceTable = [head, head.map(() => "---"), ...rows]
  .map((cells) => `| ${cells.join(" | ")} |`)
  .join("\n");
