import { parseArgs } from "node:util";
import { runStryker } from "./mutate/run-stryker.mjs";
import { scoreOf, tableOf, unnoticed } from "./mutate/score.mjs";
import { packages, targets } from "./mutate/targets.mjs";

// `npm run mutate` asks of the tests whether they notice when a source says something else. All of the core and the
// components take hours; `npm run mutate -- --only verifier` is one target of scripts/mutate/targets.mjs, and lists what
// went unnoticed. `--sample 20` tries about a fifth of a target's mutants, others with another `--seed`: an estimate.
// `--anew` forgets what earlier runs have found.
const { values: options } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    sample: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    anew: { type: "boolean", default: false },
  },
});
const unknown = options.only.filter((name) => !Object.hasOwn(targets, name));
if (unknown.length > 0) {
  console.error(`${unknown.join(", ")}: no target. There are ${Object.keys(targets).join(", ")}.`);
  process.exit(1);
}

const sample = { percent: Number(options.sample), seed: options.seed };
if (!(sample.percent > 0 && sample.percent <= 100)) {
  console.error(`${options.sample}: no percentage between 0 and 100.`);
  process.exit(1);
}

const rows = [];
const unmeasured = [];
for (const name of options.only.length > 0 ? options.only : packages) {
  const mutants = [];
  for (const room of targets[name].rooms ?? [name]) {
    const found = await mutantsOf(room);
    if (!found) continue;
    mutants.push(...found);
    const row = { name: room, ...targets[room], ...scoreOf(found) };
    // A package takes hours: what is known is told at once.
    console.log(`${unnoticed(found)}\n${tableOf([row])}`);
    if (room !== name) rows.push(row);
  }
  if (name === "core") rows.push(...partsIn(mutants));
  if (!unmeasured.includes(name)) rows.push({ name, ...targets[name], ...scoreOf(mutants) });
}
console.log(tableOf(rows));
if (unmeasured.length > 0) console.error(`Not measured: ${unmeasured.join(", ")}.`);
const isEnough = rows.every(({ score, least }) => score >= least);
process.exit(isEnough && unmeasured.length === 0 ? 0 : 1);

/** What Stryker found; nothing where it could not begin, such as for a test that fails before anything is changed. */
async function mutantsOf(room) {
  try {
    return await runStryker(room, { sample, anew: options.anew });
  } catch (error) {
    console.error(`${room}: ${error.message}`);
    unmeasured.push(room);
    return undefined;
  }
}

function partsIn(mutants) {
  const parts = Object.entries(targets).filter(([, { part }]) => part);
  return parts.map(([name, target]) => {
    const own = mutants.filter(({ fileName }) => target.part.test(fileName));
    return { name, ...target, ...scoreOf(own) };
  });
}
