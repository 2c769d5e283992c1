import { kilobytes } from "./table.mjs";

/** The most that may be, in bytes (gzip, over React itself) and in renders. */
const limits = { initial: 45_000, all: 50_000, rendersPerKey: 0 };

/** Each budget: whether it was kept, and one line that says by how much. */
export function budgetsOf({ bytes, renders }) {
  return [
    within("initial JavaScript over React", bytes.initial - bytes.react, limits.initial, kilobytes),
    within("all JavaScript over React", bytes.all - bytes.react, limits.all, kilobytes),
    within("component renders per key", renders.rendersPerKey, limits.rendersPerKey, String),
    counterWorks(renders.control),
  ];
}

function within(name, value, limit, format) {
  return { kept: value <= limit, says: `${name}: ${format(value)} of ${format(limit)}` };
}

/** A counter that sees nothing would report no renders too, so it has to see these. */
function counterWorks(control) {
  return {
    kept: control > 0,
    says: `the counter works: ${control} renders when the empty form is sent`,
  };
}
