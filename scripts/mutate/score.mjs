import { relative } from "node:path";
import { root } from "../shared/root.mjs";

/** How many of the mutants were noticed. One that brings the tests to a standstill is; one that no build takes is none. */
export function scoreOf(mutants) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const killed = count("Killed", "Timeout");
  const survived = count("Survived");
  const uncovered = count("NoCoverage");
  const all = killed + survived + uncovered;
  return { all, killed, survived, uncovered, score: all === 0 ? 100 : (killed / all) * 100 };
}

/** One line a target. */
export function tableOf(rows) {
  const lines = [
    ["target", "mutants", "killed", "survived", "no coverage", "score", "goal"],
    ...rows.map(({ name, goal, all, killed, survived, uncovered, score }) => [
      name,
      `${all}`,
      `${killed}`,
      `${survived}`,
      `${uncovered}`,
      `${score.toFixed(1)} %`,
      `${goal} %`,
    ]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const padded = (text, column) =>
    column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]);
  return lines.map((line) => line.map(padded).join("  ")).join("\n");
}

/** Every mutant that no test has noticed, one line each: where it is, and what stood there in the source's place. */
export function unnoticed(mutants) {
  return mutants
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map(({ fileName, location, mutatorName, replacement, status }) => {
      const place = `${relative(root, fileName)}:${location.start.line}:${location.start.column}`;
      const mark = status === "NoCoverage" ? ", which no test reaches" : "";
      return `${place} ${mutatorName}${mark}: ${replacement.replaceAll(/\s+/g, " ").slice(0, 90)}`;
    })
    .join("\n");
}
